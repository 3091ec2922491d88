"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useId, useMemo, useState } from "react";
import type { MarkName } from "@/components/spf/marks";
import { Swatch } from "@/components/spf/swatch";
import { SeriesTable } from "./series-table";

// Comes after the page, which is complete without it: the same numbers are in the table.
const StackedBars = dynamic(() => import("./stacked-bars"), { ssr: false });

/** One kind of message, per bucket. */
export interface Series {
  key: string;
  name: string;
  mark: MarkName;
  values: number[];
  /** Its messages of the period compared with; null where there is none. */
  before: number | null;
  /** Its sum and how that changed, for the eye and in words. */
  note: string;
  noteInWords: string;
  /** The conditions of these messages: `result=fail`. */
  query: string;
}

/** What a bucket is called: short on the axis, in full in the tooltip; and where its messages are. */
export interface BucketName {
  short: string;
  full: string;
  /** The messages counted in it. */
  href: string;
  /** All messages of its time. */
  plain: string;
}

/** Words of the chart and its table, in the visitor's language. */
export interface ChartTexts {
  caption: string;
  time: string;
  total: string;
  before: string;
  unit: string;
  view: string;
  chart: string;
  table: string;
  legend: string;
  summary: string;
}

/** Counts over time as stacked bars or, one press away and without script, as a table. */
export function StackedChart(props: {
  buckets: BucketName[];
  series: Series[];
  texts: ChartTexts;
  locale: string;
  isSmall?: boolean;
}) {
  const { buckets, series, texts, locale, isSmall = false } = props;
  const router = useRouter();
  const [isTable, setIsTable] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => series.filter(({ key }) => !hidden.has(key)), [series, hidden]);
  const id = useId();
  const follow = (bucket: number, { query }: Series) => {
    router.push(`${buckets[bucket]!.plain}&${query}`);
  };
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
        <div className={`px-4 pb-4 noscript:hidden ${isTable ? "hidden" : ""}`}>
          <div className={`relative w-full min-w-0 ${isSmall ? "h-52" : "h-64 sm:h-72"}`}>
            <StackedBars
              buckets={buckets}
              series={shown}
              summary={texts.summary}
              locale={locale}
              onPress={follow}
            />
          </div>
          <Legend series={series} hidden={hidden} label={texts.legend} onChange={setHidden} />
        </div>
        <div className={isTable ? "" : "hidden noscript:block"}>
          <SeriesTable buckets={buckets} series={series} texts={texts} locale={locale} />
        </div>
      </div>
    </div>
  );
}

function Legend(props: {
  series: Series[];
  hidden: ReadonlySet<string>;
  label: string;
  onChange: (hidden: ReadonlySet<string>) => void;
}) {
  const { series, hidden, label, onChange } = props;
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <fieldset className="mt-3 flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {series.map(({ key, name, mark, note, noteInWords }) => (
        <button
          key={key}
          type="button"
          title={label}
          aria-pressed={!hidden.has(key)}
          onClick={() => toggle(key)}
          className="flex items-center gap-1.5 rounded px-2 py-1 text-sm hover:bg-sunk aria-[pressed=false]:text-muted aria-[pressed=false]:line-through"
        >
          <Swatch mark={mark} />
          {name}
          <span aria-hidden="true" className="text-muted">
            {note}
          </span>
          <span className="sr-only">{noteInWords}</span>
        </button>
      ))}
    </fieldset>
  );
}
