import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { BucketName, Series } from "@/components/charts/stacked-chart";
import { Swatch } from "@/components/spf/swatch";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { BucketUnit } from "@/lib/queries/calendar";

/** The numbers of a chart, newest first, with their sums; each leads to its messages. */
export function SeriesTable(props: {
  caption: string;
  unit: BucketUnit;
  buckets: BucketName[];
  series: Series[];
}) {
  const { caption, unit, buckets, series } = props;
  const t = useTranslations("chart");
  const format = useFormatter();
  const rows = buckets.map(({ full, href }, n) => ({ full, href, n })).reverse();
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const whole = (n: number) => sum(series.map(({ values }) => values[n]!));
  return (
    <ScrollArea label={caption}>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("time", { unit })}</th>
            {series.map(({ key, name, mark }) => (
              <th key={key} scope="col" className="number">
                <span className="inline-flex items-center gap-1.5">
                  <Swatch mark={mark} />
                  {name}
                </span>
              </th>
            ))}
            <th scope="col" className="number">
              {t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="font-semibold">
            <th scope="row">{t("total")}</th>
            {series.map(({ key, values }) => (
              <td key={key} className="number">
                {format.number(sum(values))}
              </td>
            ))}
            <td className="number">{format.number(sum(series.map(({ values }) => sum(values))))}</td>
          </tr>
          {rows.map(({ full, href, n }) => (
            <tr key={href}>
              <th scope="row" className="whitespace-nowrap">
                <Link href={href} prefetch={false} className="link">
                  {full}
                </Link>
              </th>
              {series.map(({ key, values }) => (
                <td key={key} className={values[n] === 0 ? "number text-muted" : "number"}>
                  {format.number(values[n]!)}
                </td>
              ))}
              <td className={whole(n) === 0 ? "number text-muted" : "number"}>{format.number(whole(n))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
