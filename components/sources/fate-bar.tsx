"use client";

// For the browser too, as DayBars is.
import { shareOf } from "@/components/overview/share";
import { FATES, type FateLines } from "./fates";

const FILLS = { matched: "var(--accent)", ignored: "var(--line)", unknown: "url(#unknown-lines)" };
/** Percent; less would not be seen. */
const LEAST = 1.5;

/** The parts of a log as one bar; its numbers stand beside it. */
export function FateBar({ lines }: { lines: FateLines }) {
  const widths = FATES.map((fate) =>
    lines[fate] === 0 ? 0 : Math.max(LEAST, 100 * shareOf(lines[fate], lines.lines)),
  );
  const whole = Math.max(
    100,
    widths.reduce((sum, width) => sum + width, 0),
  );
  return (
    <svg className="mt-1 block h-2 w-full" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" rx="2" fill="var(--sunk)" />
      {FATES.map((fate, n) => {
        const before = widths.slice(0, n).reduce((sum, width) => sum + width, 0);
        const percent = (width: number) => `${((100 * width) / whole).toFixed(2)}%`;
        return (
          widths[n]! > 0 && (
            <rect
              key={fate}
              x={percent(before)}
              width={percent(widths[n]!)}
              height="100%"
              rx="1"
              fill={FILLS[fate]}
              stroke={fate === "unknown" ? "var(--warn)" : undefined}
            />
          )
        );
      })}
    </svg>
  );
}

/** The pattern of unknown lines, once per page. */
export function FatePatterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      <pattern id="unknown-lines" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" fill="var(--panel)" />
        <path d="M-1 1L1 -1M0 4L4 0M3 5L5 3" stroke="var(--warn)" strokeWidth="1.5" />
      </pattern>
    </svg>
  );
}
