import { JournalExportReader } from "@/lib/logs/journal-export";

const SHOWN = ["__REALTIME_TIMESTAMP", "_HOSTNAME", "SYSLOG_IDENTIFIER", "SYSLOG_PID", "_PID", "MESSAGE"];

/**
 * The last record in a part of a journal export that ends with it, as one line of JSON (bytes as latin1) as
 * `journalctl -o json` writes it, of the fields that matter; null where there is none.
 */
export function journalRecordIn(before: string): string | null {
  if (!before.endsWith("\n")) return null;
  const start = before.lastIndexOf("\n\n", before.length - 2);
  const reader = new JournalExportReader();
  for (const line of before.slice(start < 0 ? 0 : start + 2, -1).split("\n")) reader.push(line);
  const { fields } = reader.state();
  if (fields.MESSAGE === undefined) return null;
  const shown = Object.fromEntries(
    SHOWN.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
  );
  return Buffer.from(JSON.stringify(shown), "utf8").toString("latin1");
}
