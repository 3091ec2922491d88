import type { LogSource } from "@/lib/queries/log-sources";

/** What can become of a line. */
export const FATES = ["matched", "ignored", "unknown"] as const;

/** A log's lines, in all and by what became of them. */
export type FateLines = Pick<LogSource, (typeof FATES)[number] | "lines">;

/** Only these, of all that is known of a log. */
export function fateLines({ lines, matched, ignored, unknown }: FateLines): FateLines {
  return { lines, matched, ignored, unknown };
}
