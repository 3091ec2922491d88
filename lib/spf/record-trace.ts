import type { Directive, Modifier, Term } from "./record";
import { budgetOf, type Match, type Session } from "./session";
import { emptyNotes, type RecordTrace, type StepTrace } from "./trace";
import { type Outcome, RESULT_OF } from "./verdict";

/** Begins the trace of a record below the step at which evaluation stands, or at the root, and stands there. */
export function openRecord(session: Session, domain: string, via: RecordTrace["via"]): RecordTrace {
  const node: RecordTrace = {
    domain,
    via,
    text: null,
    problems: [],
    steps: [],
    result: null,
    reason: null,
    ...emptyNotes(),
  };
  if (session.notes !== null) (session.notes as StepTrace).within = node;
  else session.root = node;
  session.notes = node;
  return node;
}

/** Writes a record's outcome into its trace. */
export function closeRecord(node: RecordTrace, { result, reason }: Outcome): void {
  node.result = result;
  node.reason = reason;
}

/** Begins the trace of a term, and stands there. */
export function openStep(session: Session, node: RecordTrace, term: Term): StepTrace {
  const step = newStep(session, term);
  node.steps.push(step);
  session.notes = step;
  return step;
}

/** Writes what a term did into its trace: a directive's match, or the outcome of a redirect that was followed. */
export function closeStep(
  session: Session,
  step: StepTrace,
  term: Directive | Modifier,
  end: Match | Outcome,
): void {
  step.after = budgetOf(session);
  if (typeof end === "boolean") {
    step.state = end ? "match" : "no-match";
    step.reason = step.state;
    step.result = end && term.kind === "directive" ? RESULT_OF[term.qualifier] : null;
    return;
  }
  const isFollowed = term.kind === "modifier" && step.within !== null;
  step.state = isFollowed ? "followed" : end.reason === "no-match" ? "no-match" : "error";
  step.reason = end.reason;
  step.result = end.result;
}

/** Notes a term that evaluation did not come to. */
export function unreached(session: Session, node: RecordTrace, term: Term): void {
  node.steps.push(newStep(session, term));
}

function newStep(session: Session, { from, to, text }: Term): StepTrace {
  const before = budgetOf(session);
  return {
    from,
    to,
    text,
    state: "unreached",
    reason: null,
    result: null,
    isShadow: false,
    before,
    after: before,
    within: null,
    ...emptyNotes(),
  };
}
