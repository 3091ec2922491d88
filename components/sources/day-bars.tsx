import { useTranslations } from "next-intl";

const HEIGHT = 24;
const STEP = 4;

/** Messages of each day as small bars, oldest first; a day without any is a line in the colour of warnings. */
export function DayBars({ days }: { days: number[] }) {
  const t = useTranslations("sources.hosts");
  const most = Math.max(0, ...days);
  const least = Math.min(...days);
  return (
    <svg
      role="img"
      aria-label={t("monthText", { least, most })}
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
