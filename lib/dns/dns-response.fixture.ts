import type { DnsRecord, Resolver } from "@/lib/spf/resolver";
import { foldName, readName, writeName } from "./wire-name";
import { type QuestionType, TYPE_NUMBERS } from "./wire-record";
import type { ZoneName } from "./zone";
import type { Names } from "./zone-names";

/** A question as a test server read it. */
export interface Asked {
  name: string;
  type: QuestionType;
  /** Whether it is to ask others. */
  recursion: boolean;
  /** The question's own bytes, to be repeated as they came. */
  question: Buffer;
  id: number;
  /** EDNS size, 512 without EDNS. */
  payload: number;
  edns: boolean;
}

/** What a test server says besides the records. */
export interface Reply {
  rcode?: number;
  truncated?: boolean;
  /** Whether the server says that it speaks for the zone itself. */
  authoritative?: boolean;
  answers?: Buffer[];
  authorities?: Buffer[];
}

/** A zone as a test server holds it. */
export interface Served {
  names: Names<ZoneName>;
  resolver: Resolver;
}

/** Reads a query as this project writes them. */
export function readQuery(bytes: Buffer): Asked {
  const { name, end } = readName(bytes, 12)!;
  const number = bytes.readUInt16BE(end);
  const type = Object.entries(TYPE_NUMBERS).find(([, value]) => value === number)![0] as QuestionType;
  const edns = bytes.readUInt16BE(10) === 1;
  const payload = edns ? bytes.readUInt16BE(end + 7) : 512;
  return {
    name: name!,
    type,
    recursion: (bytes.readUInt16BE(2) & 0x0100) !== 0,
    question: bytes.subarray(12, end + 4),
    id: bytes.readUInt16BE(0),
    payload,
    edns,
  };
}

/** A response with its header and the question. */
export function writeResponse({ id, question }: Asked, reply: Reply): Buffer {
  const { rcode = 0, truncated = false, authoritative = false, answers = [], authorities = [] } = reply;
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x8180 | (authoritative ? 0x400 : 0) | (truncated ? 0x200 : 0) | rcode, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  header.writeUInt16BE(authorities.length, 8);
  return Buffer.concat([header, question, ...answers, ...authorities]);
}

/** What a zone says to a question, as a recursive server would put it: with its CNAMEs, and a SOA where there is nothing. Null where it says nothing at all. */
export function zoneReply({ names, resolver }: Served, asked: Asked, links = 60): Reply | null {
  const aliasOf = (name: string) => names.find(foldName(name))?.alias ?? null;
  const answers: Buffer[] = [];
  let { name } = asked;
  for (let i = 0; i < links; i++) {
    const alias = aliasOf(name);
    if (alias === null) break;
    answers.push(rawRecord(name, TYPE_NUMBERS.CNAME, 300, writeName(alias)!));
    name = alias;
  }
  if (aliasOf(name) !== null) return { answers };
  const answer = resolver.resolve(name, asked.type === "NS" || asked.type === "SPF" ? "TXT" : asked.type);
  if (!("status" in answer) || answer.status === "error") return null;
  if (answers.length >= links) return { answers };
  // Zones of tests hold no types but those of SPF, so that a name has none of the others.
  const isMissing = answer.status === "void" && answer.reason === "nxdomain";
  if (answer.status === "void" || asked.type === "NS" || asked.type === "SPF")
    return { rcode: isMissing ? 3 : 0, answers, authorities: [soaRecord(60, 300)] };
  // The name of the question, which is a pointer to it, so that thousands of records fit.
  const owner = answers.length === 0 ? Buffer.from([0xc0, 12]) : Buffer.from(writeName(name)!);
  return { answers: [...answers, ...answer.records.map((record) => recordBytes(owner, record))] };
}

/** A record with its data given as bytes. */
export function rawRecord(owner: string | Buffer, type: number, ttl: number, data: Uint8Array): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(ttl, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([typeof owner === "string" ? writeName(owner)! : owner, fixed, data]);
}

/** A SOA of the root. */
export function soaRecord(minimum: number, ttl: number): Buffer {
  const numbers = Buffer.alloc(20);
  numbers.writeUInt32BE(minimum, 16);
  return rawRecord("", TYPE_NUMBERS.SOA, ttl, Buffer.concat([Buffer.alloc(2), numbers]));
}

/** A record as it goes into a response. */
export function recordBytes(owner: Buffer, record: DnsRecord): Buffer {
  return rawRecord(owner, TYPE_NUMBERS[record.type], record.ttl ?? 300, dataOf(record));
}

function dataOf(record: DnsRecord): Buffer {
  switch (record.type) {
    case "TXT":
      return Buffer.concat(
        record.strings.map((text) => Buffer.from(String.fromCharCode(text.length) + text, "latin1")),
      );
    case "A":
      return Buffer.from(record.address.split(".").map(Number));
    case "AAAA":
      return ipv6Bytes(record.address);
    case "MX":
      return Buffer.concat([
        Buffer.from([record.preference >> 8, record.preference & 255]),
        writeName(record.host)!,
      ]);
    case "PTR":
      return Buffer.from(writeName(record.host)!);
  }
}

function ipv6Bytes(address: string): Buffer {
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const [before, after] = [groups(head), groups(tail)];
  const zeros = new Array<string>(8 - before.length - after.length).fill("0");
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, "0")).join(""), "hex");
}
