import { useTranslations } from "next-intl";
import { PartsView } from "@/components/spf/sentence-view";
import { evidenceSentence } from "@/lib/spf/senders/evidence-words";
import type { Sender } from "@/lib/spf/senders/sender";
import type { Language } from "@/lib/spf/sentence";

interface Props {
  evidence: Sender["evidence"];
  /** What the evidence was weighed for: what speaks for another role speaks against this one. */
  role: Sender["role"];
  language: Language;
}

/** Why a client is taken for what it seems to be, and what speaks against that. */
export function EvidenceList({ evidence, role, language }: Props) {
  const t = useTranslations("recordTraffic.evidence");
  if (evidence.length === 0) return null;
  return (
    <ul className="space-y-0.5 text-xs leading-5 wrap-anywhere">
      {evidence.map((reason) => (
        <li key={`${reason.speaksFor} ${reason.kind}`}>
          {reason.speaksFor !== role && <span className="text-muted">{t("against")} </span>}
          <PartsView parts={evidenceSentence(reason, language).parts} />
        </li>
      ))}
    </ul>
  );
}
