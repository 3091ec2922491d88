import { canonicalIp } from "@/lib/net/ip";
import type { DnsRecord, RecordType } from "@/lib/spf/resolver";
import { readName } from "./wire-name";

/** Numbers of the record types that are asked for, followed or heeded; SPF is the obsolete one (RFC 7208 section 3.1). */
export const TYPE_NUMBERS = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  OPT: 41,
  SPF: 99,
} as const;
/** What may be asked for: what SPF needs, and what tells where a domain is published. */
export type QuestionType = RecordType | "NS" | "SPF";
export const CLASS_IN = 1;
const MAX_TTL = 0x7fffffff;

/** A record of an answer section: what SPF asks for, a CNAME to follow, a server of a zone, or the strings of the obsolete type SPF. */
export type WireRecord =
  | { owner: string; ttl: number; record: DnsRecord }
  | { owner: string; ttl: number; alias: string }
  | { owner: string; ttl: number; nameServer: string }
  | { owner: string; ttl: number; obsolete: string[] };

/** A record whose data is not read yet; `owner` is null where its name cannot be written. */
export interface RawRecord {
  owner: string | null;
  type: number;
  class: number;
  ttl: number;
  /** Where the data begins and ends. */
  at: number;
  end: number;
}

/** Gives every record of a section to `take`, until that says false; where the next section begins, or null for damage. */
export function readSection(
  bytes: Uint8Array,
  from: number,
  count: number,
  take: (raw: RawRecord) => boolean,
): number | null {
  const view = viewOf(bytes);
  let at = from;
  for (let left = count; left > 0; left--) {
    const read = readName(bytes, at);
    if (!read || read.end + 10 > bytes.length) return null;
    const ttl = view.getUint32(read.end + 4);
    const data = read.end + 10;
    const end = data + view.getUint16(read.end + 8);
    if (end > bytes.length) return null;
    const raw = { owner: read.name, type: view.getUint16(read.end), class: view.getUint16(read.end + 2) };
    // RFC 2181 section 8: a TTL with its highest bit set is 0.
    if (!take({ ...raw, ttl: ttl > MAX_TTL ? 0 : ttl, at: data, end })) return null;
    at = end;
  }
  return at;
}

/** The typed record; "skipped" where it is of no use to SPF or names what cannot be written, "damaged" where its data is not what its type says. */
export function readRecord(bytes: Uint8Array, raw: RawRecord): WireRecord | "skipped" | "damaged" {
  const { owner, ttl } = raw;
  if (owner === null || raw.class !== CLASS_IN) return "skipped";
  switch (raw.type) {
    case TYPE_NUMBERS.A:
    case TYPE_NUMBERS.AAAA: {
      const type = raw.type === TYPE_NUMBERS.A ? "A" : "AAAA";
      const address = readAddress(bytes.subarray(raw.at, raw.end), type === "A" ? 4 : 16);
      return address === null ? "damaged" : { owner, ttl, record: { type, address, ttl } };
    }
    case TYPE_NUMBERS.TXT: {
      const strings = readStrings(bytes, raw.at, raw.end);
      return strings === null ? "damaged" : { owner, ttl, record: { type: "TXT", strings, ttl } };
    }
    case TYPE_NUMBERS.SPF: {
      const obsolete = readStrings(bytes, raw.at, raw.end);
      return obsolete === null ? "damaged" : { owner, ttl, obsolete };
    }
    case TYPE_NUMBERS.NS:
    case TYPE_NUMBERS.MX:
    case TYPE_NUMBERS.PTR:
    case TYPE_NUMBERS.CNAME:
      return readHost(bytes, raw, owner);
    default:
      return "skipped";
  }
}

function readHost(bytes: Uint8Array, raw: RawRecord, owner: string): WireRecord | "skipped" | "damaged" {
  const { ttl } = raw;
  const at = raw.type === TYPE_NUMBERS.MX ? raw.at + 2 : raw.at;
  const read = readName(bytes, at);
  if (!read || read.end !== raw.end) return "damaged";
  if (read.name === null) return "skipped";
  if (raw.type === TYPE_NUMBERS.CNAME) return { owner, ttl, alias: read.name };
  if (raw.type === TYPE_NUMBERS.NS) return { owner, ttl, nameServer: read.name };
  if (raw.type === TYPE_NUMBERS.PTR) return { owner, ttl, record: { type: "PTR", host: read.name, ttl } };
  const preference = viewOf(bytes).getUint16(raw.at);
  return { owner, ttl, record: { type: "MX", preference, host: read.name, ttl } };
}

function readAddress(data: Uint8Array, length: 4 | 16): string | null {
  if (data.length !== length) return null;
  if (length === 4) return data.join(".");
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((data[i]! << 8) | data[i + 1]!).toString(16));
  return canonicalIp(groups.join(":"));
}

/** The character-strings of a TXT record, one character per octet; null where one runs over the end. */
function readStrings(bytes: Uint8Array, from: number, end: number): string[] | null {
  const strings: string[] = [];
  for (let at = from; at < end; ) {
    const next = at + 1 + bytes[at]!;
    if (next > end) return null;
    strings.push(String.fromCharCode(...bytes.subarray(at + 1, next)));
    at = next;
  }
  return strings;
}

/** The lesser of a SOA's own TTL and its MINIMUM (RFC 2308 section 5); null for a damaged one. */
export function readNegativeTtl(bytes: Uint8Array, raw: RawRecord): number | null {
  const primary = readName(bytes, raw.at);
  const contact = primary && readName(bytes, primary.end);
  if (!contact || contact.end + 20 !== raw.end) return null;
  const minimum = viewOf(bytes).getUint32(contact.end + 16);
  return Math.min(raw.ttl, minimum > MAX_TTL ? 0 : minimum);
}

/** Bytes as numbers of several octets. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
