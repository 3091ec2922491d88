import type { CheckResult } from "@/lib/spf/check-host";

/** What is wrong with a field of the form, which begins the word; "own" for a name whose record is the draft itself. */
export type WhatIfProblem =
  | "ip-missing"
  | "ip-invalid"
  | "sender-missing"
  | "sender-invalid"
  | "helo-invalid"
  | "at-invalid"
  | "at-own";

/**
 * What a message would get: by what is published, and by the draft. Nothing is `checked` where a field is amiss, or none
 * is filled in. `assumed` is what the draft's side takes as published at another name, "" for nothing. `draft` is null
 * where it is what is published.
 */
export interface WhatIfAnswer {
  problems: WhatIfProblem[];
  checked: { identity: "mailfrom" | "helo"; domain: string } | null;
  assumed: { at: string; text: string } | null;
  published: CheckResult | null;
  draft: CheckResult | null;
}
