import { type Address, ipv4Address, ipv6Address, isInside } from "../address";

/** Networks whose addresses never reach a receiver on the Internet (IANA's special-purpose registries). */
const PRIVATE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
  "::/127",
  "fc00::/7",
  "fe80::/9",
  "ff00::/8",
].map(networkOf);

/**
 * Whether receivers on the Internet can see mail come from an address: not if it is private, loopback, link-local,
 * shared, multicast or reserved. Networks for documentation count as public, since they stand for such.
 */
export function isPublic(address: Address): boolean {
  return !PRIVATE.some(({ base, length }) => isInside(address, base, length));
}

/** A network written in CIDR notation, made for comparing; of a text that is none, a bug here. */
export function networkOf(text: string): { base: Address; length: number } {
  const [ip = "", length] = text.split("/");
  const base = ip.includes(":") ? ipv6Address(ip) : ipv4Address(ip);
  if (base === null) throw new Error(`no network: ${text}`);
  return { base, length: length === undefined ? (base.isIpv4 ? 32 : 128) : Number(length) };
}
