import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import type { LogSourceHost } from "@/lib/queries/log-sources";
import { type PageClock, useTime } from "./clock";
import { linesPerHour } from "./rate";

const COLUMNS = ["matched", "rate", "firstTime", "lastTime"] as const;

/** The machines whose lines stand in one log. */
export function LogHosts({ hosts, clock }: { hosts: LogSourceHost[]; clock: PageClock }) {
  const t = useTranslations("sources");
  const names = {
    matched: t("logs.matched"),
    rate: t("logs.rate"),
    firstTime: t("detail.firstTime"),
    lastTime: t("logs.lastTime"),
  };
  return (
    <Panel title={t("detail.hosts")}>
      {hosts.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">{t("detail.noHosts")}</p>
      ) : (
        <table className="table stacked">
          <caption className="sr-only">{t("detail.hostsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("hosts.host")}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="number">
                  {names[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hosts.map((host) => (
              <Row key={host.hostId} host={host} names={names} clock={clock} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

type Names = Record<(typeof COLUMNS)[number], string>;

function Row({ host, names, clock }: { host: LogSourceHost; names: Names; clock: PageClock }) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const time = useTime(clock);
  const rate = linesPerHour(host);
  const values = {
    matched: format.number(host.lines),
    rate:
      rate === null ? t("logs.noRate") : format.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }),
    firstTime: time(host.firstTime),
    lastTime: time(host.lastTime),
  };
  return (
    <tr>
      <td className="wide font-medium" data-label={t("hosts.host")}>
        <SenderText text={host.name || t("hosts.noName")} />
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className="number max-md:text-start" data-label={names[column]}>
          {values[column]}
        </td>
      ))}
    </tr>
  );
}
