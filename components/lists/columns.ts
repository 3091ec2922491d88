import type { CsvField } from "@/lib/queries/csv";

/** What a list of messages can show, in its order. */
export const COLUMNS = [
  "time",
  "result",
  "action",
  "sender",
  "domain",
  "recipients",
  "client",
  "helo",
  "host",
  "checker",
  "tag",
  "size",
  "queueId",
  "reply",
] as const;
export type Column = (typeof COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly Column[] = [
  "time",
  "result",
  "action",
  "sender",
  "recipients",
  "client",
  "reply",
];

/** Reads a list such as `time,result,host`; the time is always there, as the way to the message. */
export function readColumns(text: string): readonly Column[] {
  const names = text.split(",");
  const known = COLUMNS.filter((column) => column === "time" || names.includes(column));
  return text === "" || known.length === 1 ? DEFAULT_COLUMNS : known;
}

const FIELDS: Record<Column, readonly CsvField[]> = {
  time: ["time"],
  result: ["result"],
  action: ["action", "unchecked", "stage", "rejectedBy"],
  sender: ["envelopeFrom"],
  domain: ["domain"],
  recipients: ["recipients"],
  client: ["clientIp", "clientName"],
  helo: ["helo"],
  host: ["host"],
  checker: ["checker"],
  tag: ["tagged"],
  size: ["size"],
  queueId: ["queueId"],
  reply: ["replyCode", "enhancedStatus", "replyText"],
};

/** The fields of an export that hold what columns show. */
export function csvFieldsOf(columns: readonly Column[]): CsvField[] {
  return columns.flatMap((column) => FIELDS[column]);
}
