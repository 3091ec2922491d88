const KNOWN = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists", "redirect", "exp"] as const;

/** What a term of a record is, by its name; "unknown" for any other. */
export type TermName = (typeof KNOWN)[number] | "unknown";

/** Reads a term's qualifier ("" where none is written) and its name; takes any text. */
export function readTermName(text: string): { qualifier: string; name: TermName } {
  const [, qualifier = "", word = ""] = /^([-+~?]?)([a-z0-9]*)/i.exec(text) ?? [];
  const name = KNOWN.find((known) => known === word.toLowerCase()) ?? "unknown";
  return { qualifier, name };
}
