import type { Span } from "../record";
import type { SpfResult } from "../result";

/**
 * Why an edit is made:
 * - authorise-client: the client's address, alone, so that no other client's verdict changes
 * - authorise-provider: the include of the provider whose address the client has
 * - create-record, merge-records: the domain has no record, or several
 * - mend-syntax: an evident slip of the pen
 * - remove-unreachable: words behind `all` that make the record invalid
 * - remove-duplicate: a term that an earlier one says already
 * - remove-dead-include, remove-dead-redirect: their target has no record, which is an error for whoever gets there
 * - remove-loop: an include of the domain itself
 * - remove-void-term: its target has nothing that could match
 * - replace-by-addresses: `a`, `mx`, or an include of the domain's own, as the addresses behind it today, to free lookups
 */
export type EditReason =
  | "authorise-client"
  | "authorise-provider"
  | "create-record"
  | "merge-records"
  | "mend-syntax"
  | "remove-unreachable"
  | "remove-duplicate"
  | "remove-dead-include"
  | "remove-dead-redirect"
  | "remove-loop"
  | "remove-void-term"
  | "replace-by-addresses";

/** A change to the published text: `text`, with the space it needs, takes the place of what the span holds. */
export interface Edit extends Span {
  kind: "insert" | "replace" | "remove" | "create";
  text: string;
  reason: EditReason;
}

/** Why nothing is suggested; "no-such-domain" where DNS knows no such name (NXDOMAIN), "passes-everyone" where the mended record would authorise more
 * than anyone can own, as `+all` does. */
export type NoneBecause =
  | "already-passes"
  | "bad-ip"
  | "bad-domain"
  | "no-such-domain"
  | "private-address"
  | "dns-error"
  | "cannot-mend"
  | "cannot-merge"
  | "cannot-free-lookups"
  | "passes-everyone"
  | "not-proven";

/**
 * What the owner must know of a suggestion:
 * - explicitly-refused: the published record names the client, or a network around it, as not its own
 * - shared-provider: all customers of the provider are authorised with it
 * - addresses-may-change: addresses were written out, and must be kept up to date
 * - error-remains: other clients still meet an error, which is not this record's to mend
 * - over-limit: other clients still need more than ten lookups
 */
export type Warning =
  | "explicitly-refused"
  | "shared-provider"
  | "addresses-may-change"
  | "error-remains"
  | "over-limit";

/** How a client stands with a record. */
export interface Standing {
  result: SpfResult;
  lookups: number;
  voidLookups: number;
}

/** The same record with `-all` (receivers are asked to refuse the rest) and `~all` (to let it pass, marked). */
export interface Pair {
  fail: string[];
  softfail: string[];
}

/**
 * The smallest change to a domain's record that makes a client pass. `published` is null where there is no record, and
 * the records joined by line feeds where there are several; `suggested` is null where there is nothing to suggest.
 * `lookups` are the most that any client can need of the record suggested (of the published, where none is); counted
 * up to 100. `pair` is null where a redirect leaves `all` to another record.
 */
export interface Suggestion {
  domain: string;
  published: string | null;
  suggested: string | null;
  noneBecause: NoneBecause | null;
  edits: Edit[];
  warnings: Warning[];
  zoneLines: string[];
  pair: Pair | null;
  before: Standing;
  after: Standing | null;
  lookups: number;
}
