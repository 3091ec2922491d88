/** What a domain's mail came to on one day: epoch day (UTC), messages that passed, messages that failed. */
export interface DomainDay {
  day: number;
  passed: number;
  failed: number;
}

/** The days in which a domain that used to pass failed; `to` is the first good day after, null while it goes on. */
export interface FailingSpell {
  from: number;
  to: number | null;
  failed: number;
  /** Messages that passed before it began. */
  passedBefore: number;
}

const LEAST = { failed: 10, passedBefore: 10 };

/**
 * The spell in which a domain failed though it had passed before: the run of days that divides failures from passes best.
 * Null where it always failed, or fails only now and then. Days in ascending order, those without mail left out.
 */
export function failingSpell(days: readonly DomainDay[]): FailingSpell | null {
  let best = { score: 0, from: -1, to: -1 };
  let sum = 0;
  let from = 0;
  // The run of days with the greatest surplus of failures over passes (Kadane).
  for (let i = 0; i < days.length; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += days[i]!.failed - days[i]!.passed;
    if (sum > best.score) best = { score: sum, from, to: i };
  }
  if (best.from < 0) return null;
  const inside = totalOf(days.slice(best.from, best.to + 1));
  const before = totalOf(days.slice(0, best.from));
  if (inside.failed < LEAST.failed || before.passed < LEAST.passedBefore) return null;
  if (inside.passed > inside.failed / 2 || before.failed > before.passed / 5) return null;
  const after = days[best.to + 1];
  return {
    from: days[best.from]!.day,
    to: after?.day ?? null,
    failed: inside.failed,
    passedBefore: before.passed,
  };
}

function totalOf(days: readonly DomainDay[]): { passed: number; failed: number } {
  return {
    passed: days.reduce((sum, { passed }) => sum + passed, 0),
    failed: days.reduce((sum, { failed }) => sum + failed, 0),
  };
}
