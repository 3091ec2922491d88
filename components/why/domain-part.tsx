import { useTranslations } from "next-intl";
import { readRecordsAddress, recordsHref } from "@/components/records/address";
import { Sentences } from "@/components/spf/sentence-view";
import { TraceView } from "@/components/spf/trace-view";
import type { Suggestion } from "@/lib/spf/draft/suggestion";
import type { Language } from "@/lib/spf/sentence";
import { diagnosisInput, type WhyAnswer } from "@/lib/why/answer";
import { advisable } from "@/lib/why/diagnosis/advisable";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { explainDiagnosis } from "@/lib/why/diagnosis/words";
import type { WhyRequest } from "@/lib/why/request";
import { NoSuggestion } from "./no-suggestion";
import { PagePart, Piece } from "./part";
import { withShortSuggestion } from "./shown-suggestion";
import { SuggestionView } from "./suggestion-view";

interface Props {
  answer: WhyAnswer;
  diagnosis: Diagnosis;
  language: Language;
  /** Whether the visitor may open the record workbench. */
  hasWorkbench: boolean;
}

/** For whoever runs the sender's domain: what it means, the record that would help or why there is none, the trace. */
export function DomainPart({ answer, diagnosis, language, hasWorkbench }: Props) {
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
          {hasWorkbench && (
            <p className="print:hidden">
              <a href={workbenchHref(answer.request, suggestion.domain, shown)} className="link">
                {t("workbench")}
              </a>
            </p>
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

/** The workbench with the suggested record, or the published one, and this message to try it with. */
function workbenchHref({ ip, sender, helo }: WhyRequest, domain: string, shown: Suggestion | null): string {
  const blank = readRecordsAddress({ domain, view: "what-if" });
  return recordsHref(blank, { record: shown?.suggested ?? null, ip, sender, helo });
}
