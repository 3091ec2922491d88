import { canonicalIp } from "./ip";

const DIGITS = 32;
const MAPPED = "00000000000000000000ffff";

/** A range of addresses, as ipHex writes them, both ends included; `text` is its canonical notation. */
export interface Network {
  text: string;
  from: string;
  to: string;
}

/** An address as 32 hex digits, IPv4 mapped into IPv6 (RFC 4291 section 2.5.5.2), so that texts sort as addresses do; null for no address. */
export function ipHex(text: string): string | null {
  const ip = canonicalIp(text);
  if (ip === null) return null;
  if (!ip.includes(":"))
    return (
      MAPPED +
      ip
        .split(".")
        .map((byte) => hex(Number(byte), 2))
        .join("")
    );
  const [head = "", tail] = ip.split("::");
  const groups = (part: string) =>
    (part === "" ? [] : part.split(":")).map((group) => group.padStart(4, "0"));
  const [first, last] = [groups(head), tail === undefined ? [] : groups(tail)];
  return [...first, ...new Array<string>(8 - first.length - last.length).fill("0000"), ...last].join("");
}

/** The address that 32 hex digits stand for, in canonical form. */
export function ipOfHex(digits: string): string {
  const groups = digits.match(/.{4}/g) ?? [];
  return canonicalIp(groups.join(":"))!;
}

/** Reads an address or a network in CIDR notation (RFC 4632), whatever bits of the host it has set; null for neither. */
export function readNetwork(text: string): Network | null {
  const [, address, prefix] = /^([^/]{1,50})(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const digits = address === undefined ? null : ipHex(address);
  if (digits === null) return null;
  const offset = digits.startsWith(MAPPED) ? 96 : 0;
  const length = prefix === undefined ? 128 : Number(prefix) + offset;
  if (length > 128) return null;
  const from = masked(digits, length, "0");
  const shown = ipOfHex(from);
  return {
    text: length === 128 ? shown : `${shown}/${length - offset}`,
    from,
    to: masked(digits, length, "f"),
  };
}

/** The network that a list counts an address under: /24 for IPv4, /64 for IPv6. */
export function networkAround(digits: string): string {
  const isMapped = digits.startsWith(MAPPED);
  return `${ipOfHex(masked(digits, isMapped ? 120 : 64, "0"))}/${isMapped ? 24 : 64}`;
}

/** Digits of which the bits behind the first `length` are all 0 or all 1. */
function masked(digits: string, length: number, rest: "0" | "f"): string {
  const whole = Math.floor(length / 4);
  const kept = length % 4;
  if (kept === 0) return digits.slice(0, whole).padEnd(DIGITS, rest);
  const mask = 0xf >> kept;
  const digit = Number.parseInt(digits[whole]!, 16);
  const mixed = rest === "0" ? digit & ~mask & 0xf : digit | mask;
  return (digits.slice(0, whole) + hex(mixed, 1)).padEnd(DIGITS, rest);
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}
