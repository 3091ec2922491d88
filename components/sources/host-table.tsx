import { useFormatter, useTranslations } from "next-intl";
import { useShare } from "@/components/overview/use-share";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import type { HostActivities, HostActivity } from "@/lib/queries/sources-hosts";
import { type PageClock, useTime } from "./clock";
import { DayBars } from "./day-bars";
import { HostGaps } from "./host-gaps";

const COLUMNS = ["host", "lastTime", "lastHour", "perDay", "month", "unverified", "gaps"] as const;
const NUMBERS: readonly string[] = ["lastHour", "perDay", "unverified"];
const WEEK = 7;

/** The machines that write logs: how lately, how much, and when they were silent. */
export function HostTable({ activity, clock }: { activity: HostActivities; clock: PageClock }) {
  const t = useTranslations("sources.hosts");
  const { hosts, total } = activity;
  if (hosts.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")}>
      <table className="table stacked">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={NUMBERS.includes(column) ? "number" : ""}>
                {t(column)}
                {column === "perDay" && <Note text={t("perDayNote")} />}
                {column === "unverified" && <Note text={t("unverifiedNote")} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hosts.map((host) => (
            <Row key={host.hostId} host={host} clock={clock} />
          ))}
        </tbody>
      </table>
      {total > hosts.length && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("rest", { shown: hosts.length, total })}
        </p>
      )}
    </Panel>
  );
}

function Note({ text }: { text: string }) {
  return <span className="block text-xs font-normal">{text}</span>;
}

function Row({ host, clock }: { host: HostActivity; clock: PageClock }) {
  const t = useTranslations("sources.hosts");
  const format = useFormatter();
  const share = useShare();
  const time = useTime(clock, "–");
  const week = host.days.slice(-WEEK).reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <td className="wide font-medium" data-label={t("host")}>
        <SenderText text={host.name || t("noName")} />
      </td>
      <td className="whitespace-nowrap" data-label={t("lastTime")}>
        {time(host.lastTime)}
      </td>
      <td className="number max-md:text-start" data-label={t("lastHour")}>
        {format.number(host.lastHour)}
      </td>
      <td className="number max-md:text-start" data-label={t("perDay")}>
        {format.number(Math.round(week / WEEK))}
      </td>
      <td data-label={t("month")}>
        <DayBars
          days={host.days}
          label={t("monthText", { least: Math.min(...host.days), most: Math.max(...host.days) })}
        />
      </td>
      <td className="number max-md:text-start" data-label={t("unverified")}>
        {host.accepted === 0 ? (
          <span className="text-muted">{t("noMail")}</span>
        ) : (
          <span title={`${format.number(host.unverified)} / ${format.number(host.accepted)}`}>
            {share(host.unverified, host.accepted)}
          </span>
        )}
      </td>
      <td className="wide" data-label={t("gaps")}>
        <HostGaps host={host} clock={clock} />
      </td>
    </tr>
  );
}
