import type { SqlRow } from "@/lib/db/writer";
import type { ReplayExample } from "./replay-report";

/** A value that is text or absent. */
export const textOrNull = (value: SqlRow[string] | undefined) => (value == null ? null : String(value));

/** A message as a report names it, of a row with its `host`, `queueId`, `time`, `envelopeFrom` and `helo`. */
export function readExample(row: SqlRow): ReplayExample {
  return {
    host: String(row.host),
    queueId: String(row.queueId),
    time: Number(row.time),
    envelopeFrom: textOrNull(row.envelopeFrom) ?? "",
    helo: textOrNull(row.helo),
  };
}
