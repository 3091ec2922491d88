import type { Identity } from "./scope";

/** What a link or a bounce may tell; "link" is the link as a whole. */
export const WHY_FIELDS = ["ip", "sender", "helo", "receiver", "identity", "link"] as const;

export type WhyField = (typeof WHY_FIELDS)[number];

/**
 * What can be wrong with a value. The value is null but for "private" (no address of the public internet), "repeated"
 * (several values, the first is taken) and "too-long" (over the limit of SMTP, but short enough to check).
 */
export const WHY_PROBLEM_KINDS = [
  "missing",
  "not-an-address",
  "not-a-name",
  "truncated",
  "macro",
  "too-long",
  "private",
  "repeated",
  "unsupported",
] as const;

export type WhyProblemKind = (typeof WHY_PROBLEM_KINDS)[number];

/** What is wrong with a field; `given` is the text at fault as it came, at most 200 characters, "" where none came. */
export interface WhyProblem {
  field: WhyField;
  kind: WhyProblemKind;
  given: string;
}

/**
 * What somebody asks the why page. `sender` is an address, "" for the null sender, or a bare domain that stands for
 * postmaster@domain (RFC 7208 section 4.3); `ip` is canonical; `domain` is the one to check, in ASCII and lower case.
 * Null where absent or not understood.
 */
export interface WhyRequest {
  identity: Identity;
  sender: string | null;
  helo: string | null;
  ip: string | null;
  receiver: string | null;
  domain: string | null;
  problems: WhyProblem[];
}

const GIVEN = 200;

/** A problem whose `given` is bounded. */
export function problemOf(field: WhyField, kind: WhyProblemKind, given = ""): WhyProblem {
  return { field, kind, given: given.slice(0, GIVEN) };
}
