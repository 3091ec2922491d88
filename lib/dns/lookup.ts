import type { Answer, RecordType } from "@/lib/spf/resolver";

/** What a question came to, with what its asker must know besides. */
export interface Looked {
  answer: Answer;
  /** Seconds for which it may be remembered. */
  ttl: number;
  /** Questions put to servers for it, those for CNAMEs included and repetitions not. */
  queries: number;
}

/** Answers one question, at once where the answer is at hand. `signal` says that the asker no longer wants it. Never throws nor rejects. */
export type Lookup = (name: string, type: RecordType, signal?: AbortSignal) => Looked | Promise<Looked>;

/** An outcome that is an error and not to be remembered. */
export function lookupError(reason: string, queries = 0): Looked {
  return { answer: { status: "error", reason }, ttl: 0, queries };
}
