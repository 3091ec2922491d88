import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { applyFixes } from "@/lib/spf/lint/apply-fixes";
import { type Finding, findingMessage } from "@/lib/spf/record-report";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { DraftLink } from "./draft-link";
import { FindingEntry } from "./finding-entry";

const SHOWN = 8;
const UNFOLDED = 60;

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
        <FindingItem key={n} finding={finding} text={text} address={address} language={language} />
      ))}
    </ul>
  );
}

function FindingItem(props: Omit<Props, "findings"> & { finding: Finding }) {
  const { finding, text, address, language } = props;
  const t = useTranslations("recordTree.findings");
  const { fix } = finding;
  const where = "where" in finding ? finding.where : [];
  const sentence = findingMessage(finding, text, language);
  return (
    <FindingEntry finding={finding} text={text ?? ""} where={where} sentence={sentence}>
      {fix && text !== null && (
        <p>
          <DraftLink address={address} record={applyFixes(text, [fix])}>
            {t("fix")}
          </DraftLink>
        </p>
      )}
    </FindingEntry>
  );
}
