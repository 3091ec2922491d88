import type { DnsRecord } from "@/lib/spf/resolver";
import type { Zone as SuiteZone, ZoneEntry } from "@/lib/spf/zone.fixture";
import type { Zone } from "./zone";
import { readZoneJson } from "./zone-json";

/** A zone of the RFC 7208 suite as `--zone` takes it. */
export function suiteZoneJson(zone: SuiteZone): string {
  return JSON.stringify(Object.fromEntries([...zone].map(([name, entry]) => [name, fieldsOf(entry)])));
}

/** A zone of the RFC 7208 suite, written as `--zone` takes it and read by the reader of `--zone`. */
export function readSuiteZone(zone: SuiteZone): Zone {
  const read = readZoneJson(suiteZoneJson(zone));
  if (!("zone" in read)) throw new Error(`${read.at}: ${read.problem}`);
  if (read.skipped.length > 0) throw new Error(`${read.skipped[0]?.at} was left out`);
  return read.zone;
}

function fieldsOf({ records, alias, isTimeout }: ZoneEntry): Record<string, unknown> {
  const fields: Record<string, unknown[]> = {};
  for (const record of records) {
    fields[record.type] ??= [];
    fields[record.type]?.push(jsonOf(record));
  }
  return { ...fields, ...(alias !== undefined && { CNAME: [alias] }), ...(isTimeout && { timeout: true }) };
}

function jsonOf(record: DnsRecord): unknown {
  if (record.type === "TXT") return record.strings.length === 1 ? record.strings[0] : record.strings;
  if (record.type === "MX") return [record.preference, record.host];
  return record.type === "PTR" ? record.host : record.address;
}
