"use client";

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { useMemo, useRef } from "react";
import { Bar } from "react-chartjs-2";
import { MARKS } from "@/components/spf/marks";
import { barOptions } from "./bar-options";
import type { BucketName, Series } from "./stacked-chart";
import { usePalette } from "./use-palette";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Series stacked per bucket; `summary` says in words what there is to see, `onPress` follows a bar. */
export default function StackedBars(props: {
  buckets: BucketName[];
  series: Series[];
  summary: string;
  locale: string;
  onPress: (bucket: number, series: Series) => void;
}) {
  const { buckets, series, summary, locale, onPress } = props;
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const options = useMemo(() => palette && barOptions(palette, buckets, locale), [palette, buckets, locale]);
  const data = useMemo(
    () =>
      palette && {
        labels: buckets.map(({ short }) => short),
        datasets: series.map(({ name, values, mark }) => {
          const { fill, border } = palette.paint(MARKS[mark]);
          return {
            label: name,
            data: values,
            backgroundColor: fill,
            hoverBackgroundColor: fill,
            borderColor: border,
            borderWidth: 1,
            maxBarThickness: 40,
            categoryPercentage: 0.9,
            barPercentage: 0.9,
          };
        }),
      },
    [palette, buckets, series],
  );
  return (
    <div ref={frame} className="size-full">
      {data && options && (
        <Bar
          data={data}
          options={{
            ...options,
            onClick: (event, _, chart) => {
              const [hit] = chart.getElementsAtEventForMode(
                event as never,
                "nearest",
                { intersect: true },
                false,
              );
              if (hit) onPress(hit.index, series[hit.datasetIndex]!);
            },
          }}
          role="img"
          aria-label={summary}
        />
      )}
    </div>
  );
}
