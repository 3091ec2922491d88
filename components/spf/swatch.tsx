"use client";

import { MARKS, type MarkName } from "./marks";

// Drawn in the browser's part of the tree: React would send pieces of a drawing with a style of their own.

/** The colour and pattern of a mark, as small as a letter. */
export function Swatch({ mark }: { mark: MarkName }) {
  const { color, lines, width, isHollow } = MARKS[mark];
  const [ground, ink] = isHollow ? ["var(--panel)", `var(${color})`] : [`var(${color})`, "var(--panel)"];
  return (
    <svg viewBox="0 0 8 8" className="size-3 shrink-0" aria-hidden="true" focusable="false">
      <rect width="8" height="8" fill={ground} />
      <path d={lines} stroke={ink} strokeWidth={width} strokeLinecap="round" fill="none" />
      <rect width="7.4" height="7.4" x="0.3" y="0.3" fill="none" stroke={`var(${color})`} strokeWidth="0.6" />
    </svg>
  );
}
