import { type Address, ipv4Address, ipv6Address } from "../address";
import { specialUse } from "../lint/special-networks";
import type { Bill } from "./bill";
import type { Finding } from "./finding";
import { found } from "./published-rules";
import { type TermPlace, termPlaces } from "./term-places";

/** Hosts of `a` and `mx` with addresses that no mail comes from over the Internet: rule 46. */
export function lintAddresses(bill: Bill): Finding[] {
  return termPlaces(bill).flatMap(lintHosts);
}

function lintHosts(place: TermPlace): Finding[] {
  const special = place.term.hosts.flatMap(({ name, ip4, ip6 }) =>
    [...ip4.map((ip) => ipv4Address(ip)!), ...ip6.map((ip) => ipv6Address(ip)!)]
      .filter(isSetAside)
      .map(({ text }) => ({ host: name, address: text })),
  );
  const [first] = special;
  if (first === undefined) return [];
  const values = { term: place.term.text, ...first, count: special.length };
  return [found("private-host-address", place, values)];
}

/** Addresses for documentation stand in examples, which are to be linted as if they were real. */
function isSetAside(address: Address): boolean {
  const use = specialUse({ address, length: address.isIpv4 ? 32 : 128, text: address.text });
  return use !== null && use !== "documentation";
}
