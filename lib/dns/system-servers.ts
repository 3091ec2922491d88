import { readFileSync } from "node:fs";
import { type DnsServers, readResolvConf, readServerList } from "./servers";

const RESOLV_CONF = "/etc/resolv.conf";

/** The servers of `HOST:PORT[,…]` (WHYSPF_DNS, `--dns`), or those of the system where that is null; null where it cannot be read. Patience is the system's in both cases. */
export function chosenServers(list: string | null, path = RESOLV_CONF): DnsServers | null {
  const system = readResolvConf(textOf(path));
  if (list === null) return system;
  const servers = readServerList(list);
  return servers && { ...system, servers };
}

/** A file's text; none where there is no such file, as on a machine that resolves by other means. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
