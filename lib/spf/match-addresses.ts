import { ipv4Address, ipv6Address, isInside, networkText } from "./address";
import type { DualCidr } from "./record";
import type { Answer } from "./resolver";
import { type Asking, ask, type Session } from "./session";

/**
 * Whether the client lies in the network around any address of a host: A records for a client of IPv4, AAAA for one of
 * IPv6, never the other (RFC 7208 section 5.3). "void" or "error" where DNS has none.
 */
export function* matchAddresses(
  session: Session,
  host: string,
  cidr: DualCidr,
): Asking<boolean | "void" | "error"> {
  const answer = yield* ask(session, host, session.client.isIpv4 ? "A" : "AAAA");
  return answer.status === "found" ? isAnyInside(session, host, cidr, answer.records) : answer.status;
}

type Records = Extract<Answer, { status: "found" }>["records"];

function isAnyInside(session: Session, host: string, cidr: DualCidr, records: Records): boolean {
  const { client, notes } = session;
  // RFC 7208 section 5.3: without a prefix length every bit counts; each length is for its own family only.
  const length = client.isIpv4 ? (cidr.ip4 ?? 32) : (cidr.ip6 ?? 128);
  for (const record of records) {
    if (record.type !== "A" && record.type !== "AAAA") continue;
    const address = record.type === "A" ? ipv4Address(record.address) : ipv6Address(record.address);
    if (address === null) continue;
    const isMatch = isInside(client, address, length);
    notes?.comparisons.push({
      ip: client.text,
      network: networkText(address, length),
      isInside: isMatch,
      host,
    });
    if (isMatch) return true;
  }
  return false;
}
