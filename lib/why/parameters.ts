import { endOfQuoted } from "@/lib/mail/quoted";
import { decodePercent } from "./escapes";

/** What a parameter of a why link means; `id` is an address or a host, `local` and `domain` are an address in two. */
export type ParameterField = "id" | "ip" | "helo" | "receiver" | "scope" | "local" | "domain" | "other";

/** A parameter; `value` is raw, `isLast` where nothing follows it, so that it may be cut. */
export interface Parameter {
  field: ParameterField;
  name: string;
  value: string;
  isLast: boolean;
}

/** Every name in use for a parameter (openspf.org's Why API, and the templates of checkers). */
const FIELDS = new Map<string, ParameterField>([
  ...["id", "identity", "sender", "mailfrom", "mfrom", "mail-from", "envelope-from"].map(
    (name) => [name, "id"] as const,
  ),
  ...["ip", "ip-address", "i", "ipaddr", "client-ip"].map((name) => [name, "ip"] as const),
  ...["r", "receiver", "rcvr"].map((name) => [name, "receiver"] as const),
  ...["helo", "ehlo", "h"].map((name) => [name, "helo"] as const),
  ...["s", "scope"].map((name) => [name, "scope"] as const),
  ["l", "local"],
  ["d", "domain"],
  ...["v", "version", "versions", "show-form", "lang"].map((name) => [name, "other"] as const),
]);

/** A name and its "=" behind a separator, however that is written. */
const NAME = /(?:^|[?&;]|%3b|%26)(?:amp;|[\s<+"]|%20|%0d|%0a|%09){0,20}([a-z][a-z-]{0,15})(?:\s|%20){0,5}=/gi;
const MOST = 100;

/** What a parameter's name means, in any case; null for a name that no template has. */
export function fieldOf(name: string): ParameterField | null {
  return FIELDS.get(name.toLowerCase()) ?? null;
}

/**
 * Takes parameters apart that are joined by `&`, `;` or their escapes, with blanks between them or not. An address
 * that was put in as it is may itself hold separators: a separator counts before a known name, and before any other
 * once the address has its "@".
 */
export function splitParameters(text: string): Parameter[] {
  let left = text;
  for (let times = 0; ; times++) {
    const found = split(left);
    if (times === 3 || found.some(({ field }) => field !== "other") || !/%(?:25){0,2}3d/i.test(left))
      return found;
    left = decodePercent(left);
  }
}

interface Start {
  field: ParameterField;
  name: string;
  at: number;
  value: number;
}

function split(text: string): Parameter[] {
  const starts: Start[] = [];
  let free = 0;
  for (const match of text.matchAll(NAME)) {
    if (starts.length === MOST) break;
    if (match.index < free) continue;
    const value = match.index + match[0].length;
    const field = fieldOf(match[1]!);
    const open = starts.at(-1);
    if (field === null && open?.field === "id" && !hasAt(text.slice(open.value, match.index))) continue;
    starts.push({ field: field ?? "other", name: match[1]!.toLowerCase(), at: match.index, value });
    free = afterQuoted(text, value);
  }
  return starts.map(({ field, name, value }, index) => {
    const next = starts[index + 1]?.at ?? text.length;
    return { field, name, value: text.slice(value, next), isLast: next === text.length };
  });
}

function hasAt(value: string): boolean {
  return value.includes("@") || /%40/.test(value);
}

/** Index after a quoted local part that stands at `from` unescaped; `from` where none does. */
export function afterQuoted(text: string, from: number): number {
  const at = text.charCodeAt(from) === 60 ? from + 1 : from;
  if (text.charCodeAt(at) !== 34) return from;
  const end = endOfQuoted(text, at);
  return text.charCodeAt(end) === 64 ? end : from;
}
