import type { DnsRecord } from "@/lib/spf/resolver";
import { jsonFault } from "./json-fault";
import { type ReadZone, type Zone, type ZoneName, type ZoneProblem, zoneName } from "./zone";
import { addressOf, nameOf, stringsOf } from "./zone-text";

const FIELDS = "TXT, A, AAAA, MX, PTR, CNAME and timeout";

/** What is wrong, thrown by the readers below and caught by readZoneJson only. */
class Trouble extends Error {
  constructor(
    readonly at: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a zone as `--zone` takes it: `{name: {TXT: [[string,…]|string,…], A: […], AAAA: […], MX: [[preference, host],…],
 * PTR: […], CNAME: host, timeout?: true}}`. Records of other types are left out. Characters are octets; a string that
 * holds one above U+00FF is taken as UTF-8.
 */
export function readZoneJson(text: string): ReadZone {
  const skipped: ZoneProblem[] = [];
  const zone: Zone = new Map();
  try {
    for (const [name, fields] of Object.entries(objectAt(parse(text), "the zone"))) {
      const at = JSON.stringify(name);
      const entry = zoneName(zone, hostAt(name, at));
      for (const [field, value] of Object.entries(objectAt(fields, at))) {
        if (readField(entry, field, value, `${at}.${field}`)) continue;
        skipped.push({ at: `${at}.${field}`, problem: "a type that SPF never asks for" });
      }
    }
  } catch (error) {
    if (error instanceof Trouble) return { at: error.at, problem: error.message };
    throw error;
  }
  return { zone, skipped };
}

/** Adds what a field says; false where it is of no interest. */
function readField(entry: ZoneName, field: string, value: unknown, at: string): boolean {
  switch (field) {
    case "TXT":
      addRecords(entry, value, at, txtAt);
      return true;
    case "A":
    case "AAAA":
      addRecords(entry, value, at, (item, place) => addressAt(item, field, place));
      return true;
    case "MX":
      addRecords(entry, value, at, mxAt);
      return true;
    case "PTR":
      addRecords(entry, value, at, (item, place) => ({ type: "PTR", host: hostAt(item, place) }));
      return true;
    case "CNAME":
      entry.alias = hostAt(Array.isArray(value) && value.length === 1 ? value[0] : value, at);
      return true;
    case "timeout":
      if (typeof value !== "boolean") throw new Trouble(at, "must be true or false");
      entry.timeout = value;
      return true;
    default:
      if (!/^[A-Z][A-Z0-9]+$/.test(field)) throw new Trouble(at, `no such field; there are ${FIELDS}`);
      return false;
  }
}

function addRecords(
  entry: ZoneName,
  value: unknown,
  at: string,
  read: (item: unknown, at: string) => DnsRecord,
): void {
  const list = listAt(value, at);
  for (let i = 0; i < list.length; i++) entry.records.push(read(list[i], `${at}[${i}]`));
}

function txtAt(item: unknown, at: string): DnsRecord {
  const parts = Array.isArray(item) ? item : [item];
  const strings = parts.flatMap((part, i) => {
    if (typeof part === "string") return stringsOf(part);
    throw new Trouble(Array.isArray(item) ? `${at}[${i}]` : at, "must be a string or a list of strings");
  });
  return { type: "TXT", strings };
}

function addressAt(item: unknown, type: "A" | "AAAA", at: string): DnsRecord {
  const address = typeof item === "string" ? addressOf(item, type) : null;
  if (address === null) throw new Trouble(at, `must be an ${type === "A" ? "IPv4" : "IPv6"} address`);
  return { type, address };
}

function mxAt(item: unknown, at: string): DnsRecord {
  if (!Array.isArray(item) || item.length !== 2) throw new Trouble(at, "must be [preference, host]");
  const [preference, host] = item;
  if (!Number.isInteger(preference) || preference < 0 || preference > 65_535)
    throw new Trouble(`${at}[0]`, "must be a number from 0 to 65535");
  return { type: "MX", preference, host: hostAt(host, `${at}[1]`) };
}

function hostAt(item: unknown, at: string): string {
  const name = typeof item === "string" ? nameOf(item) : null;
  if (name === null)
    throw new Trouble(at, "must be a domain name: labels of 1 to 63 octets, 253 with their dots");
  return name;
}

function listAt(value: unknown, at: string): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") return [value];
  throw new Trouble(at, "must be a list");
}

function objectAt(value: unknown, at: string): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Trouble(at, "must be an object in braces");
}

function parse(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch {
    const { at, expected } = jsonFault(json);
    const before = json.slice(0, at).split("\n");
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    throw new Trouble(place, `not JSON: ${expected} is expected`);
  }
}
