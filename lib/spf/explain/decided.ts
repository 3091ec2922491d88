import type { RecordTrace, StepTrace, Trace } from "../trace";

/**
 * What decided a check: a term, null if the record itself did, in the record of `at`, and the terms that led there; for
 * an include that matched, the terms below it that made it pass, each in its record.
 */
export interface Decided {
  record: RecordTrace | null;
  at: string;
  step: StepTrace | null;
  path: string[];
  below: { include: string; term: string; at: string }[];
}

/** The step at which a record's evaluation ended: the last that is no shadow and was reached; null if there is none. */
export function lastStep({ steps }: RecordTrace): StepTrace | null {
  return steps.findLast(({ isShadow, state }) => !isShadow && state !== "unreached") ?? null;
}

/** Finds what decided a check: through redirects that were followed, and includes that ended in an error. */
export function decidedBy({ root, domain }: Trace): Decided {
  const path: string[] = [];
  let record = root;
  while (record !== null) {
    const step = endOf(record);
    const next = step === null ? null : inner(step);
    if (next === null) return { record, at: record.domain, step, path, below: passedBelow(step) };
    path.push(step!.text);
    record = next;
  }
  return { record: null, at: domain, step: null, path, below: [] };
}

/** The step that decided a record; null where none matched, or nothing was evaluated. */
function endOf(record: RecordTrace): StepTrace | null {
  const step = lastStep(record);
  return step === null || step.state === "no-match" ? null : step;
}

/** The record whose own outcome is the step's; one that has none, "none" being no outcome of a term, is its term's. */
function inner({ state, within }: StepTrace): RecordTrace | null {
  if (within === null || within.result === "none") return null;
  return state === "followed" || state === "error" ? within : null;
}

/** From an include that matched down to the term by which the client passes. */
function passedBelow(matched: StepTrace | null): Decided["below"] {
  const below: Decided["below"] = [];
  let step = matched?.state === "match" ? matched : null;
  while (step?.within) {
    const include = step.text;
    let record: RecordTrace | null = step.within;
    let last = endOf(record);
    while (last?.state === "followed" && last.within !== null) {
      record = last.within;
      last = endOf(record);
    }
    if (last === null) return below;
    below.push({ include, term: last.text, at: record.domain });
    step = last;
  }
  return below;
}
