import { ipHex, ipOfHex } from "@/lib/net/network";
import type { Answer, DnsRecord, RecordType, Resolver } from "./resolver";

/** What a name holds in a zone of a test: records by type, an alias, and whether other types time out. */
export interface ZoneEntry {
  records: DnsRecord[];
  alias?: string;
  isTimeout?: boolean;
  timeouts?: RecordType[];
}

export type Zone = Map<string, ZoneEntry>;

const TIMEOUT: Answer = { status: "error", reason: "timeout" };

/** Answers from a zone, at once, in any case; follows aliases, and calls a loop of them an error. */
export function zoneResolver(zone: Zone): Resolver & { asked: number } {
  const resolver = {
    asked: 0,
    resolve(name: string, type: RecordType): Answer {
      resolver.asked++;
      return lookUp(zone, name.toLowerCase(), type, 8);
    },
  };
  return resolver;
}

function lookUp(zone: Zone, name: string, type: RecordType, hops: number): Answer {
  const entry = zone.get(name);
  if (hops === 0) return { status: "error", reason: "alias loop" };
  if (entry === undefined)
    return name.startsWith("error.") ? TIMEOUT : { status: "void", reason: "nxdomain" };
  const records = entry.records.filter((record) => record.type === type);
  if (records.length > 0) return { status: "found", records };
  if (entry.isTimeout) return TIMEOUT;
  if (entry.alias !== undefined) return lookUp(zone, entry.alias, type, hops - 1);
  return { status: "void", reason: "nodata" };
}

/** A zone of names and records in short: `TXT text`, `A address`, `MX preference host`, `PTR host`, `CNAME name`, `TIMEOUT`. */
export function zoneOf(names: Record<string, string[]>): Zone {
  const zone: Zone = new Map();
  for (const [name, lines] of Object.entries(names)) {
    const entry: ZoneEntry = { records: [] };
    for (const line of lines) {
      const [type = "", rest = ""] = [line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1)];
      if (type === "TIMEOUT") entry.isTimeout = true;
      else if (type === "CNAME") entry.alias = rest;
      else entry.records.push(recordOf(type as RecordType, rest));
    }
    zone.set(name, entry);
  }
  return zone;
}

/** A record of a type from its text. */
export function recordOf(type: RecordType, text: string): DnsRecord {
  if (type === "TXT") return { type, strings: [text] };
  if (type === "PTR") return { type, host: text.replace(/\.$/, "") };
  if (type === "MX") return { type, preference: Number.parseInt(text, 10), host: text.replace(/^\S* ?/, "") };
  return { type, address: ipOfHex(ipHex(text)!) };
}
