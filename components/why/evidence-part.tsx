import { useTranslations } from "next-intl";
import { SentenceView } from "@/components/spf/sentence-view";
import type { Language } from "@/lib/spf/sentence";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { diagnosisTitles, explainEvidence } from "@/lib/why/diagnosis/words";
import { PagePart, Piece } from "./part";

/** The facts that the diagnosis rests on, and what else it may be. */
export function EvidencePart({ diagnosis, language }: { diagnosis: Diagnosis; language: Language }) {
  const t = useTranslations("why.evidence");
  const { titles, who, certainty: words } = diagnosisTitles(language);
  return (
    <PagePart id="evidence" title={t("title")}>
      <ul className="list-disc space-y-2 ps-5">
        {explainEvidence(diagnosis, language).map((sentence, n) => (
          <li key={diagnosis.evidence[n]!.kind + String(n)}>
            <SentenceView sentence={sentence} />
          </li>
        ))}
      </ul>
      {diagnosis.alternatives.length > 0 && (
        <Piece title={t("alternatives")}>
          <ul className="space-y-2">
            {diagnosis.alternatives.map(({ kind, who: actor, certainty }) => (
              <li key={kind}>
                {titles[kind]}
                <span className="block text-sm text-muted">
                  {t("alternative", { who: who[actor], certainty: words[certainty] })}
                </span>
              </li>
            ))}
          </ul>
        </Piece>
      )}
    </PagePart>
  );
}
