import type { Answer, RecordType, Resolver } from "../resolver";

/** So many answers are kept; further questions are passed on each time. */
const KEPT = 50_000;

/** Gives the same answer to the same question for as long as it lives, so that all mail is judged by the same DNS. */
export function steadyResolver(below: Resolver, kept = KEPT): Resolver {
  const known = new Map<string, Answer | Promise<Answer>>();
  return {
    resolve(name: string, type: RecordType) {
      const key = `${type} ${name.toLowerCase()}`;
      const held = known.get(key);
      if (held !== undefined) return held;
      const given = answerOf(below, name, type);
      if (known.size >= kept) return given;
      known.set(key, given);
      if (!("status" in given)) given.then((answer) => known.set(key, answer));
      return given;
    },
  };
}

/** The answer of a resolver that may throw, which is to give none. */
function answerOf(below: Resolver, name: string, type: RecordType): Answer | Promise<Answer> {
  const failed = (): Answer => ({ status: "error", reason: "failed" });
  try {
    const given = below.resolve(name, type);
    return "status" in given ? given : given.catch(failed);
  } catch {
    return failed();
  }
}
