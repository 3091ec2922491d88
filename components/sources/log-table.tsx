import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useShare } from "@/components/overview/use-share";
import { Panel } from "@/components/ui/panel";
import type { FileState } from "@/lib/queries/file-state";
import type { LogSource } from "@/lib/queries/log-sources";
import { useBytes } from "./bytes";
import { type PageClock, useTime } from "./clock";
import { FateBar } from "./fate-bar";
import { FATES, fateLines } from "./fates";
import { LogName } from "./log-name";
import { linesPerHour } from "./rate";
import { useStateText } from "./state-text";

const COLUMNS = ["log", "lines", ...FATES, "rate", "position", "lastTime", "readAt"] as const;
const WORDS: readonly string[] = ["log", "lastTime", "readAt"];

interface Props {
  logs: LogSource[];
  total: number;
  states: ReadonlyMap<number, FileState>;
  clock: PageClock;
}

/** The logs: how far they were read, and how much of them was understood. */
export function LogTable({ logs, total, states, clock }: Props) {
  const t = useTranslations("sources.logs");
  return (
    <Panel title={t("title")}>
      <table className="table dense stacked">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={WORDS.includes(column) ? "" : "number"}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {logs.map((log) => (
            <Row key={log.id} log={log} state={states.get(log.id)} clock={clock} />
          ))}
        </tbody>
      </table>
      {total > logs.length && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("rest", { shown: logs.length, total })}
        </p>
      )}
    </Panel>
  );
}

function Row({ log, state, clock }: { log: LogSource; state: FileState | undefined; clock: PageClock }) {
  const t = useTranslations("sources.logs");
  const format = useFormatter();
  const share = useShare();
  const bytes = useBytes();
  const time = useTime(clock, t("noTime"));
  const rate = linesPerHour(log);
  return (
    <tr>
      <td className="wide" data-label={t("log")}>
        <Link
          href={clock.href(`/sources/${log.id}`)}
          prefetch={false}
          className="font-medium text-accent underline underline-offset-2"
        >
          <LogName path={log.path} />
        </Link>
        {log.demo && <span className="ms-2 rounded bg-warn-ground px-1.5 text-warn">{t("demo")}</span>}
        <p className="text-xs text-muted">
          {t("kinds", { kind: log.kind })}
          {log.hosts.length > 0 && ` · ${t("hostCount", { count: log.hosts.length })}`}
          {state && <State state={state} />}
        </p>
        <div className="max-w-xs">
          <FateBar lines={fateLines(log)} />
        </div>
      </td>
      <td className="number max-md:text-start" data-label={t("lines")}>
        {format.number(log.lines)}
      </td>
      {FATES.map((fate) => (
        <td
          key={fate}
          className="number max-md:text-start"
          data-label={t(fate)}
          title={format.number(log[fate])}
        >
          {share(log[fate], log.lines)}
        </td>
      ))}
      <td className="number max-md:text-start" data-label={t("rate")}>
        {rate === null ? t("noRate") : format.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 })}
      </td>
      <td className="number max-md:text-start" data-label={t("position")} title={format.number(log.position)}>
        {bytes(log.position)}
      </td>
      <td data-label={t("lastTime")}>{time(log.lastTime)}</td>
      <td data-label={t("readAt")}>{time(log.readAt)}</td>
    </tr>
  );
}

function State({ state }: { state: FileState }) {
  const { text, isOdd } = useStateText()(state);
  return (
    <>
      {" · "}
      <span className={isOdd ? "text-warn" : ""}>{text}</span>
    </>
  );
}
