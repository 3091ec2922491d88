/** The types of DNS records that SPF asks for (RFC 7208 sections 4.4 and 5). */
export type RecordType = "A" | "AAAA" | "MX" | "PTR" | "TXT";

/**
 * One DNS record. `address` is canonical (lib/net/ip.ts), `host` a name as Resolver takes it ("" is the root), each of
 * `strings` holds one octet per character (U+0000–U+00FF). `ttl` counts seconds.
 */
export type DnsRecord =
  | { type: "A" | "AAAA"; address: string; ttl?: number }
  | { type: "MX"; preference: number; host: string; ttl?: number }
  | { type: "PTR"; host: string; ttl?: number }
  | { type: "TXT"; strings: string[]; ttl?: number };

/**
 * What became of a question: records of the asked type after following CNAMEs, nothing (a void lookup, RFC 7208
 * section 4.6.4), or no answer (timeout, servfail, refused, malformed, budget).
 */
export type Answer =
  | { status: "found"; records: DnsRecord[] }
  | { status: "void"; reason: "nxdomain" | "nodata" }
  | { status: "error"; reason: string };

/**
 * Where the evaluator gets its answers from. A name is its labels joined by ".", one character per octet
 * (U+0000–U+00FF), no trailing dot, any octet legal. An answer that is at hand (cache, zone) comes without a promise.
 */
export interface Resolver {
  resolve(name: string, type: RecordType): Answer | Promise<Answer>;
}
