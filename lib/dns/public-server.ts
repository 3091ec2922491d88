import { canonicalIp } from "@/lib/net/ip";
import { type Address, isInside, readClientAddress } from "@/lib/spf/address";
import { isPublic, networkOf } from "@/lib/spf/draft/public-address";
import type { DnsServer } from "./servers";

/** Where to ask the server at an address; null where it must not be asked. */
export type Reach = (address: string) => DnsServer | null;

const DNS_PORT = 53;
/** What the Internet gives out of IPv6; all else is special. */
const UNICAST = networkOf("2000::/3");
/** Addresses that look public and may lead into a network of one's own, by translation, by a tunnel, or as a habit. */
const INWARD = ["192.0.0.0/24", "198.18.0.0/15", "2001::/23", "2002::/16"].map(networkOf);

/**
 * The server at a public address. Who owns a domain chooses the addresses of its servers, so that any other would let
 * strangers send packets into this site's own network.
 */
export function publicServer(address: string): DnsServer | null {
  const canonical = canonicalIp(address);
  const read = canonical === null ? null : readClientAddress(canonical);
  return read && canonical && isOutside(read) ? { host: canonical, port: DNS_PORT } : null;
}

function isOutside(address: Address): boolean {
  if (!isPublic(address)) return false;
  if (!address.isIpv4 && !isInside(address, UNICAST.base, UNICAST.length)) return false;
  return !INWARD.some(({ base, length }) => isInside(address, base, length));
}
