import type { ReplayProgress, ReplayReport } from "@/lib/queries/replay-report";

/**
 * How a replay stands. "none" where none was begun, "busy" where it was not because too many wait, "lost" where nothing
 * is known of it any more, as after a restart.
 */
export type ShownReplay =
  | { state: "none" | "busy" | "lost" }
  | {
      id: string;
      state: "waiting" | "running" | "done" | "cancelled" | "failed";
      progress: ReplayProgress;
      report: ReplayReport | null;
      /** Why it failed. */
      fault: string | null;
    };
