import { setMaxListeners } from "node:events";
import type { Answer, Resolver } from "@/lib/spf/resolver";
import { MAX_DELAY } from "./exchange";
import { type Looked, type Lookup, lookupError } from "./lookup";

/** What one evaluation may cost; answers at hand are free. */
export interface Budget {
  /** For the whole evaluation, from the session's beginning. */
  milliseconds?: number;
  /** Questions put to servers, those for CNAMEs included. */
  queries?: number;
  signal?: AbortSignal;
}

const MILLISECONDS = 20_000;
/** Ten `mx` terms may rightly mean 111 questions, but nobody honest comes near. */
const QUERIES = 75;
const TIME_OVER = "time budget used up";

/** A resolver for one evaluation, on top of a lookup that many share. Where the budget is used up, every answer that is not at hand is an error that says so. */
export function session(lookup: Lookup, budget: Budget = {}, clock = () => performance.now()): Resolver {
  const { milliseconds = MILLISECONDS, queries = QUERIES, signal } = budget;
  const end = clock() + milliseconds;
  // Many evaluations may share a signal, and each of them may wait for many answers.
  if (signal) setMaxListeners(0, signal);
  let spent = 0;
  let waiting = 0;
  const refusal = (): string | null => {
    if (signal?.aborted) return "aborted";
    // Timers count whole milliseconds and so may end a little early.
    if (end - clock() < 1) return TIME_OVER;
    return spent + waiting >= queries ? `budget of ${queries} queries used up` : null;
  };
  return {
    resolve(name, type) {
      const refused = refusal();
      const abort = new AbortController();
      // Nothing is asked for one who has given up already; what is at hand comes all the same.
      if (refused !== null) abort.abort();
      const looked = lookup(name, type, abort.signal);
      if (!(looked instanceof Promise)) return looked.answer;
      if (refused !== null) return { status: "error", reason: refused };
      waiting++;
      return inTime(looked, end - clock(), abort, signal).then((outcome): Answer => {
        waiting--;
        spent += Math.max(outcome.queries, 1);
        return outcome.answer;
      });
    },
  };
}

/** The outcome, or an error once the time is over or the signal aborts; then tells `abort` that nobody waits here any more. */
function inTime(
  looked: Promise<Looked>,
  milliseconds: number,
  abort: AbortController,
  signal?: AbortSignal,
): Promise<Looked> {
  return new Promise((resolve, reject) => {
    const finish = (outcome: Looked) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", give);
      resolve(outcome);
    };
    const giveUp = (reason: string) => {
      finish(lookupError(reason));
      abort.abort();
    };
    const give = () => giveUp("aborted");
    const timer = setTimeout(() => giveUp(TIME_OVER), Math.min(milliseconds, MAX_DELAY));
    signal?.addEventListener("abort", give);
    looked.then(finish, reject);
  });
}
