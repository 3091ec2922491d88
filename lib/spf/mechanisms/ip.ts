import { isInside, type Network } from "../address";
import { decide, type Session } from "../session";

/**
 * `ip4` and `ip6` (RFC 7208 section 5.6): whether the client lies in the network. An `ip6` network never matches a
 * client of IPv4, mapped into IPv6 or not (section 5).
 */
export function matchIp(session: Session, { address, length, text }: Network): boolean {
  const { client, notes } = session;
  const isMatch = isInside(client, address, length);
  if (notes !== null) {
    notes.comparisons.push({ ip: client.text, network: text, isInside: isMatch, host: null });
    if (client.isIpv4 !== address.isIpv4) decide(session, "other-family");
  }
  return isMatch;
}
