import { useTranslations } from "next-intl";
import { Sentences } from "@/components/spf/sentence-view";
import { TraceView } from "@/components/spf/trace-view";
import type { Language } from "@/lib/spf/sentence";
import { diagnosisInput, type WhyAnswer } from "@/lib/why/answer";
import { advisable } from "@/lib/why/diagnosis/advisable";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { explainDiagnosis } from "@/lib/why/diagnosis/words";
import { NoSuggestion } from "./no-suggestion";
import { PagePart, Piece } from "./part";
import { withShortSuggestion } from "./shown-suggestion";
import { SuggestionView } from "./suggestion-view";

interface Props {
  answer: WhyAnswer;
  diagnosis: Diagnosis;
  language: Language;
}

/** For whoever runs the sender's domain: what it means, the record that would help or why there is none, the trace. */
export function DomainPart({ answer, diagnosis, language }: Props) {
  const t = useTranslations("why.domain");
  const input = diagnosisInput(answer);
  const { suggestion, now } = answer;
  const shown = advisable(diagnosis, withShortSuggestion(input));
  return (
    <PagePart id="domain" title={t("title")}>
      <div className="space-y-2">
        <Sentences sentences={explainDiagnosis(diagnosis, input, "domain", language)} />
      </div>
      {suggestion !== null && (
        <Piece title={t("record")}>
          {shown === null ? (
            <NoSuggestion suggestion={suggestion} kind={diagnosis.kind} />
          ) : (
            <SuggestionView suggestion={shown} />
          )}
        </Piece>
      )}
      {now?.trace && (
        <Piece title={t("trace")}>
          <TraceView trace={now.trace} language={language} />
        </Piece>
      )}
    </PagePart>
  );
}
