import type { CountedAction, CountedResult } from "@/lib/queries/count-table";

/** How a word is drawn everywhere: a colour and a pattern of lines on it, in a tile of 8 by 8. */
export interface Mark {
  /** CSS variable of app/globals.css. */
  color: `--${MarkName}`;
  /** SVG path data; "" is plain. */
  lines: string;
  width: number;
  /** Lines of its colour on the ground, instead of the other way round. */
  isHollow: boolean;
}

const mark = (color: MarkName, lines: string, width = 1.5, isHollow = false): Mark => ({
  color: `--${color}`,
  lines,
  width,
  isHollow,
});

const RISING = "M-2 2L2 -2M-2 10L10 -2M6 10L10 6";
const FALLING = "M-2 6L2 10M-2 -2L10 10M6 -2L10 2";

/** A result or what became of a message, as its mark is called. */
export type MarkName = `result-${CountedResult}` | `fate-${CountedAction}`;

export const MARKS: Record<MarkName, Mark> = {
  "result-pass": mark("result-pass", ""),
  "result-fail": mark("result-fail", RISING, 1.8),
  "result-softfail": mark("result-softfail", "M2 2h.01M6 6h.01", 2.6),
  "result-neutral": mark("result-neutral", "M0 2H8M0 6H8"),
  "result-none": mark("result-none", "M2 0V8M6 0V8"),
  "result-temperror": mark("result-temperror", "M-1 -1L9 9M9 -1L-1 9"),
  "result-permerror": mark("result-permerror", "M0 4H8M4 0V8", 2),
  "result-notLogged": mark("result-notLogged", FALLING, 1.5, true),
  "fate-accept": mark("fate-accept", ""),
  "fate-tagged": mark("fate-tagged", "M2 2h.01M6 6h.01", 2.6),
  "fate-reject": mark("fate-reject", RISING, 1.8),
  "fate-tempfail": mark("fate-tempfail", "M-1 -1L9 9M9 -1L-1 9"),
  "fate-discard": mark("fate-discard", "M0 4H8M4 0V8", 2),
  "fate-unchecked": mark("fate-unchecked", "M0 2H8M0 6H8"),
  "fate-brokenOff": mark("fate-brokenOff", FALLING, 1.5, true),
};
