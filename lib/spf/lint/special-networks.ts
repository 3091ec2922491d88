import { type Address, ipv4Address, ipv6Address, isInside, type Network } from "../address";

/** What addresses are for that no mail comes from over the Internet. */
export type SpecialUse = "private" | "loopback" | "link-local" | "documentation" | "multicast" | "reserved";

/** The registries of RFC 6890, as far as mail may meet them. */
const SPECIAL: [SpecialUse, Address, number][] = (
  [
    ["reserved", "0.0.0.0/8"],
    ["private", "10.0.0.0/8"],
    ["private", "100.64.0.0/10"],
    ["loopback", "127.0.0.0/8"],
    ["link-local", "169.254.0.0/16"],
    ["private", "172.16.0.0/12"],
    ["reserved", "192.0.0.0/24"],
    ["documentation", "192.0.2.0/24"],
    ["private", "192.168.0.0/16"],
    ["reserved", "198.18.0.0/15"],
    ["documentation", "198.51.100.0/24"],
    ["documentation", "203.0.113.0/24"],
    ["multicast", "224.0.0.0/4"],
    ["reserved", "240.0.0.0/4"],
    ["reserved", "::/128"],
    ["loopback", "::1/128"],
    ["reserved", "100::/64"],
    ["documentation", "2001:db8::/32"],
    ["documentation", "3fff::/20"],
    ["private", "fc00::/7"],
    ["link-local", "fe80::/10"],
    ["multicast", "ff00::/8"],
  ] as const
).map(([use, network]) => {
  const [address = "", length] = network.split("/");
  return [use, (ipv4Address(address) ?? ipv6Address(address))!, Number(length)];
});

/** What a whole network is set aside for; null for one that mail may come from. */
export function specialUse({ address, length }: Network): SpecialUse | null {
  const special = SPECIAL.find(([, base, least]) => length >= least && isInside(address, base, least));
  return special ? special[0] : null;
}

const MAPPED = ipv6Address("::ffff:0.0.0.0")!;

/** Whether a network is of IPv4 addresses mapped into IPv6, which no client has (RFC 7208 section 5). */
export function isMapped({ address, length }: Network): boolean {
  return length >= 96 && isInside(address, MAPPED, 96);
}
