import { lookup } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import type { Config } from "@/lib/config/config";
import { demoResolver } from "@/lib/demo/demo-resolver";
import { dnsClient } from "@/lib/dns/dns-client";
import { type DnsServer, serverListProblem } from "@/lib/dns/servers";
import { chosenServers } from "@/lib/dns/system-servers";
import type { Zone } from "@/lib/dns/zone";
import { readZoneFile } from "@/lib/dns/zone-file";
import { readZoneJson } from "@/lib/dns/zone-json";
import { zoneResolver } from "@/lib/dns/zone-resolver";
import { visibleText } from "@/lib/mail/visible-text";
import type { Resolver } from "@/lib/spf";
import { readNumber } from "./arguments";
import { demoDatabase } from "./demo-database";
import { UsageFault } from "./fault";

export const DNS_OPTIONS = {
  dns: { type: "string" },
  "dns-timeout": { type: "string" },
  zone: { type: "string" },
} as const;

export const DNS_HELP = `  --dns HOST:PORT[,…]    ask these servers in place of the system's resolvers or WHYSPF_DNS
  --dns-timeout MS       wait so long for one answer, all tries together (15000)
  --zone FILE            ask nobody: answer from a zone, as JSON {name: {TXT: [text], A: […], AAAA: […], MX:
                         [[preference, host]], PTR: […], CNAME: host, timeout?: true}} or as a BIND zone file
`;

/** What is left out is told so often. */
const TOLD = 5;

/** What the options say. */
export interface DnsValues {
  dns?: string;
  "dns-timeout"?: string;
  zone?: string;
}

/** Gives a resolver for one evaluation each time it is called. */
export type Sessions = () => Resolver;

/** Where answers come from, by the options, WHYSPF_DNS, and for the demo's own names its zone while the database is the demo's; what cannot be used is a UsageFault that says where. */
export async function readSessions(
  values: DnsValues,
  config: Config,
  signal: AbortSignal,
  err: NodeJS.WritableStream,
): Promise<Sessions> {
  const lookupMs = readNumber("dns-timeout", values["dns-timeout"], 1, 600_000);
  if (values.zone !== undefined) {
    if (values.dns !== undefined) throw new UsageFault("takes --zone or --dns, not both.");
    const resolver = zoneResolver(await readZone(values.zone, err));
    return () => resolver;
  }
  const source = values.dns === undefined ? "WHYSPF_DNS" : "--dns";
  const list = values.dns ?? config.dnsServers;
  const chosen = chosenServers(list);
  if (chosen === null)
    throw new UsageFault(
      `${source} takes HOST:PORT[,…] with IPv6 in brackets: ${visibleText(serverListProblem(list ?? "") ?? "")}.`,
    );
  const tries = chosen.attempts * chosen.servers.length;
  const patience = lookupMs === null ? {} : { lookupMs, timeoutMs: Math.max(1, Math.ceil(lookupMs / tries)) };
  const servers = await Promise.all(chosen.servers.map((server) => addressed(server, source)));
  const client = dnsClient({ ...chosen, servers, ...patience });
  const sessions = () => client.session({ signal });
  if (values.dns !== undefined) return sessions;
  const isDemo = demoDatabase(config, err);
  return () => demoResolver(sessions(), isDemo);
}

/** A server by its address; one whose name the system does not know is a UsageFault. */
async function addressed({ host, port }: DnsServer, source: string): Promise<DnsServer> {
  if (isIP(host.split("%")[0]!) !== 0) return { host, port };
  const found = await lookup(host).catch(() => null);
  if (found === null) throw new UsageFault(`${source}: there is no host "${host}".`);
  return { host: found.address, port };
}

async function readZone(path: string, err: NodeJS.WritableStream): Promise<Zone> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageFault(`--zone cannot read ${path}: ${error.code ?? error.message}.`);
  });
  const read = /^\s*[{[]/.test(text) ? readZoneJson(text) : readZoneFile(text);
  if ("problem" in read)
    throw new UsageFault(`--zone ${path}, ${visibleText(read.at)}: ${visibleText(read.problem)}.`);
  // Types that SPF never asks for are left out in silence; a directive may stand for records that it does ask for.
  for (const { at, problem } of read.skipped.filter(({ problem }) => problem.startsWith("$")).slice(0, TOLD))
    err.write(`whyspf: ${path}, ${visibleText(at)}: ${visibleText(problem)} is left out.\n`);
  return read.zone;
}
