import type { ReplayReport } from "@/lib/queries/replay-report";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf/result";

/** Messages whose result changes from what is published to the draft. */
export interface Change {
  from: SpfResult;
  to: SpfResult;
  messages: number;
}

/** The sums of a replay: messages that begin to pass, that cease to, that change otherwise, and that stay. */
export interface ChangeCounts {
  gained: number;
  lost: number;
  otherwise: number;
  same: number;
  /** Those with most messages first. */
  changes: Change[];
}

/** Sums up messages per [published][draft]. */
export function countChanges({ matrix }: Pick<ReplayReport, "matrix">): ChangeCounts {
  const counts: ChangeCounts = { gained: 0, lost: 0, otherwise: 0, same: 0, changes: [] };
  SPF_RESULTS.forEach((from, row) => {
    SPF_RESULTS.forEach((to, column) => {
      const messages = matrix[row]?.[column] ?? 0;
      if (messages === 0) return;
      if (from === to) counts.same += messages;
      else {
        counts[to === "pass" ? "gained" : from === "pass" ? "lost" : "otherwise"] += messages;
        counts.changes.push({ from, to, messages });
      }
    });
  });
  counts.changes.sort((a, b) => b.messages - a.messages);
  return counts;
}

/** Messages whose result is open, since DNS gave no answer, under the published record or under the draft. */
export function countOpen({ matrix }: Pick<ReplayReport, "matrix">): number {
  const open = SPF_RESULTS.indexOf("temperror");
  let messages = 0;
  matrix.forEach((row, from) => {
    row.forEach((count, to) => {
      if (from === open || to === open) messages += count;
    });
  });
  return messages;
}
