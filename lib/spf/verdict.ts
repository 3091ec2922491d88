import type { Qualifier, SpfRecord, Term } from "./record";
import type { SpfResult } from "./result";
import type { Reason } from "./trace";

/** What check_host() says of a domain: `term` decided, of `record`, which is `domain`'s. */
export interface Outcome {
  result: SpfResult;
  reason: Reason;
  domain: string;
  record: SpfRecord | null;
  term: Term | null;
}

/** The result that a matching directive gives (RFC 7208 section 4.6.2). */
export const RESULT_OF: Record<Qualifier, SpfResult> = {
  "+": "pass",
  "-": "fail",
  "~": "softfail",
  "?": "neutral",
};
