import type { AuthorityAnswer } from "./authority-report";
import { eachOf } from "./each-of";
import type { Reach } from "./public-server";
import type { DnsServer } from "./servers";

/** A server to ask, or why it cannot be. */
export type ZoneServer = Pick<AuthorityAnswer, "name" | "address"> &
  ({ server: DnsServer } | { server: null; reason: "private-address" | "no-address" });

/** How many names of servers are looked up, and how many addresses are asked, which is more than any zone has. */
const MAX_NAMES = 13;
const MAX_ADDRESSES = 20;

/**
 * The servers of these names, each address once; `isCut` where there are more than are taken. Every name is given its
 * first address before any is given its second.
 */
export async function zoneServers(
  names: string[],
  addressesOf: (name: string) => Promise<string[]>,
  reach: Reach,
): Promise<{ servers: ZoneServer[]; isCut: boolean }> {
  const taken = names.slice(0, MAX_NAMES);
  const found = await eachOf(taken, 4, addressesOf);
  const owners = new Map<string, string>();
  const most = Math.max(0, ...found.map((addresses) => addresses.length));
  for (let turn = 0; turn < Math.min(most, MAX_ADDRESSES + 1); turn++)
    found.forEach((addresses, index) => {
      const address = addresses[turn];
      if (address !== undefined && !owners.has(address)) owners.set(address, taken[index]!);
    });
  const asked = new Map([...owners].slice(0, MAX_ADDRESSES));
  const servers = taken.flatMap((name, index): ZoneServer[] => {
    if (found[index]!.length === 0) return [{ name, address: null, server: null, reason: "no-address" }];
    const own = [...asked].filter(([, owner]) => owner === name);
    return own.map(([address]) => {
      const server = reach(address);
      return server ? { name, address, server } : { name, address, server, reason: "private-address" };
    });
  });
  return { servers, isCut: names.length > MAX_NAMES || owners.size > MAX_ADDRESSES };
}
