import type { TermBill } from "@/lib/spf/bill/bill";
import { branchNetworks } from "@/lib/spf/bill/branch";
import { replacedTerm } from "@/lib/spf/edit/edits";
import type { Span } from "@/lib/spf/record";

/** More networks than this make no record that anyone would keep. */
const MOST = 20;

/** A term as `ip4:` and `ip6:` terms of the same effect today; null where there are none, too many, or they cannot be known. */
export function asNetworks(term: TermBill): string[] | null {
  const networks = branchNetworks(term, MOST);
  if (networks === null || networks.length === 0) return null;
  // A redirect's results stay its own.
  if (term.qualifier === null) return null;
  const sign = term.qualifier === "+" ? "" : term.qualifier;
  return networks.map((network) => `${sign}${network.includes(":") ? "ip6" : "ip4"}:${network}`);
}

/** A record's text with terms at spans written as others, or taken out where `written` has null for them. */
export function withEach(
  text: string,
  spans: readonly Span[],
  written: readonly (readonly string[] | null)[],
): string {
  return spans
    .map((span, n) => ({ span, term: written[n]?.join(" ") ?? "" }))
    .toSorted((a, b) => b.span.from - a.span.from)
    .reduce((left, { span, term }) => replacedTerm(left, span, term), text);
}
