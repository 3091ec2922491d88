import type { RecordTrace, StepTrace, Trace } from "@/lib/spf/trace";

/** A line of a record's tree: a step told by itself, or several that are only named. */
export type TraceRow = { kind: "step"; step: StepTrace } | { kind: "run"; steps: StepTrace[] };

interface Ranked {
  step: StepTrace;
  rank: number;
}

const NEVER = 9;

/**
 * The steps to tell by themselves, at most so many: what decided first, then includes, then what asked the DNS, then
 * the rest that was evaluated, and what stands behind the verdict last. A step within another comes with that only.
 */
export function toldSteps({ root }: Pick<Trace, "root">, most: number): ReadonlySet<StepTrace> {
  const ranked = root === null ? [] : rankedBelow(root, 0).filter(({ rank }) => rank < NEVER);
  ranked.sort((a, b) => a.rank - b.rank);
  return new Set(ranked.slice(0, most).map(({ step }) => step));
}

/** All steps of a record and below, each ranked no better than those above it. */
function rankedBelow({ steps }: RecordTrace, least: number): Ranked[] {
  return steps.flatMap((step) => {
    const rank = Math.max(least, rankOf(step));
    return [{ step, rank }, ...(step.within === null ? [] : rankedBelow(step.within, rank))];
  });
}

function rankOf({ state, isShadow, within, questions, decisions }: StepTrace): number {
  if (state === "unreached") return NEVER;
  if (isShadow) return state === "no-match" ? 6 : 5;
  if (state !== "no-match") return 0;
  if (within !== null) return 1;
  return questions.length > 0 || decisions.length > 0 ? 2 : 3;
}

/** The lines of a record's tree: steps that are not told stand together, those of one fate at a time. */
export function traceRows({ steps }: RecordTrace, told: ReadonlySet<StepTrace>): TraceRow[] {
  const rows: TraceRow[] = [];
  for (const step of steps) {
    const last = rows.at(-1);
    if (told.has(step)) rows.push({ kind: "step", step });
    else if (last?.kind === "run" && fateOf(last.steps[0]!) === fateOf(step)) last.steps.push(step);
    else rows.push({ kind: "run", steps: [step] });
  }
  return rows;
}

/** How a step that is not told by itself is called; "after" where the verdict stood before it. */
export function fateOf({ state, isShadow }: StepTrace): StepTrace["state"] | "after" {
  return isShadow || state === "unreached" ? "after" : state;
}
