import type { SqlRow, SqlValue } from "@/lib/db/writer";
import { ACTIONS, DELIVERY_STATUSES, IDENTITIES, REFUSERS, RESULT_SOURCES, STAGES } from "@/lib/logs/fact";
import type { Message, Recipient } from "@/lib/logs/message";
import { SPF_RESULTS } from "@/lib/spf";
import { fateOf } from "./counts";

const UNCHECKED = 1;
const STAMP_MISMATCH = 2;
const ABORTED = 4;
const MARKED = 8;

export const MESSAGE_COLUMNS = [
  "id",
  "hostId",
  "queueId",
  "time",
  "utcOffset",
  "clientId",
  "clientName",
  "heloId",
  "envelopeFrom",
  "domainId",
  "identity",
  "result",
  "resultFrom",
  "action",
  "stage",
  "rejectedBy",
  "replyCode",
  "enhancedStatus",
  "replyText",
  "checkerId",
  "messageId",
  "size",
  "flags",
  "fate",
  "retryOf",
  "lines",
] as const;

export const RECIPIENT_COLUMNS = [
  "messageRef",
  "ordinal",
  "address",
  "action",
  "status",
  "enhancedStatus",
  "statusTime",
  "seconds",
  "local",
  "tagged",
  "folder",
] as const;

/** An enum's number, as its place in the array that lists its words. */
function place<T>(words: readonly T[], word: T | null): number | null {
  return word === null ? null : words.indexOf(word);
}

/** Numbers that a column cannot hold, as a forged line may have them, are not known. */
function int32(value: number | null): number | null {
  return value !== null && value === (value | 0) ? value : null;
}

function safe(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

function word<T>(words: readonly T[], value: SqlValue | undefined): T | null {
  return value === null || value === undefined ? null : (words[Number(value)] ?? null);
}

/** Where the ids of a message's texts stand in its row. */
export const ID_COLUMNS = { host: 1, client: 5, helo: 7, domain: 9, checker: 19 } as const;

/** The row of a message, as MESSAGE_COLUMNS; the ids of its texts are still to be filled in. */
export function messageRow(id: number, message: Message): SqlValue[] {
  return [
    id,
    null,
    message.queueId,
    message.time,
    message.utcOffset,
    null,
    message.clientName,
    null,
    message.envelopeFrom,
    null,
    place(IDENTITIES, message.identity),
    place(SPF_RESULTS, message.result),
    place(RESULT_SOURCES, message.resultFrom),
    ACTIONS.indexOf(message.action),
    place(STAGES, message.stage),
    place(REFUSERS, message.rejectedBy),
    int32(message.replyCode),
    message.enhancedStatus,
    message.replyText,
    null,
    message.messageId,
    safe(message.size),
    flagsOf(message),
    fateOf(message),
    message.retryOf,
    message.lines.join(" "),
  ];
}

function flagsOf(message: Message): number {
  return (
    (message.unchecked ? UNCHECKED : 0) |
    (message.stampMismatch ? STAMP_MISMATCH : 0) |
    (message.aborted ? ABORTED : 0) |
    (message.marked ? MARKED : 0)
  );
}

/** The row of a recipient, as RECIPIENT_COLUMNS. */
export function recipientRow(messageRef: number, ordinal: number, recipient: Recipient): SqlValue[] {
  return [
    messageRef,
    ordinal,
    recipient.address,
    ACTIONS.indexOf(recipient.action),
    place(DELIVERY_STATUSES, recipient.status),
    recipient.enhancedStatus,
    recipient.statusTime,
    int32(recipient.seconds),
    recipient.local,
    recipient.tagged,
    recipient.folder,
  ];
}

const text = (value: SqlValue | undefined) => (value === null || value === undefined ? null : String(value));
const number = (value: SqlValue | undefined) =>
  value === null || value === undefined ? null : Number(value);

/** What joins a message's row with its dictionaries' texts. */
export const MESSAGE_SELECT = `SELECT m.*, h."name" AS "host", c."ip" AS "clientIp", e."name" AS "helo", k."name" AS "checker"
  FROM "Message" m JOIN "Host" h ON h."id" = m."hostId"
  LEFT JOIN "Client" c ON c."id" = m."clientId" LEFT JOIN "Helo" e ON e."id" = m."heloId"
  LEFT JOIN "Checker" k ON k."id" = m."checkerId"`;

/** The message of a row of MESSAGE_SELECT and of its recipients' rows in order. */
export function readMessage(row: SqlRow, recipients: SqlRow[]): Message {
  const flags = Number(row.flags);
  return {
    host: String(row.host),
    queueId: String(row.queueId),
    time: Number(row.time),
    utcOffset: Number(row.utcOffset),
    clientIp: text(row.clientIp),
    clientName: text(row.clientName),
    helo: text(row.helo),
    envelopeFrom: text(row.envelopeFrom),
    identity: word(IDENTITIES, row.identity),
    result: word(SPF_RESULTS, row.result),
    resultFrom: word(RESULT_SOURCES, row.resultFrom),
    action: ACTIONS[Number(row.action)]!,
    stage: word(STAGES, row.stage),
    rejectedBy: word(REFUSERS, row.rejectedBy),
    replyCode: number(row.replyCode),
    enhancedStatus: text(row.enhancedStatus),
    replyText: text(row.replyText),
    checker: text(row.checker),
    messageId: text(row.messageId),
    size: number(row.size),
    unchecked: (flags & UNCHECKED) !== 0,
    stampMismatch: (flags & STAMP_MISMATCH) !== 0,
    aborted: (flags & ABORTED) !== 0,
    marked: (flags & MARKED) !== 0,
    retryOf: text(row.retryOf),
    recipients: recipients.map(readRecipient),
    lines: row.lines === "" ? [] : String(row.lines).split(" "),
  };
}

function readRecipient(row: SqlRow): Recipient {
  return {
    address: String(row.address),
    action: ACTIONS[Number(row.action)]!,
    status: word(DELIVERY_STATUSES, row.status),
    enhancedStatus: text(row.enhancedStatus),
    statusTime: number(row.statusTime),
    seconds: number(row.seconds),
    local: Boolean(row.local),
    tagged: row.tagged === null || row.tagged === undefined ? null : Boolean(row.tagged),
    folder: text(row.folder),
  };
}
