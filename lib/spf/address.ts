import { canonicalIp } from "@/lib/net/ip";
import { ipHex, ipOfHex } from "@/lib/net/network";

/** An IP address made for comparing: IPv4 as a 32-bit `value`, IPv6 as 32 hex `digits`. */
export interface Address {
  text: string;
  isIpv4: boolean;
  value: number;
  digits: string;
}

/** Addresses that share their first `length` bits with `address`; `text` in CIDR notation, host bits cleared. */
export interface Network {
  address: Address;
  length: number;
  text: string;
}

/** The 32 bits of a dotted quad without leading zeros (qnum, RFC 7208 section 5.6); -1 for anything else. */
export function ipv4Value(text: string): number {
  let value = 0;
  let byte = 0;
  let digits = 0;
  let dots = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 46;
    if (code === 46) {
      if (digits === 0 || byte > 255) return -1;
      value = ((value << 8) | byte) >>> 0;
      byte = digits = 0;
      dots++;
    } else {
      if (code < 48 || code > 57 || digits === 3 || (digits > 0 && byte === 0)) return -1;
      byte = byte * 10 + code - 48;
      digits++;
    }
  }
  return dots === 4 ? value : -1;
}

/** A client's address; an IPv4 address mapped into IPv6 is IPv4 (RFC 7208 section 5). Null for no address. */
export function readClientAddress(text: string): Address | null {
  const canonical = canonicalIp(text);
  if (canonical === null) return null;
  return canonical.includes(":") ? ipv6Address(canonical) : ipv4Address(canonical);
}

/** An IPv4 address as a record's `ip4` or an A record states it; null for no such address. */
export function ipv4Address(text: string): Address | null {
  const value = ipv4Value(text);
  return value < 0 ? null : { text, isIpv4: true, value, digits: "" };
}

/** An IPv6 address as a record's `ip6` or an AAAA record states it; one mapped from IPv4 stays IPv6. Null for none. */
export function ipv6Address(text: string): Address | null {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text)) return null;
  const digits = ipHex(text);
  return digits === null ? null : { text: ipv6Text(digits), isIpv4: false, value: 0, digits };
}

/** Whether `address` lies in the network of `length` bits around `base`; never across families (RFC 7208 section 5). */
export function isInside(address: Address, base: Address, length: number): boolean {
  if (address.isIpv4 !== base.isIpv4) return false;
  if (address.isIpv4) return length === 0 || (address.value ^ base.value) >>> (32 - length) === 0;
  const whole = length >> 2;
  for (let i = 0; i < whole; i++)
    if (address.digits.charCodeAt(i) !== base.digits.charCodeAt(i)) return false;
  const rest = length & 3;
  return rest === 0 || (digitAt(address, whole) ^ digitAt(base, whole)) >> (4 - rest) === 0;
}

/** The network of `length` bits around an address in CIDR notation; of all its bits, the address alone. */
export function networkText(base: Address, length: number): string {
  if (base.isIpv4) {
    if (length === 32) return base.text;
    const value = length === 0 ? 0 : (base.value & (-1 << (32 - length))) >>> 0;
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}/${length}`;
  }
  if (length === 128) return base.text;
  const whole = length >> 2;
  const mixed = length & 3 ? (digitAt(base, whole) & (0xf0 >> (length & 3))).toString(16) : "";
  return `${ipv6Text((base.digits.slice(0, whole) + mixed).padEnd(32, "0"))}/${length}`;
}

function digitAt(address: Address, index: number): number {
  const code = address.digits.charCodeAt(index);
  return code < 58 ? code - 48 : code - 87;
}

function ipv6Text(digits: string): string {
  const text = ipOfHex(digits);
  return text.includes(":") ? text : `::ffff:${text}`;
}
