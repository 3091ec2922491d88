import { domainOf } from "@/lib/mail/address";
import { canonicalIp } from "@/lib/net/ip";
import { checkedDomain } from "../identity";
import type { WhyRequest } from "../request";
import type { Then } from "./then";

/**
 * Whether the site's own message is the one asked about: of the same client, and of the same sender's domain, or HELO
 * name where that is what was checked. Whoever holds a signed link may have written the rest of it anew.
 */
export function isSameMessage(then: Then, request: WhyRequest): boolean {
  const { clientIp, envelopeFrom, helo } = then;
  if (request.ip === null || clientIp === null || canonicalIp(clientIp) !== canonicalIp(request.ip))
    return false;
  const isSameHelo = isSameName(helo, request.helo);
  if (request.sender === "") return envelopeFrom === "" && isSameHelo;
  if (request.identity !== "helo")
    return isSameName(envelopeFrom === null ? null : domainOf(envelopeFrom), request.domain);
  const isSameSender = request.sender === null ? !envelopeFrom : isOfDomain(envelopeFrom, request.sender);
  return isSameSender && isSameHelo;
}

function isOfDomain(address: string | null, other: string): boolean {
  return address !== null && isSameName(domainOf(address), domainOf(other));
}

function isSameName(name: string | null, other: string | null): boolean {
  return name !== null && other !== null && folded(name) === folded(other);
}

function folded(name: string): string {
  return checkedDomain(name.replace(/\.$/, ""));
}
