import type { ChartOptions } from "chart.js";
import type { Palette } from "./palette";
import type { BucketName } from "./stacked-chart";

/** How stacked bars look and speak; nothing moves. */
export function barOptions(palette: Palette, buckets: BucketName[], locale: string): ChartOptions<"bar"> {
  const number = new Intl.NumberFormat(locale);
  const font = { family: palette.font, size: 12 };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: "index", intersect: false },
    scales: {
      x: {
        stacked: true,
        grid: { display: false },
        border: { color: palette.line },
        ticks: { color: palette.muted, font, maxRotation: 0, autoSkipPadding: 12 },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: palette.line },
        ticks: {
          color: palette.muted,
          font,
          precision: 0,
          maxTicksLimit: 6,
          callback: (value) => number.format(Number(value)),
        },
      },
    },
    plugins: {
      tooltip: {
        backgroundColor: palette.panel,
        borderColor: palette.line,
        borderWidth: 1,
        titleColor: palette.ink,
        bodyColor: palette.ink,
        titleFont: font,
        bodyFont: font,
        filter: (item) => item.parsed.y !== 0,
        callbacks: {
          title: (items) => (items[0] ? buckets[items[0].dataIndex]!.full : ""),
          label: (item) => ` ${item.dataset.label}  ${number.format(item.parsed.y ?? 0)}`,
        },
      },
    },
  };
}
