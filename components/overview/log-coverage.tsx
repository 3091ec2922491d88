import { basename } from "node:path";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { visibleText } from "@/components/ui/visible-text";
import type { Zone } from "@/lib/logs/zone";
import type { LogCoverage } from "@/lib/queries/log-coverage";
import { CoverageBar, FATES } from "./coverage-bar";
import { useShare } from "./use-share";
import { instantText } from "./wall-format";

/** How much of each log was understood, and what was not. */
export function LogCoveragePanel({ logs, total, zone }: { logs: LogCoverage[]; total: number; zone: Zone }) {
  const t = useTranslations("coverage");
  const columns = ["lines", "matched", "ignored", "unknown"] as const;
  if (logs.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")}>
      <ScrollArea label={t("caption")}>
        <table className="table">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("log")}</th>
              <th scope="col">{t("kind")}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(column)}
                </th>
              ))}
              <th scope="col">{t("lastTime")}</th>
              <th scope="col">{t("readAt")}</th>
            </tr>
          </thead>
          <tbody>
            {logs.map((log) => (
              <Row key={log.id} log={log} zone={zone} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {total > logs.length && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("rest", { shown: logs.length, total })}
        </p>
      )}
    </Panel>
  );
}

function Row({ log, zone }: { log: LogCoverage; zone: Zone }) {
  const t = useTranslations("coverage");
  const format = useFormatter();
  const share = useShare();
  const time = (instant: number | null) =>
    instant === null ? t("noTime") : instantText(format, instant, zone);
  return (
    <tr>
      <th scope="row" className="w-full min-w-56">
        <span title={visibleText(log.path)}>
          <bdi>{visibleText(basename(log.path))}</bdi>
        </span>
        {log.demo && <span className="ms-2 rounded bg-warn-ground px-1.5 text-warn">{t("demo")}</span>}
        <CoverageBar log={log} />
        {log.matched === 0 && log.lines > 0 && <p className="font-normal text-warn">{t("nothing")}</p>}
        {log.samples.length > 0 && <Samples samples={log.samples} />}
      </th>
      <td className="whitespace-nowrap">{t("kinds", { kind: log.kind })}</td>
      <td className="number">{format.number(log.lines)}</td>
      {FATES.map((fate) => (
        <td key={fate} className="number" title={format.number(log[fate])}>
          {share(log[fate], log.lines)}
        </td>
      ))}
      <td className="whitespace-nowrap">{time(log.lastTime)}</td>
      <td className="whitespace-nowrap">{time(log.readAt)}</td>
    </tr>
  );
}

function Samples({ samples }: { samples: LogCoverage["samples"] }) {
  const t = useTranslations("coverage");
  return (
    <details className="mt-1 font-normal">
      <summary className="w-fit rounded text-muted underline underline-offset-2">
        {t("samples", { count: samples.length })}
      </summary>
      <ul className="mt-1 space-y-1 rounded bg-sunk px-2 py-1.5 font-mono text-xs">
        {samples.map(({ program, text }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be there twice
          <li key={n} className="[overflow-wrap:anywhere]">
            <bdi>{visibleText(program === "" ? text : `${program}: ${text}`)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
