import { withTerm } from "@/lib/spf/edit/edits";
import { isTerm } from "@/lib/spf/lint/is-term";

/** What can be added to a record. */
export const ADDED_KINDS = ["address", "include", "a", "mx", "exists", "redirect", "all"] as const;
export type AddedKind = (typeof ADDED_KINDS)[number];

/** A service that sends for others, as it is offered to choose from. */
export interface OfferedProvider {
  name: string;
  include: string;
}

export type AddFault = "missing" | "address" | "name" | "there";

/** The text with one more term; or why what was entered is none. `value` of "all" is the term itself. */
export function withAdded(
  text: string,
  kind: AddedKind,
  value: string,
  providers: readonly OfferedProvider[],
): { text: string } | { fault: AddFault } {
  const term = addedTerm(kind, value.trim(), providers);
  if (term === null) return { fault: "missing" };
  if (!isTerm(term)) return { fault: kind === "address" ? "address" : "name" };
  const next = withTerm(text, term);
  return next === text ? { fault: "there" } : { text: next };
}

function addedTerm(kind: AddedKind, value: string, providers: readonly OfferedProvider[]): string | null {
  // Whoever enters the whole term means the same.
  const bare = value.replace(/^\+?(?:ip[46]|include|a|mx|exists|redirect)[:=]/i, "");
  switch (kind) {
    case "all":
      return value;
    case "address":
      return bare === "" ? null : `${bare.includes(":") ? "ip6" : "ip4"}:${bare}`;
    case "a":
    case "mx":
      return bare === "" || bare.startsWith("/") ? kind + bare : `${kind}:${bare}`;
    case "include":
      return bare === "" ? null : `include:${providerNamed(bare, providers)?.include ?? bare}`;
    default:
      return bare === "" ? null : `${kind}${kind === "redirect" ? "=" : ":"}${bare}`;
  }
}

/** The provider of a name, as it is listed or one of those that it is known by, or of the beginning of one name only. */
function providerNamed(text: string, providers: readonly OfferedProvider[]): OfferedProvider | null {
  const wanted = text.toLowerCase();
  const names = ({ name }: OfferedProvider) =>
    [name, ...name.split(/ *[/()] */)].map((one) => one.toLowerCase());
  const same = providers.find((provider) => names(provider).includes(wanted));
  if (same) return same;
  const near = providers.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return near.length === 1 && !text.includes(".") ? near[0]! : null;
}
