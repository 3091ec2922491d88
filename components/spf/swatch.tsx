import type { CountedResult } from "@/lib/queries/count-table";
import { RESULT_MARKS } from "./result-marks";

/** The colour and pattern of a result, as small as a letter. */
export function ResultSwatch({ result }: { result: CountedResult }) {
  const { color, lines, width, isHollow } = RESULT_MARKS[result];
  const [ground, ink] = isHollow ? ["var(--panel)", `var(${color})`] : [`var(${color})`, "var(--panel)"];
  return (
    <svg viewBox="0 0 8 8" className="size-3 shrink-0" aria-hidden="true" focusable="false">
      <rect width="8" height="8" fill={ground} />
      <path d={lines} stroke={ink} strokeWidth={width} strokeLinecap="round" fill="none" />
      <rect width="7.4" height="7.4" x="0.3" y="0.3" fill="none" stroke={`var(${color})`} strokeWidth="0.6" />
    </svg>
  );
}
