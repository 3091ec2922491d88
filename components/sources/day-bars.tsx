"use client";

// For the browser too: on the server alone, React may send what is in an svg later, in one with an inline style.

const HEIGHT = 24;
const STEP = 4;

/** Messages of each day as small bars, oldest first; a day without any is a line in the colour of warnings. */
export function DayBars({ days, label }: { days: number[]; label: string }) {
  const most = Math.max(0, ...days);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
      className="block h-6 w-30"
    >
      {days.map((count, day) => {
        const height = count === 0 ? 1.5 : Math.max(1.5, (HEIGHT * count) / most);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the days never move
            key={day}
            x={day * STEP}
            y={HEIGHT - height}
            width={STEP - 1}
            height={height}
            fill={count === 0 ? "var(--warn)" : "var(--accent)"}
          />
        );
      })}
    </svg>
  );
}
