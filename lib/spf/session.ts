import type { Address } from "./address";
import type { Answer, RecordType, Resolver } from "./resolver";
import type { Budget, Decision, Notes, Reason, RecordTrace } from "./trace";

/** Evaluation that stops where an answer is not at hand yet, and goes on with it. */
export type Asking<T> = Generator<Promise<Answer>, T, Answer>;

/** An end of evaluation at a term. */
export interface Failure {
  result: "temperror" | "permerror";
  reason: Reason;
}

/** Whether a mechanism matches, or why that cannot be said (RFC 7208 section 4.6.2). */
export type Match = boolean | Failure;

/** Limits of one check (RFC 7208 section 4.6.4): terms that look up, void lookups, names of one mx, ptr or %{p}. */
export const LIMITS = { lookups: 10, voidLookups: 2, names: 10 };

/** What one check knows and has used up; with a trace, `notes` is the place in it where evaluation stands. */
export interface Session {
  client: Address;
  sender: string;
  localPart: string;
  senderDomain: string;
  isLocalPartAscii: boolean;
  helo: string;
  receiver: string | null;
  resolver: Resolver;
  clock: () => number;
  startedAt: number;
  lookups: number;
  voidLookups: number;
  questions: { left: number };
  validated: { domain: string; name: string } | null;
  root: RecordTrace | null;
  notes: Notes | null;
  isTraced: boolean;
  shadow: { left: number } | null;
}

const LOOKUP_LIMIT: Failure = { result: "permerror", reason: "lookup-limit" };
const VOID_LIMIT: Failure = { result: "permerror", reason: "void-limit" };

/** A DNS error at a term (RFC 7208 section 5). */
export const DNS_ERROR: Failure = { result: "temperror", reason: "dns-error" };

const OUT_OF_QUESTIONS: Answer = { status: "error", reason: "budget" };

/** Counts a term that looks up; the eleventh is a permerror (RFC 7208 section 4.6.4). */
export function countLookup(session: Session): Failure | null {
  if (session.lookups >= LIMITS.lookups) return LOOKUP_LIMIT;
  session.lookups++;
  return null;
}

/** Counts a void lookup; the third is a permerror (RFC 7208 section 4.6.4). */
export function countVoid(session: Session): Failure | null {
  return ++session.voidLookups > LIMITS.voidLookups ? VOID_LIMIT : null;
}

/** Asks one question. A resolver that throws or refuses its promise is one that gave no answer. */
export function* ask(session: Session, name: string, type: RecordType): Asking<Answer> {
  if (--session.questions.left < 0) return OUT_OF_QUESTIONS;
  const { notes } = session;
  const askedAt = notes === null ? 0 : session.clock();
  const given = resolve(session, name, type);
  const answer = "status" in given ? given : yield given;
  if (notes !== null)
    notes.questions.push({
      name,
      type,
      answer,
      at: askedAt - session.startedAt,
      ms: session.clock() - askedAt,
    });
  return answer;
}

function resolve(session: Session, name: string, type: RecordType): Answer | Promise<Answer> {
  try {
    return session.resolver.resolve(name, type);
  } catch (error) {
    return noAnswer(error);
  }
}

function noAnswer(error: unknown): Answer {
  return { status: "error", reason: error instanceof Error ? error.message : "failed" };
}

/** Runs an evaluation to its end: at once if every answer is at hand, else as a promise, which is always kept. */
export function run<T>(work: Asking<T>): T | Promise<T> {
  const step = work.next();
  return step.done ? step.value : awaitAnswers(work, step.value);
}

async function awaitAnswers<T>(work: Asking<T>, first: Promise<Answer>): Promise<T> {
  for (let pending = first; ; ) {
    const step = work.next(await pending.catch(noAnswer));
    if (step.done) return step.value;
    pending = step.value;
  }
}

/** Notes a decision where the RFC leaves room, once per place. */
export function decide(session: Session, decision: Decision): void {
  if (session.notes !== null && !session.notes.decisions.includes(decision))
    session.notes.decisions.push(decision);
}

/** The budgets of a session as they stand. */
export function budgetOf({ lookups, voidLookups }: { lookups: number; voidLookups: number }): Budget {
  return {
    lookups,
    lookupsLeft: LIMITS.lookups - lookups,
    voidLookups,
    voidLookupsLeft: Math.max(0, LIMITS.voidLookups - voidLookups),
  };
}
