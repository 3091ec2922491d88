import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { SenderText } from "@/components/ui/sender-text";
import type { Severity, SourceFinding } from "@/lib/queries/source-findings";
import type { PageClock } from "./clock";
import { useFindingTexts } from "./finding-texts";
import { LogName } from "./log-name";

const SHOWN = 12;

const BADGES: Record<Severity, string> = {
  error: "bg-warn text-panel",
  warning: "bg-warn-ground text-warn",
  note: "bg-sunk text-muted",
};

interface Props {
  findings: SourceFinding[];
  clock: PageClock;
  /** They need not say which log they are about. */
  ofOneLog?: boolean;
}

/** What deserves attention, worst first, and what to do. */
export function Findings({ findings, clock, ofOneLog = false }: Props) {
  const t = useTranslations("findings");
  const rest = findings.slice(SHOWN);
  return (
    <Panel title={t("title")}>
      {findings.length === 0 && <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>}
      <FindingList findings={findings.slice(0, SHOWN)} clock={clock} ofOneLog={ofOneLog} />
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-accent underline underline-offset-2">
            {t("more", { count: rest.length })}
          </summary>
          <FindingList findings={rest} clock={clock} ofOneLog={ofOneLog} />
        </details>
      )}
    </Panel>
  );
}

function FindingList({ findings, clock, ofOneLog }: Props) {
  return (
    <ul className="text-sm">
      {findings.map((finding, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
        <FindingItem key={n} finding={finding} clock={clock}>
          {!ofOneLog && <Subject finding={finding} clock={clock} />}
        </FindingItem>
      ))}
    </ul>
  );
}

function FindingItem({
  finding,
  clock,
  children,
}: {
  finding: SourceFinding;
  clock: PageClock;
  children: ReactNode;
}) {
  const t = useTranslations("findings");
  const texts = useFindingTexts(clock);
  const { text, advice } = texts(finding);
  const { severity } = finding;
  return (
    <li className="flex gap-3 border-t border-line px-4 py-2.5">
      <span className={`h-fit shrink-0 rounded px-1.5 text-xs leading-5 font-medium ${BADGES[severity]}`}>
        {t(`severities.${severity}`)}
      </span>
      <div className="min-w-0 space-y-0.5">
        <div className="font-medium empty:hidden">{children}</div>
        <p>{text}</p>
        <p className="text-muted">{advice}</p>
      </div>
    </li>
  );
}

function Subject({ finding, clock }: { finding: SourceFinding; clock: PageClock }) {
  const t = useTranslations("sources.hosts");
  if ("host" in finding) return <SenderText text={finding.host || t("noName")} />;
  if (!("log" in finding)) return null;
  return (
    <Link
      href={clock.href(`/sources/${finding.log.id}`)}
      prefetch={false}
      className="text-accent underline underline-offset-2"
    >
      <LogName path={finding.log.path} />
    </Link>
  );
}
