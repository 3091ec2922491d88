import { ipv4Address, ipv6Address } from "../address";
import { parseRecord } from "../parse";

const KNOWN = ["all", "include", "exists", "redirect", "exp", "ptr"];

/** Whether a text is one term without a syntax error. */
export function isTerm(text: string): boolean {
  return text !== "" && !text.includes(" ") && parseRecord(`v=spf1 ${text}`).problems.length === 0;
}

/** What a word with a syntax error evidently means, as terms; none if it says nothing, null if it cannot be told. */
export function mendTerm(word: string): string[] | null {
  const text = plain(word);
  if (/^(?:[+\-~?]?(?:include|exists|ip4|ip6)[:=]?|)$/i.test(text)) return [];
  for (const attempt of ATTEMPTS) {
    const terms = attempt(text);
    if (terms?.every(isTerm)) return terms;
  }
  return null;
}

type Attempt = (text: string) => string[] | null;

const ATTEMPTS: Attempt[] = [
  (text) => [text],
  gluedAll,
  listed,
  address,
  hostAsAddress,
  modifier,
  include,
  (text) => [text.replace(/\/0+(?=[1-9])/g, "/")],
  misspelt,
];

/** Dashes, tildes and quotes of word processors (octets of UTF-8) as ASCII; quotes and stops around the word go. */
function plain(word: string): string {
  return word
    .replace(/\xe2\x80[\x90-\x95]|\xe2\x88\x92/g, "-")
    .replace(/\xef\xbd\x9e|\xe2\x88\xbc|\xcb\x9c/g, "~")
    .replace(/\xe2\x80[\x8b-\x8f\x98-\x9f]|\xef\xbb\xbf/g, "")
    .replace(/^["'`,;]+|["'`,;.]+$/g, "");
}

/** `ip4:192.0.2.1-all`, `--all`; of two qualifiers the stricter holds. */
function gluedAll(text: string): string[] | null {
  const signs = /^([+\-~?]{2,3})all$/i.exec(text)?.[1];
  if (signs !== undefined) return [`${["-", "~", "?", "+"].find((sign) => signs.includes(sign))}all`];
  const [, head, all] = /^(.+[^+\-~?])([+\-~?]all)$/i.exec(text) ?? [];
  if (head === undefined) return null;
  const terms = mendTerm(head);
  return terms && [...terms, all!];
}

/** `ip4:192.0.2.1,192.0.2.2`, `a;mx`. A qualifier of the first would not say whether the others have it too. */
function listed(text: string): string[] | null {
  const words = text.split(/[,;]+/);
  if (words.length < 2 || /^[-~?]/.test(text)) return null;
  const terms = words.map(mendTerm);
  return terms.includes(null) ? null : terms.flatMap((term) => term!);
}

/** An address under a wrong name, or none: `ipv4:`, `ip4=`, `ip4` of an IPv6 address, `a:192.0.2.1`, `192.0.2.1/24`. */
function address(text: string): string[] | null {
  const [, sign, ip, length] =
    /^([+\-~?]?)(?:ipv?[46][:=]*|(?:ip\d?|a|mx|include)[:=]+)?(\d{1,3}(?:\.\d{1,3}){3}|[\da-f:.]*:[\da-f:.]*)(?:\/0*(\d{0,3}))?$/i.exec(
      text,
    ) ?? [];
  if (ip === undefined) return null;
  const name = ipv4Address(ip) ? "ip4" : ip.includes(":") && ipv6Address(ip) ? "ip6" : null;
  // "/0" would authorise everyone, which no one can be taken to have meant.
  if (name === null || (length === "" && /\/0/.test(text))) return null;
  return [`${sign}${name}:${ip}${length ? `/${length}` : ""}`];
}

/** `ip4:mail.example.com` */
function hostAsAddress(text: string): string[] | null {
  const [, sign, host] = /^([+\-~?]?)ip[46]:([a-z_][\w-]*(?:\.[\w-]+)*\.[a-z][a-z-]+)$/i.exec(text) ?? [];
  return host === undefined ? null : [`${sign}a:${host}`];
}

/** `redirect:example.com`, `+exp=…` */
function modifier(text: string): string[] | null {
  const [, name, value] = /^[+\-~?]?(redirect|exp)[:=]+(.+)$/i.exec(text) ?? [];
  return name === undefined ? null : [`${name}=${value}`];
}

/** `include_spf.example.com`, `include.spf.example.com`, `include::example.com` */
function include(text: string): string[] | null {
  const [, head, target] = /^([+\-~?]?include)[:=.]*([\w%].*\..+)$/i.exec(text) ?? [];
  return head === undefined ? null : [`${head}:${target}`];
}

/** `inlcude:example.com`, `-al`: one slip away from one name alone. */
function misspelt(text: string): string[] | null {
  const [, sign, word, rest] = /^([+\-~?]?)([a-z\d]{2,9})([:=].*)?$/i.exec(text) ?? [];
  if (word === undefined) return null;
  const near = KNOWN.filter((name) => isOneSlip(word.toLowerCase(), name));
  if (near.length !== 1) return null;
  const name = near[0]!;
  if (name === "redirect" || name === "exp") return rest ? [`${name}=${rest.slice(1)}`] : null;
  return [`${sign}${name}${rest ? `:${rest.slice(1)}` : ""}`];
}

/** Whether one letter too many, too few, another, or two that changed places, make one word the other. */
function isOneSlip(word: string, name: string): boolean {
  let from = 0;
  while (from < word.length && word[from] === name[from]) from++;
  const [rest, due] = [word.slice(from), name.slice(from)];
  if (rest === "" && due === "") return false;
  if (rest.slice(1) === due || rest === due.slice(1) || rest.slice(1) === due.slice(1)) return true;
  return rest[0] === due[1] && rest[1] === due[0] && rest.slice(2) === due.slice(2);
}
