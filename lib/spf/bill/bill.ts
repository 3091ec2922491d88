import type { Problem, Qualifier, Span } from "../record";

/** The version of the bill's JSON; it goes up when a field changes its meaning or goes. */
export const BILL_VERSION = 1;

/**
 * Void lookups in the worst case (RFC 7208 section 4.6.4): those that every client of a family meets, and how many more
 * are `possible`, because they hang on the client (`ptr`, macros) or on what DNS did not answer.
 */
export interface Voids {
  ip4: number;
  ip6: number;
  possible: number;
}

/** The addresses of a host; a family's is "found", "void" (none), "error" (no answer), or "not-asked". */
export interface HostBill {
  name: string;
  ip4: string[];
  ip6: string[];
  ip4Status: HostStatus;
  ip6Status: HostStatus;
}

export type HostStatus = "found" | "void" | "error" | "not-asked";

/**
 * What stands in the way of a term:
 * - unknown-target: its name hangs on macros of the message, or on a domain that is not known
 * - invalid-target: its name cannot be asked for (4.8)
 * - dns-error: no answer; not-asked: the questions were used up
 * - void: nothing of the type at the name, in both families
 * - mx-limit: more than ten exchangers (4.6.4); null-mx: the only exchanger is "." (RFC 7505)
 * - no-text, several-texts: the target of `exp` has no TXT record, or more than one (6.2)
 */
export type TermTrouble =
  | "unknown-target"
  | "invalid-target"
  | "dns-error"
  | "not-asked"
  | "void"
  | "mx-limit"
  | "null-mx"
  | "no-text"
  | "several-texts";

/**
 * A term and what it costs: `lookups` and `voidLookups` count the term's own and all of the record `within`. A term is
 * not `isReached` behind one that matches everyone, nor is a redirect beside `all`; it costs nothing and is not asked
 * for. `name` is that of the mechanism or modifier, "" of a broken term; `qualifier` null for what is no directive.
 * `isMacro` if its name is written with macros, known or not; `networks` in CIDR notation; `names` is how many exchangers
 * an `mx` has; `explanation` the text that `exp` leads to.
 */
export interface TermBill extends Span {
  text: string;
  name: string;
  qualifier: Qualifier | null;
  isReached: boolean;
  lookups: number;
  voidLookups: Voids;
  target: string | null;
  isMacro: boolean;
  trouble: TermTrouble | null;
  networks: string[];
  hosts: HostBill[];
  names: number;
  explanation: string | null;
  within: RecordBill | null;
}

/**
 * What became of a record: read, none at an existing name, none because the name does not exist, several, with syntax
 * errors (its good terms are still billed), no answer, met again on the way to itself, deeper than is followed, or not
 * asked for because the bill's questions or size were used up.
 */
export type RecordStatus =
  | "read"
  | "none"
  | "nxdomain"
  | "several"
  | "syntax"
  | "error"
  | "loop"
  | "too-deep"
  | "not-asked";

/**
 * A record of the tree. `domain` is null for a text without one; `all` is the qualifier of its first `all`; `isOpen` if
 * every client passes, whatever it is.
 */
export interface RecordBill {
  domain: string | null;
  via: "initial" | "include" | "redirect";
  status: RecordStatus;
  text: string | null;
  problems: Problem[];
  terms: TermBill[];
  lookups: number;
  voidLookups: Voids;
  all: Qualifier | null;
  isOpen: boolean;
}

/**
 * How many addresses pass: of IPv4 as a number, of IPv6 as decimal digits. Not `isExact` where a term's addresses cannot
 * be known (`exists`, `ptr`, macros, no answer).
 */
export interface AddressCount {
  ip4: number;
  ip6: string;
  isExact: boolean;
}

/** Where a network is said: the domains below the root, the term there, the span of the root's term that leads there. */
export interface NetworkPlace extends Span {
  where: string[];
  term: string;
  network: string;
  qualifier: Qualifier;
}

/**
 * Two networks of which `inner` lies in `outer` or is the same. `isUnreachable` if `outer` is evaluated first, so that
 * `inner` decides nothing; `agrees` if both give the same result. Of many around one network, `outer` is the first.
 */
export interface Overlap {
  outer: NetworkPlace;
  inner: NetworkPlace;
  isUnreachable: boolean;
  agrees: boolean;
}

/**
 * What a record and all below it may cost any client, as data, to be kept as JSON. The worst client is one that matches
 * nothing until the end. `lookups` counts terms (RFC 7208 section 4.6.4) and may exceed the limit; a loop counts as one
 * more than the limit, where every check of it ends. Not `isComplete` where more may lie below than was seen. Of
 * `overlaps` the first 100 are listed, `overlapCount` counts them all. `published` holds the strings of each TXT record
 * at the domain, null where the text was given or there was no answer.
 */
export interface Bill {
  version: typeof BILL_VERSION;
  root: RecordBill;
  lookups: number;
  voidLookups: Voids;
  questions: number;
  isComplete: boolean;
  addresses: AddressCount;
  overlaps: Overlap[];
  overlapCount: number;
  published: string[][] | null;
}
