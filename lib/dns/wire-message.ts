/**
 * Queries and answers as bytes (RFC 1035 section 4, EDNS of RFC 6891). The package dns-packet is not used here: it
 * reads labels as UTF-8, which loses every octet above 0x7f, and throws on bad bytes; the tests hold this file against it.
 */
import { foldName, readName, writeName } from "./wire-name";
import {
  CLASS_IN,
  type QuestionType,
  readNegativeTtl,
  readRecord,
  readSection,
  TYPE_NUMBERS,
  viewOf,
  type WireRecord,
} from "./wire-record";

const HEADER = 12;
/** Of a section. Far more than anyone publishes at a name; each may unfold to two names of 127 labels, which takes its time. */
export const MAX_RECORDS = 500;

/** A response as far as it can be understood; `answers` is empty where it is truncated. */
export interface Message {
  truncated: boolean;
  /** Whether the server speaks for the zone itself (the flag AA). */
  isAuthoritative: boolean;
  /** Whether there are more answers than the first MAX_RECORDS, which are all that was read. */
  isCut: boolean;
  /** With the upper bits of EDNS, so that BADVERS is 16. */
  rcode: number;
  answers: WireRecord[];
  /** Seconds for which an absence may be remembered (RFC 2308 section 5); null where no SOA says so. */
  negativeTtl: number | null;
  /** The zone that the SOA of an absence is of; null where there is none. */
  zone: string | null;
}

/** What is asked; with recursion unless that is false, as for a server that is to speak for itself. */
export interface Question {
  id: number;
  name: string;
  type: QuestionType;
  recursion?: boolean;
}

/** A query; null where no such name can exist. `payload` is the EDNS size announced, 0 for no EDNS. */
export function writeQuery(
  { id, name, type, recursion = true }: Question,
  payload: number,
): Uint8Array | null {
  const wireName = writeName(name);
  if (!wireName) return null;
  const bytes = new Uint8Array(HEADER + wireName.length + 4 + (payload > 0 ? 11 : 0));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, id);
  view.setUint16(2, recursion ? 0x0100 : 0);
  view.setUint16(4, 1);
  view.setUint16(10, payload > 0 ? 1 : 0);
  bytes.set(wireName, HEADER);
  const after = HEADER + wireName.length;
  view.setUint16(after, TYPE_NUMBERS[type]);
  view.setUint16(after + 2, CLASS_IN);
  if (payload > 0) {
    view.setUint16(after + 5, TYPE_NUMBERS.OPT);
    view.setUint16(after + 7, payload);
  }
  return bytes;
}

/** Whether bytes are a response to this very question: id, flags, and the question repeated in any case (RFC 5452 section 9.1). A server that could not read the question may leave it out. */
export function answersQuestion(bytes: Uint8Array, question: Question): boolean {
  if (bytes.length < HEADER) return false;
  const view = viewOf(bytes);
  if (view.getUint16(0) !== question.id || (view.getUint16(2) & 0xf800) !== 0x8000) return false;
  if (view.getUint16(4) === 0) return (view.getUint16(2) & 0xf) !== 0 && view.getUint16(6) === 0;
  if (view.getUint16(4) !== 1) return false;
  const read = readName(bytes, HEADER);
  if (!read || read.name === null || read.end + 4 > bytes.length) return false;
  return (
    foldName(read.name) === foldName(question.name) &&
    view.getUint16(read.end) === TYPE_NUMBERS[question.type] &&
    view.getUint16(read.end + 2) === CLASS_IN
  );
}

/** Reads a response; null for bytes that are none. Total, and bounded by the 65,535 octets of a message and the 500 records that are read of a section. */
export function readMessage(bytes: Uint8Array): Message | null {
  if (bytes.length < HEADER || bytes.length > 65_535) return null;
  const view = viewOf(bytes);
  const flags = view.getUint16(2);
  const message: Message = {
    truncated: (flags & 0x0200) !== 0,
    isAuthoritative: (flags & 0x0400) !== 0,
    isCut: view.getUint16(6) > MAX_RECORDS,
    rcode: flags & 0xf,
    answers: [],
    negativeTtl: null,
    zone: null,
  };
  if (message.truncated) return message;
  let at: number | null = HEADER;
  if (view.getUint16(4) > 1) return null;
  if (view.getUint16(4) === 1) {
    const read = readName(bytes, at);
    if (!read || read.end + 4 > bytes.length) return null;
    at = read.end + 4;
  }
  at = readSection(bytes, at, Math.min(view.getUint16(6), MAX_RECORDS), (raw) => {
    const record = readRecord(bytes, raw);
    if (typeof record === "object") message.answers.push(record);
    return record !== "damaged";
  });
  if (at === null) return null;
  if (!message.isCut) readRest(bytes, at, view, message);
  return message;
}

/** Reads what stands behind the answers. It only adds to them, so that damage there takes nothing away. */
function readRest(bytes: Uint8Array, from: number, view: DataView, message: Message): void {
  const authorities = view.getUint16(8);
  const at = readSection(bytes, from, Math.min(authorities, MAX_RECORDS), (raw) => {
    if (raw.type !== TYPE_NUMBERS.SOA) return true;
    message.negativeTtl ??= readNegativeTtl(bytes, raw);
    message.zone ??= raw.owner;
    return true;
  });
  if (at === null || authorities > MAX_RECORDS) return;
  readSection(bytes, at, Math.min(view.getUint16(10), MAX_RECORDS), (raw) => {
    if (raw.type === TYPE_NUMBERS.OPT) message.rcode |= bytes[raw.at - 6]! << 4;
    return true;
  });
}
