import type { DnsRecord } from "@/lib/spf/resolver";
import { type ReadZone, type Zone, type ZoneProblem, zoneName } from "./zone";
import { addressOf, nameOf, stringsOf } from "./zone-text";
import { unescaped, type ZoneEntry, type ZoneWord, zoneEntries } from "./zone-tokens";

const TTL = /^(?!$)(?:\d{1,10}[smhdw])*\d{0,10}$/i;
const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const MAX_TTL = 0x7fffffff;

interface Place {
  origin: string | null;
  owner: string | null;
  /** Of records that say none; undefined before any $TTL. */
  ttl: number | undefined;
}

/**
 * Reads a BIND master file (RFC 1035 section 5) with $ORIGIN, $TTL and records of types TXT, A, AAAA, MX, PTR and CNAME.
 * What else it holds is left out and told in `skipped`, each with its line. `origin` is what "@" stands for at first.
 */
export function readZoneFile(text: string, origin: string | null = null): ReadZone {
  const entries = zoneEntries(text);
  if (!Array.isArray(entries)) return { at: `line ${entries.line}`, problem: entries.problem };
  const zone: Zone = new Map();
  const skipped: ZoneProblem[] = [];
  const place: Place = { origin, owner: null, ttl: undefined };
  for (const entry of entries) {
    const outcome = readEntry(zone, place, entry);
    const at = `line ${entry.line}`;
    if (outcome?.skipped) skipped.push({ at, problem: outcome.problem });
    else if (outcome) return { at, problem: outcome.problem };
  }
  return { zone, skipped };
}

type Outcome = { skipped: boolean; problem: string } | null;

function wrong(problem: string): Outcome {
  return { skipped: false, problem };
}

function readEntry(zone: Zone, place: Place, { indented, words }: ZoneEntry): Outcome {
  const first = words[0]!.text;
  if (first.startsWith("$") && !words[0]!.quoted) return readDirective(place, first.toUpperCase(), words);
  if (!indented) {
    place.owner = absolute(first, place.origin);
    if (place.owner === null) return wrong(`"${first}" is no usable name${hint(first, place)}`);
  }
  if (place.owner === null) return wrong("a record before the first name");
  let at = indented ? 0 : 1;
  let ttl = place.ttl;
  for (; at < words.length && !words[at]!.quoted; at++) {
    const word = words[at]!.text;
    if (TTL.test(word)) ttl = secondsOf(word);
    else if (!/^(?:IN|CH|HS)$/i.test(word)) break;
    else if (!/^IN$/i.test(word)) return { skipped: true, problem: `class ${word}` };
  }
  const type = words[at]?.text.toUpperCase();
  if (type === undefined) return wrong("a record without a type");
  return addRecord(zone, place, type, words.slice(at + 1), ttl);
}

function readDirective(place: Place, directive: string, words: ZoneWord[]): Outcome {
  const value = words[1]?.text ?? "";
  if (directive === "$ORIGIN") {
    const origin = absolute(value, place.origin);
    if (origin === null) return wrong(`"${value}" is no usable name${hint(value, place)}`);
    place.origin = origin;
    return null;
  }
  if (directive !== "$TTL") return { skipped: true, problem: directive };
  if (!TTL.test(value)) return wrong(`"${value}" is no TTL`);
  place.ttl = secondsOf(value);
  return null;
}

function addRecord(zone: Zone, place: Place, type: string, words: ZoneWord[], ttl?: number): Outcome {
  const entry = zoneName(zone, place.owner!);
  const value = words[0]?.text ?? "";
  const add = (record: DnsRecord): null => {
    entry.records.push(ttl === undefined ? record : { ...record, ttl });
    return null;
  };
  switch (type) {
    case "TXT": {
      if (words.length === 0) return wrong("a TXT record without a string");
      const strings = words.map(({ text, quoted }) => (quoted ? text : unescaped(text))).flatMap(stringsOf);
      return add({ type, strings });
    }
    case "A":
    case "AAAA": {
      const address = words.length === 1 ? addressOf(value, type) : null;
      if (address !== null) return add({ type, address });
      return wrong(`"${value}" is no IPv${type === "A" ? 4 : 6} address`);
    }
    case "MX": {
      const host = absolute(words[1]?.text ?? "", place.origin);
      if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535 || host === null || words.length > 2)
        return wrong("an MX record is a preference from 0 to 65535 and a host");
      return add({ type, preference: Number(value), host });
    }
    case "PTR":
    case "CNAME": {
      const host = words.length === 1 ? absolute(value, place.origin) : null;
      if (host === null) return wrong(`"${value}" is no usable name${hint(value, place)}`);
      if (type === "PTR") return add({ type, host });
      entry.alias = host;
      return null;
    }
    default:
      return { skipped: true, problem: `type ${type}` };
  }
}

/** A name of the file as Resolver takes it; null where it cannot be one. A dot that is escaped would be one of a label, which Resolver's names cannot hold. */
function absolute(text: string, origin: string | null): string | null {
  if (text === "@") return origin;
  if (/\\(?:\.|046)/.test(text) || text === "") return null;
  if (text.endsWith(".")) return nameOf(unescaped(text));
  return origin === null ? null : nameOf(origin === "" ? unescaped(text) : `${unescaped(text)}.${origin}`);
}

function hint(text: string, { origin }: Place): string {
  return origin === null && !text.endsWith(".") ? ': say $ORIGIN, or end it with "."' : "";
}

function secondsOf(text: string): number {
  let seconds = 0;
  for (const [, digits, unit = "s"] of text.matchAll(/(\d+)([smhdw])?/gi))
    seconds += Number(digits) * SECONDS[unit.toLowerCase()]!;
  return Math.min(seconds, MAX_TTL);
}
