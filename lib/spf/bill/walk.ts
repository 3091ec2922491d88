import type { Answer, RecordType, Resolver } from "../resolver";
import type { Asking } from "../session";

/** What a walk through a tree of records knows and may still use: `questions` to DNS, and `size` in terms and networks. */
export interface Walk {
  resolver: Resolver;
  answers: Map<string, Answer | Promise<Answer>>;
  asked: number;
  questions: number;
  size: number;
}

/** Begins a walk that asks at most so many questions; what is in the tree is bounded too. */
export function openWalk(resolver: Resolver, questions: number): Walk {
  return { resolver, answers: new Map(), asked: 0, questions, size: 5_000 };
}

/** Asks a question, or remembers its answer; null where the questions are used up, the walk's or the resolver's own. */
export function* askOnce(walk: Walk, name: string, type: RecordType): Asking<Answer | null> {
  const given = askAhead(walk, name, type);
  if (given === null) return null;
  const answer = "status" in given ? given : yield given;
  walk.answers.set(keyOf(name, type), answer);
  return isRefused(answer) ? null : answer;
}

/** A resolver of a session says so where the session's budget of questions or time is used up. */
function isRefused(answer: Answer): boolean {
  return answer.status === "error" && /\bbudget\b/.test(answer.reason);
}

/** Sends a question whose answer will be wanted, so that questions to a distant resolver go out together. */
export function askAhead(walk: Walk, name: string, type: RecordType): Answer | Promise<Answer> | null {
  const known = walk.answers.get(keyOf(name, type));
  if (known !== undefined) return known;
  if (walk.asked >= walk.questions) return null;
  walk.asked++;
  const given = resolve(walk.resolver, name, type);
  walk.answers.set(keyOf(name, type), given);
  return given;
}

function keyOf(name: string, type: RecordType): string {
  return `${type} ${name.toLowerCase()}`;
}

/** A resolver that throws or refuses its promise is one that gave no answer. */
function resolve(resolver: Resolver, name: string, type: RecordType): Answer | Promise<Answer> {
  try {
    const given = resolver.resolve(name, type);
    return "status" in given ? given : given.catch(noAnswer);
  } catch (error) {
    return noAnswer(error);
  }
}

function noAnswer(error: unknown): Answer {
  return { status: "error", reason: error instanceof Error ? error.message : "failed" };
}
