"use client";

import { MARKS, type MarkName } from "@/components/spf/marks";

const LEAST = 3;

/** A part of a whole, from 0 to 1, as a thin bar below its number. */
export function ShareBar({ share, mark }: { share: number; mark: MarkName }) {
  const percent = Math.max(share * 100, LEAST);
  return (
    <svg className="mt-0.5 block h-1 w-full" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" rx="2" fill="var(--sunk)" />
      <rect
        x={`${100 - percent}%`}
        width={`${percent}%`}
        height="100%"
        rx="2"
        fill={`var(${MARKS[mark].color})`}
      />
    </svg>
  );
}
