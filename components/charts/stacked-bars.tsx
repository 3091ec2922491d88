"use client";

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { useMemo, useRef } from "react";
import { Bar } from "react-chartjs-2";
import type { CountedResult } from "@/lib/queries/count-table";
import { barOptions } from "./bar-options";
import { usePalette } from "./use-palette";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One result's messages per bucket. */
export interface Series {
  result: CountedResult;
  name: string;
  values: number[];
}

/** What a bucket is called: short on the axis, in full in the tooltip. */
export interface BucketName {
  short: string;
  full: string;
}

/** Results stacked per bucket; `summary` says in words what there is to see. */
export function StackedBars({
  buckets,
  series,
  summary,
  locale,
}: {
  buckets: BucketName[];
  series: Series[];
  summary: string;
  locale: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const options = useMemo(() => palette && barOptions(palette, buckets, locale), [palette, buckets, locale]);
  const data = useMemo(
    () =>
      palette && {
        labels: buckets.map(({ short }) => short),
        datasets: series.map(({ result, name, values }) => ({
          label: name,
          data: values,
          backgroundColor: palette.fills[result],
          hoverBackgroundColor: palette.fills[result],
          borderColor: palette.borders[result],
          borderWidth: 1,
          maxBarThickness: 40,
          categoryPercentage: 0.9,
          barPercentage: 0.9,
        })),
      },
    [palette, buckets, series],
  );
  return (
    <div ref={frame} className="relative h-64 w-full min-w-0 sm:h-72">
      {data && options && <Bar data={data} options={options} role="img" aria-label={summary} />}
    </div>
  );
}
