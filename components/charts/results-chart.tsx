"use client";

import { type ReactNode, useId, useMemo, useState } from "react";
import { ResultSwatch } from "@/components/spf/result-swatch";
import type { CountedResult } from "@/lib/queries/count-table";
import { type BucketName, type Series, StackedBars } from "./stacked-bars";

/** Words of the chart, in the visitor's language. */
export interface ChartTexts {
  unit: string;
  view: string;
  chart: string;
  table: string;
  legend: string;
  summary: string;
}

/** The results over time as bars or, one press away, as the table given as `children`. */
export function ResultsChart(props: {
  buckets: BucketName[];
  series: Series[];
  texts: ChartTexts;
  locale: string;
  children: ReactNode;
}) {
  const { buckets, series, texts, locale, children } = props;
  const [isTable, setIsTable] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<CountedResult>>(new Set());
  const shown = useMemo(() => series.filter(({ result }) => !hidden.has(result)), [series, hidden]);
  const id = useId();
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2">
        <p className="text-sm text-muted">{texts.unit}</p>
        <fieldset className="flex rounded-md border border-line text-sm">
          <legend className="sr-only">{texts.view}</legend>
          {[texts.chart, texts.table].map((name, n) => (
            <button
              key={name}
              type="button"
              aria-pressed={isTable === (n === 1)}
              aria-controls={id}
              onClick={() => setIsTable(n === 1)}
              className="rounded-[5px] px-2.5 py-1 text-muted hover:text-ink aria-pressed:bg-sunk aria-pressed:font-medium aria-pressed:text-ink"
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <div id={id}>
        <div hidden={isTable} className="px-4 pb-4">
          <StackedBars buckets={buckets} series={shown} summary={texts.summary} locale={locale} />
          <Legend series={series} hidden={hidden} label={texts.legend} onChange={setHidden} />
        </div>
        <div hidden={!isTable}>{children}</div>
      </div>
    </div>
  );
}

function Legend(props: {
  series: Series[];
  hidden: ReadonlySet<CountedResult>;
  label: string;
  onChange: (hidden: ReadonlySet<CountedResult>) => void;
}) {
  const { series, hidden, label, onChange } = props;
  const toggle = (result: CountedResult) => {
    const next = new Set(hidden);
    if (!next.delete(result)) next.add(result);
    onChange(next);
  };
  return (
    <fieldset className="mt-3 flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {series.map(({ result, name }) => (
        <button
          key={result}
          type="button"
          title={label}
          aria-pressed={!hidden.has(result)}
          onClick={() => toggle(result)}
          className="flex items-center gap-1.5 rounded px-2 py-1 text-sm hover:bg-sunk aria-[pressed=false]:text-muted aria-[pressed=false]:line-through"
        >
          <ResultSwatch result={result} />
          {name}
        </button>
      ))}
    </fieldset>
  );
}
