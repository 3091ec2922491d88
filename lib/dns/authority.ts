import { setMaxListeners } from "node:events";
import { isDomainName } from "@/lib/spf/domain-name";
import { asciiName } from "@/lib/spf/idn";
import { askAtServer } from "./ask-authority";
import { askServers } from "./ask-servers";
import type { AuthorityReport } from "./authority-report";
import { eachOf } from "./each-of";
import { type Ask, findZone } from "./find-zone";
import { publicServer, type Reach } from "./public-server";
import { type DnsServer, type DnsServers, serverText } from "./servers";
import { lookUpChain } from "./wire-client";
import { foldName } from "./wire-name";
import { type ZoneServer, zoneServers } from "./zone-servers";

/** How the servers of a domain are found and asked. */
export interface AuthorityOptions {
  /** Whoever finds them. */
  recursive: DnsServers;
  /** Whom to ask in place of the servers of the NS records; null for those. */
  authority: DnsServer[] | null;
  /** Where a server is reached, null where it must not be: only public addresses are, unless a test has others. */
  reach?: Reach;
  /** For one packet, of which each server is sent two where no answer comes; milliseconds. */
  patienceMs?: number;
  signal?: AbortSignal;
  /** Milliseconds, only ever forwards. */
  clock?: () => number;
  /** Epoch ms. */
  now?: () => number;
}

/** For all of it, for what must be known before any server is asked, and of that for what a resolver remembers: where an alias leads to servers that are dead, those of the domain itself still tell it. */
const MILLISECONDS = 8_000;
const FINDING = 6_000;
const REMEMBERING = 3_000;
/** Servers of zones are near, or not to be waited for. */
const PATIENCE = 1_200;
/** How many servers are asked at a time. */
const TOGETHER = 8;

/** Asks every authoritative server of a domain what it publishes there, and the recursive ones what they remember. Never throws. */
export async function askAuthority(domain: string, options: AuthorityOptions): Promise<AuthorityReport> {
  const { authority, patienceMs = PATIENCE, signal } = options;
  const { clock = () => performance.now(), now = Date.now } = options;
  const name = asciiName(domain);
  const report = emptyReport(name, authority !== null, now());
  if (!isDomainName(name)) return { ...report, problem: "no-zone" };
  if (signal) setMaxListeners(0, signal);
  const start = clock();
  const left = (milliseconds: number) => start + milliseconds - clock();
  const search = searcher(options.recursive, left, signal);
  const { chain, resolver } = await search.remembered(name);
  const isAlias = foldName(chain.name) !== foldName(name);
  const target = authority === null ? chain.name : name;
  // Some servers never answer what they do not know; nobody is to wait for that.
  const obsolete = search.obsolete(chain.name);
  const found =
    authority === null ? await search.servers(target, options.reach ?? publicServer) : configured(authority);
  const servers = await eachOf(found.servers, TOGETHER, (server) =>
    askAtServer(server, target, { timeoutMs: patienceMs, timeLeft: () => left(MILLISECONDS), signal }),
  );
  const told = { resolver, obsolete: await obsolete, alias: isAlias ? chain.name : null };
  return { ...report, ...found, ...told, servers };
}

type Found = Pick<AuthorityReport, "zone" | "problem" | "isCut"> & { servers: ZoneServer[] };

function configured(authority: DnsServer[]): Found {
  const servers = authority.map((server) => ({ name: server.host, address: serverText(server), server }));
  return { zone: null, problem: servers.length === 0 ? "no-servers" : null, isCut: false, servers };
}

/** What the recursive servers are asked for. */
function searcher(
  recursive: DnsServers,
  left: (milliseconds: number) => number,
  signal: AbortSignal | undefined,
) {
  const timeLeft = () => left(FINDING);
  const ask: Ask = (name, type) => askServers(recursive, name, type, timeLeft, signal);
  const look = (name: string, type: "A" | "AAAA") => lookUpChain(recursive, name, type, timeLeft, signal);
  const addressesOf = async (name: string): Promise<string[]> => {
    const both = await Promise.all([look(name, "A"), look(name, "AAAA")]);
    return both.flatMap(({ answer }) =>
      answer.status === "found"
        ? answer.records.flatMap((record) => ("address" in record ? [record.address] : []))
        : [],
    );
  };
  return {
    async remembered(name: string) {
      const { answer, chain } = await lookUpChain(recursive, name, "TXT", () => left(REMEMBERING), signal);
      if (answer.status === "error") return { chain, resolver: null };
      const records = answer.status === "found" ? answer.records : [];
      const txt = records.flatMap((record) => (record.type === "TXT" ? [record.strings] : []));
      return { chain, resolver: { txt, ttl: Number.isFinite(chain.ttl) ? chain.ttl : null } };
    },
    async obsolete(name: string): Promise<string[]> {
      const asked = await ask(name, "SPF");
      if ("failure" in asked) return [];
      return asked.answers.flatMap((answer) => ("obsolete" in answer ? [answer.obsolete.join("")] : []));
    },
    async servers(name: string, reach: Reach): Promise<Found> {
      const found = await findZone(name, ask);
      if ("problem" in found) return { zone: null, problem: found.problem, isCut: false, servers: [] };
      const { servers, isCut } = await zoneServers(found.servers, addressesOf, reach);
      const problem = servers.some(({ server }) => server !== null) ? null : "no-servers";
      return { zone: found.zone, problem, isCut, servers };
    },
  };
}

function emptyReport(domain: string, isConfigured: boolean, askedAt: number): AuthorityReport {
  const nothing = { alias: null, zone: null, problem: null, isCut: false, resolver: null };
  return { domain, ...nothing, isConfigured, servers: [], obsolete: [], askedAt };
}
