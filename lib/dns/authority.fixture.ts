import { type AuthorityOptions, askAuthority } from "./authority";
import type { AuthorityReport } from "./authority-report";
import {
  type Asked,
  type Reply,
  rawRecord,
  recordBytes,
  soaRecord,
  writeResponse,
} from "./dns-response.fixture";
import { framed } from "./listen.fixture";
import { type RawReply, type RawServer, rawServer } from "./raw-server.fixture";
import type { DnsServer } from "./servers";
import { foldName, writeName } from "./wire-name";
import { TYPE_NUMBERS } from "./wire-record";

/** What a resolver of a test knows: servers by zone, addresses by host, and what is at names besides. */
export interface Known {
  ns: Record<string, string[]>;
  hosts: Record<string, string[]>;
  txt?: Record<string, string[]>;
  obsolete?: Record<string, string>;
  aliases?: Record<string, string>;
  /** Names, and types, that get no answer. */
  mute?: string[];
  muteTypes?: string[];
  /** Whether an absence tells its zone. */
  tellsZone?: boolean;
}

/** Servers on loopback that stand at addresses of the Internet, and a resolver that finds them. */
export interface World {
  servers: Record<string, RawServer>;
  resolver: RawServer;
  ask(domain: string, options?: Partial<AuthorityOptions>): Promise<AuthorityReport>;
  close(): Promise<void>;
}

const OWNER = Buffer.from([0xc0, 12]);
const name = (text: string) => Buffer.from(writeName(text)!);

/** Starts a world: what its resolver knows, and how the server at each address replies. Close it. */
export async function openWorld(known: Known, replies: Record<string, RawReply>): Promise<World> {
  const resolver = await rawServer((query) => {
    const isMute = known.mute?.includes(query.name) || known.muteTypes?.includes(query.type);
    return isMute ? [] : [writeResponse(query, resolverReply(known, query))];
  });
  const servers: Record<string, RawServer> = {};
  for (const [address, reply] of Object.entries(replies)) servers[address] = await rawServer(reply);
  const reach = (address: string): DnsServer | null => servers[address]?.server ?? null;
  return {
    servers,
    resolver,
    ask: (domain, options = {}) => {
      const recursive = { servers: [resolver.server], timeoutMs: 2000, attempts: 1 };
      return askAuthority(domain, {
        recursive,
        authority: null,
        reach,
        now: () => 1_700_000_000_000,
        ...options,
      });
    },
    close: async () => {
      for (const server of [resolver, ...Object.values(servers)]) await server.close();
    },
  };
}

function resolverReply(known: Known, query: Asked): Reply {
  const asked = foldName(query.name);
  const alias = known.aliases?.[asked];
  const at = alias ?? asked;
  const links = alias ? [rawRecord(OWNER, TYPE_NUMBERS.CNAME, 300, name(alias))] : [];
  const found = foundAt(known, at, query.type).map((record) => recordOf(at, query, record));
  if (found.length > 0) return { answers: [...links, ...found] };
  const zone = Object.keys(known.ns).find((each) => at === each || at.endsWith(`.${each}`)) ?? "";
  const numbers = soaRecord(60, 300).subarray(1);
  const soa = known.tellsZone === false ? [] : [Buffer.concat([name(zone), numbers])];
  return { answers: links, authorities: soa };
}

function foundAt(known: Known, at: string, type: Asked["type"]): string[] {
  if (type === "NS") return known.ns[at] ?? [];
  if (type === "TXT") return known.txt?.[at] ?? [];
  if (type === "SPF") return [known.obsolete?.[at] ?? []].flat();
  return (known.hosts[at] ?? []).filter((address) => address.includes(":") === (type === "AAAA"));
}

function recordOf(at: string, { type }: Asked, value: string): Buffer {
  const owner = name(at);
  if (type === "NS") return rawRecord(owner, TYPE_NUMBERS.NS, 300, name(value));
  if (type === "SPF") return rawRecord(owner, TYPE_NUMBERS.SPF, 300, stringOf(value));
  if (type === "TXT") return recordBytes(owner, { type, strings: [value], ttl: 120 });
  return recordBytes(owner, { type: type as "A" | "AAAA", address: value, ttl: 300 });
}

function stringOf(value: string): Buffer {
  return Buffer.from(String.fromCharCode(value.length) + value, "latin1");
}

/** A server that has these texts at every name, by TCP alone where it truncates. */
export function publishing(
  texts: string[],
  { ttl = 3600, authoritative = true, rcode = 0, truncated = false } = {},
): RawReply {
  return (query, over) => {
    if (truncated && over === "udp") return [writeResponse(query, { truncated, authoritative })];
    const answers = texts.map((text) => recordBytes(OWNER, { type: "TXT", strings: [text], ttl }));
    const authorities = texts.length === 0 && authoritative ? [soaRecord(60, 300)] : [];
    const bytes = writeResponse(query, { answers, authorities, authoritative, rcode });
    return [over === "tcp" ? framed(bytes) : bytes];
  };
}
