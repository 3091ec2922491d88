import type { CountedResult } from "@/lib/queries/count-table";

/** How a result is drawn everywhere: a colour and a pattern of lines on it, in a tile of 8 by 8. */
export interface ResultMark {
  /** CSS variable of app/globals.css. */
  color: `--result-${CountedResult}`;
  /** SVG path data; "" is plain. */
  lines: string;
  width: number;
  /** Lines of its colour on the ground, instead of the other way round. */
  isHollow: boolean;
}

const mark = (result: CountedResult, lines: string, width = 1.5, isHollow = false): ResultMark => ({
  color: `--result-${result}`,
  lines,
  width,
  isHollow,
});

export const RESULT_MARKS: Record<CountedResult, ResultMark> = {
  pass: mark("pass", ""),
  fail: mark("fail", "M-2 2L2 -2M-2 10L10 -2M6 10L10 6", 1.8),
  softfail: mark("softfail", "M2 2h.01M6 6h.01", 2.6),
  neutral: mark("neutral", "M0 2H8M0 6H8"),
  none: mark("none", "M2 0V8M6 0V8"),
  temperror: mark("temperror", "M-1 -1L9 9M9 -1L-1 9"),
  permerror: mark("permerror", "M0 4H8M4 0V8", 2),
  notLogged: mark("notLogged", "M-2 6L2 10M-2 -2L10 10M6 -2L10 2", 1.5, true),
};
