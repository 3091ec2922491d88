"use client";

// Drawn in the browser's part of the tree: React would send pieces of a drawing with a style of their own.

/** How much of a limit is used, as a thin bar; what is beyond the limit fills it in the colour of a warning. */
export function Meter({ used, limit }: { used: number; limit: number }) {
  const share = Math.min(1, used / limit);
  return (
    <svg className="block h-1 w-full" aria-hidden="true" focusable="false">
      <rect width="100%" height="100%" rx="2" fill="var(--sunk)" />
      <rect
        width={`${Math.round(share * 1000) / 10}%`}
        height="100%"
        rx="2"
        fill={used > limit ? "var(--result-fail)" : "var(--result-neutral)"}
      />
    </svg>
  );
}
