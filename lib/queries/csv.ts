import type { Exported } from "./exported-message";

/** The fields of a CSV export, in their order; what several recipients have is separated by spaces. */
export const CSV_FIELDS = [
  "time",
  "host",
  "queueId",
  "clientIp",
  "clientName",
  "helo",
  "envelopeFrom",
  "domain",
  "identity",
  "result",
  "resultFrom",
  "action",
  "stage",
  "rejectedBy",
  "replyCode",
  "enhancedStatus",
  "replyText",
  "checker",
  "messageId",
  "size",
  "unchecked",
  "stampMismatch",
  "retryOf",
  "recipients",
  "statuses",
  "tagged",
  "folders",
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

const OF_RECIPIENT = {
  recipients: "address",
  statuses: "status",
  tagged: "tagged",
  folders: "folder",
} as const;

/** The first line of a CSV export. */
export function csvHeader(fields: readonly CsvField[] = CSV_FIELDS): string {
  return fields.join(",");
}

/** One line of CSV (RFC 4180). */
export function csvLine(message: Exported, fields: readonly CsvField[] = CSV_FIELDS): string {
  return fields.map((field) => csvText(contentOf(message, field))).join(",");
}

function contentOf(message: Exported, field: CsvField): unknown {
  if (!isOfRecipient(field)) return message[field];
  return message.recipients.map((recipient) => String(recipient[OF_RECIPIENT[field]] ?? "")).join(" ");
}

function isOfRecipient(field: CsvField): field is keyof typeof OF_RECIPIENT {
  return field in OF_RECIPIENT;
}

/** A spreadsheet must not take a sender's text for a formula. */
function csvText(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
