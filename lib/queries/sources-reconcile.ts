import type { LineCount } from "./count-lines";
import type { LogSource } from "./log-sources";

/** How the lines of a file compare with those that were read of it. */
export type Reconciliation =
  | {
      kind: "equal" | "more" | "fewer";
      /** Up to the position, and the last line without a newline where it was read. */
      file: number;
      read: number;
      withPartial: boolean;
      withNul: boolean;
    }
  | { kind: "tooMuch" | "unreadable" }
  /** Another file, or a shorter one, stands there. */
  | { kind: "other" };

/** Compares; `more` were read where NUL bytes part a line, or where a line was read before its end was written. */
export function reconcile({ lines, partial }: LogSource, count: LineCount): Reconciliation {
  if (count.kind === "short") return { kind: "other" };
  if (count.kind !== "counted") return { kind: count.kind };
  const withPartial = partial > 0;
  const file = count.newlines + (withPartial ? 1 : 0);
  const kind = lines === file ? "equal" : lines > file ? "more" : "fewer";
  return { kind, file, read: lines, withPartial, withNul: count.withNul };
}
