"use client";

import Link from "next/link";
import { Swatch } from "@/components/spf/swatch";
import type { BucketName, ChartTexts, Series } from "./stacked-chart";

interface Props {
  buckets: BucketName[];
  series: Series[];
  texts: ChartTexts;
  locale: string;
}

/** The numbers of a chart, newest first, with their sums; each bucket leads to its messages. */
export function SeriesTable({ buckets, series, texts, locale }: Props) {
  const number = new Intl.NumberFormat(locale);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const rows = buckets.map(({ full, href }, n) => ({
    full,
    href,
    values: series.map(({ values }) => values[n]!),
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable without a mouse
    // biome-ignore lint/a11y/useSemanticElements: a section inside a titled section would repeat its title
    <div role="region" aria-label={texts.caption} tabIndex={0} className="max-w-full overflow-x-auto">
      <table className="table">
        <caption className="sr-only">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.time}</th>
            {series.map(({ key, name, mark }) => (
              <th key={key} scope="col" className="number">
                <span className="inline-flex items-center gap-1.5">
                  <Swatch mark={mark} />
                  {name}
                </span>
              </th>
            ))}
            <th scope="col" className="number">
              {texts.total}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="font-semibold">
            <th scope="row">{texts.total}</th>
            <Cells values={series.map(({ values }) => sum(values))} number={number} />
          </tr>
          {series.every(({ before }) => before !== null) && (
            <tr>
              <th scope="row">{texts.before}</th>
              <Cells values={series.map(({ before }) => before!)} number={number} />
            </tr>
          )}
          {rows.reverse().map(({ full, href, values }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour that autumn repeats has the name of the one before
            <tr key={n}>
              <th scope="row" className="whitespace-nowrap">
                <Link href={href} prefetch={false} className="link">
                  {full}
                </Link>
              </th>
              <Cells values={values} number={number} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A row's numbers and their sum. */
function Cells({ values, number }: { values: number[]; number: Intl.NumberFormat }) {
  const all = [...values, values.reduce((a, b) => a + b, 0)];
  return all.map((value, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
    <td key={n} className={value === 0 ? "number text-muted" : "number"}>
      {number.format(value)}
    </td>
  ));
}
