import type { Holding, LiveServer } from "./live";

/** How many servers a sentence names. */
const NAMED = 4;

/** What counts as the new record: the draft, or where no server has it, the draft with ~all. */
export function newest(servers: LiveServer[]): Holding[] {
  return servers.some(({ holds }) => holds === "draft") ? ["draft"] : ["softly"];
}

/** The servers that answered and hold none of these, in one text. */
export function otherServers(servers: LiveServer[], holdings: Holding[]): string {
  const others = servers.filter(({ holds }) => holds !== null && !holdings.includes(holds));
  return serverNames(others.map(({ answer }) => answer));
}

/** Servers with the addresses that were asked, the first few, in one text. */
export function serverNames(servers: { name: string; address: string | null }[]): string {
  const names = servers.map(({ name, address }) => (address === null ? name : `${name} (${address})`));
  return names.length <= NAMED ? names.join(", ") : `${names.slice(0, NAMED).join(", ")}, …`;
}
