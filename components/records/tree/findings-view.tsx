import { useTranslations } from "next-intl";
import { QuotedText, SentenceView } from "@/components/spf/sentence-view";
import { Panel } from "@/components/ui/panel";
import { applyFixes } from "@/lib/spf/lint/apply-fixes";
import { type Finding, findingMessage } from "@/lib/spf/record-report";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { DraftLink } from "./draft-link";

const SHOWN = 8;
const UNFOLDED = 60;

const BADGES: Record<Finding["severity"], string> = {
  error: "bg-warn text-panel",
  warning: "bg-warn-ground text-warn",
  info: "bg-sunk text-muted",
};

interface Props {
  /** Of a report; those that the text alone gives away are in the editor, and are not shown. */
  findings: readonly Finding[];
  text: string | null;
  address: RecordsAddress;
  language: Language;
}

/** What is wrong with a record as DNS shows it and with all below it, worst first. */
export function FindingsView(props: Props) {
  const t = useTranslations("recordTree.findings");
  const findings = props.findings.filter((finding) => "where" in finding);
  const rest = findings.slice(SHOWN);
  const more = rest.length - UNFOLDED;
  return (
    <Panel title={t("title")} note={<span className="text-sm text-muted">{t("note")}</span>}>
      {findings.length === 0 && <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>}
      <FindingList {...props} findings={findings.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-muted">{t("more", { count: rest.length })}</summary>
          <FindingList {...props} findings={rest.slice(0, UNFOLDED)} />
          {more > 0 && <p className="px-4 pb-3 text-sm text-muted">{t("rest", { count: more })}</p>}
        </details>
      )}
    </Panel>
  );
}

function FindingList({ findings, text, address, language }: Props) {
  return (
    <ul className="text-sm">
      {findings.map((finding, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one report never move
        <li key={n} className="flex gap-3 border-t border-line px-4 py-2.5">
          <FindingItem finding={finding} text={text} address={address} language={language} />
        </li>
      ))}
    </ul>
  );
}

function FindingItem(props: Omit<Props, "findings"> & { finding: Finding }) {
  const { finding, text, address, language } = props;
  const t = useTranslations("recordTree.findings");
  const { severity, fix } = finding;
  return (
    <>
      <span className={`h-fit shrink-0 rounded px-1.5 text-xs leading-5 font-medium ${BADGES[severity]}`}>
        {t(`severities.${severity}`)}
      </span>
      <div className="min-w-0 space-y-0.5 wrap-anywhere">
        <Place finding={finding} text={text ?? ""} />
        <p>
          <SentenceView sentence={findingMessage(finding, text, language)} />
        </p>
        {fix && text !== null && (
          <p>
            <DraftLink address={address} record={applyFixes(text, [fix])}>
              {t("fix")}
            </DraftLink>
          </p>
        )}
      </div>
    </>
  );
}

/** The record's term that leads there, and the names on the way; nothing for what is about the whole record. */
function Place({ finding, text }: { finding: Finding; text: string }) {
  const { from, to } = finding;
  const where = "where" in finding ? finding.where : [];
  const isPart = to > from && (from > 0 || to < text.length);
  if (!isPart) return null;
  return (
    <p className="text-xs text-muted">
      <span className="font-mono">
        <QuotedText text={text.slice(from, to)} />
      </span>
      {where.slice(1).map((name, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way never moves, and may pass a name twice
        <span key={n}>
          <span aria-hidden="true"> → </span>
          <QuotedText text={name} />
        </span>
      ))}
    </p>
  );
}
