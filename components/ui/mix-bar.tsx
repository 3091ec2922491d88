"use client";

import { MARKS, type MarkName } from "@/components/spf/marks";

/** The parts of a whole as one thin bar; its numbers stand beside it. */
export function MixBar({ parts }: { parts: { key: string; share: number; mark: MarkName }[] }) {
  let at = 0;
  return (
    <svg className="mt-1 block h-1.5 w-full max-w-xs" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" fill="var(--sunk)" />
      {parts
        .filter(({ share }) => share > 0)
        .map(({ key, share, mark }) => {
          const x = at;
          at += share;
          return (
            <rect
              key={key}
              x={`${x * 100}%`}
              width={`${share * 100}%`}
              height="100%"
              fill={`var(${MARKS[mark].color})`}
              stroke="var(--panel)"
              strokeWidth="0.5"
            />
          );
        })}
    </svg>
  );
}
