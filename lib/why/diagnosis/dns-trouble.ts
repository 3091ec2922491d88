/**
 * Where a missing answer points: to the way from this site to its own resolver, to the bounds that one visit has, to
 * the zone asked about, or to either side.
 */
export type DnsTrouble = "resolver" | "limits" | "zone" | "either";

/** Reasons of lib/dns, and the short ones of other resolvers; a reason of none of these is of either side. */
const REASONS: [Exclude<DnsTrouble, "either">, RegExp][] = [
  ["limits", /\bbudget\b/],
  [
    "resolver",
    /^(?:refused|aborted|connection (?:refused|reset|closed early)|(?:host|network) unreachable|network error|no server to ask|no address .*|no more sockets .*|response to another question|E[A-Z]+_?[A-Z]+)$/i,
  ],
  [
    "zone",
    /^(?:servfail|malformed(?: response)?|truncated over tcp|more than \d+ (?:records|CNAMEs)|CNAME loop)$/i,
  ],
];

/** Tells where a resolver's reason for no answer points, whether or not it names the server that was asked in front. */
export function troubleOf(reason: string): DnsTrouble {
  const bare = reason.replace(/^\S+: /, "");
  return REASONS.find(([, pattern]) => pattern.test(bare))?.[0] ?? "either";
}
