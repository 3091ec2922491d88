import { useFormatter, useTranslations } from "next-intl";
import { useShare } from "@/components/overview/use-share";
import { Panel } from "@/components/ui/panel";
import type { FileState } from "@/lib/queries/file-state";
import type { LogSource } from "@/lib/queries/log-sources";
import { useBytes } from "./bytes";
import { type PageClock, useTime } from "./clock";
import { FateBar } from "./fate-bar";
import { FATES, fateLines } from "./fates";
import { linesPerHour } from "./rate";
import { useStateText } from "./state-text";

/** All that is known of one log, name by name. */
export function LogFacts({ log, state, clock }: { log: LogSource; state: FileState; clock: PageClock }) {
  const t = useTranslations("sources");
  const facts = useFacts(log, state, clock);
  return (
    <Panel title={t("detail.facts")}>
      <div className="px-4 pb-2">
        <FateBar lines={fateLines(log)} />
      </div>
      <dl className="grid max-w-md grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-4 pb-4 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-end">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function useFacts(log: LogSource, state: FileState, clock: PageClock): [name: string, value: string][] {
  const t = useTranslations("sources");
  const format = useFormatter();
  const share = useShare();
  const bytes = useBytes();
  const time = useTime(clock, t("logs.noTime"));
  const stateText = useStateText();
  const exact = (count: number) =>
    count < 1000 ? bytes(count) : `${bytes(count)} (${format.number(count)})`;
  const rate = linesPerHour(log);
  return [
    [t("detail.kind"), t("logs.kinds", { kind: log.kind })],
    [t("detail.state"), stateText(state).text],
    [t("logs.position"), exact(log.position)],
    [t("detail.size"), "size" in state ? exact(state.size) : t("detail.unknownSize")],
    [t("logs.lines"), format.number(log.lines)],
    ...FATES.map((fate): [string, string] => [
      t(`logs.${fate}`),
      `${format.number(log[fate])} (${share(log[fate], log.lines)})`,
    ]),
    [
      t("logs.rate"),
      rate === null ? t("logs.noRate") : format.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }),
    ],
    [t("detail.firstTime"), time(log.firstTime)],
    [t("logs.lastTime"), time(log.lastTime)],
    [t("logs.readAt"), time(log.readAt)],
  ];
}
