import { type Row, textOfRow } from "@/lib/spf/edit/rows";
import type { Qualifier } from "@/lib/spf/record";

/** The names that a row may be given. */
export const TERM_NAMES = [
  "ip4",
  "ip6",
  "include",
  "a",
  "mx",
  "exists",
  "ptr",
  "all",
  "redirect",
  "exp",
] as const;

const MODIFIERS: readonly string[] = ["redirect", "exp"];

/** Whether a row's name is known, so that its value can be edited apart from it. */
export function isNamed(row: Row): boolean {
  return (TERM_NAMES as readonly string[]).includes(row.name.toLowerCase());
}

/** A row's term with another name; its value goes where the name takes none. */
export function renamed(row: Row, name: string): string {
  const isModifier = MODIFIERS.includes(name);
  const value = name === "all" ? "" : row.value;
  return textOfRow({ qualifier: isModifier ? null : row.qualifier, name, value });
}

/** A row's term with another qualifier; null for the one that need not be written. */
export function requalified(row: Row, qualifier: Qualifier | null): string {
  const bare = row.text.replace(/^[-+~?]/, "");
  return (qualifier ?? "") + bare;
}

/** A row's term with another value, or another text where `isWhole`; spaces would make two terms of it. */
export function revalued(row: Row, typed: string, isWhole: boolean): string {
  const value = typed.replace(/\s+/g, "");
  return isWhole ? value : textOfRow({ ...row, value });
}
