import type { LogCoverage } from "@/lib/queries/log-coverage";
import { shareOf } from "./share";

/** What can become of a line. */
export const FATES = ["matched", "ignored", "unknown"] as const;

const COLORS = {
  matched: "var(--accent)",
  ignored: "var(--line)",
  unknown: "repeating-linear-gradient(135deg, var(--warn) 0 2px, var(--panel) 2px 4px)",
};

/** The parts of a log as one bar; its numbers stand beside it. */
export function CoverageBar({ log }: { log: LogCoverage }) {
  return (
    <span aria-hidden="true" className="mt-1 flex h-1.5 max-w-xs gap-px overflow-hidden rounded-full bg-sunk">
      {FATES.filter((fate) => log[fate] > 0).map((fate) => (
        <span
          key={fate}
          className="min-w-0.5"
          style={{ width: `${shareOf(log[fate], log.lines) * 100}%`, background: COLORS[fate] }}
        />
      ))}
    </span>
  );
}
