import { canonicalIp } from "@/lib/net/ip";
import type { WhyProblemKind } from "./request";

/** What a text says of a client's address: its canonical form or null, and what is wrong with it. */
export interface ReadIp {
  ip: string | null;
  kind: WhyProblemKind | null;
}

const NIBBLES = /^(?:[0-9a-f]\.){31}[0-9a-f]$/i;
const PRIVATE_IPV4 =
  /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_IPV6 = /^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1?$)/;

/**
 * Reads a client address in any notation that links hold: brackets, `IPv6:`, a port, a zone, a prefix length, the
 * dotted nibbles of the macro %{i} (RFC 7208 section 7.3). `isCut` where the text may lack its end.
 */
export function readIp(text: string, isCut = false): ReadIp {
  const bare = withoutMarks(text);
  const ip = canonicalIp(bare) ?? canonicalIp(fromNibbles(bare) ?? withoutPort(bare));
  if (ip !== null) return { ip, kind: isPrivate(ip) ? "private" : null };
  return { ip: null, kind: isCut && isBeginning(bare) ? "truncated" : "not-an-address" };
}

/** Whether an address is one of a network's inside, which no SPF record speaks of. */
function isPrivate(ip: string): boolean {
  return ip.includes(":") ? PRIVATE_IPV6.test(ip) : PRIVATE_IPV4.test(ip);
}

/** Takes off what stands around; a colon at the end stays where it belongs to the address. */
function withoutMarks(text: string): string {
  const marks = text
    .slice(0, 120)
    .replace(/^[\s<"'(]{1,20}/, "")
    .replace(/[\s>"').,;]{1,20}$/, "");
  const inner = /^\[([^[\]]{1,60})(?:\]|$)(?::\d{1,5})?/.exec(marks)?.[1] ?? marks.replace(/\]+$/, "");
  const plain = inner
    .replace(/^ipv6:/i, "")
    .replace(/%[a-z0-9]{1,15}$/i, "")
    .replace(/\/\d{1,3}$/, "");
  return /^[\d.]+:$/.test(plain) ? plain.slice(0, -1) : plain;
}

function withoutPort(text: string): string {
  return text.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, "$1");
}

function fromNibbles(text: string): string | null {
  if (!NIBBLES.test(text)) return null;
  return text.replaceAll(".", "").replace(/.{4}(?=.)/g, "$&:");
}

const BEGINNINGS = [
  // A figure with zeros before it may be octal; nothing behind it makes that clear.
  /^(?:(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(?:\.|$)){0,4}$/,
  /^(?:[0-9a-f]\.){1,31}[0-9a-f]?$/i,
  /^[0-9a-f]{1,4}$/i,
  /^[0-9a-f]{0,4}:[0-9a-f:.]{0,58}$/i,
];

/** Whether more characters could make it an address. */
function isBeginning(text: string): boolean {
  return BEGINNINGS.some((beginning) => beginning.test(text));
}
