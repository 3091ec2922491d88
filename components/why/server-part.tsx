import { useTranslations } from "next-intl";
import { Sentences } from "@/components/spf/sentence-view";
import type { Language } from "@/lib/spf/sentence";
import { diagnosisInput, type WhyAnswer } from "@/lib/why/answer";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { explainDiagnosis } from "@/lib/why/diagnosis/words";
import { mayBeExcepted } from "./exception-lines";
import { Exceptions } from "./exceptions";
import { Copyable, PagePart, Piece } from "./part";
import { receivedLine } from "./received-line";
import { ThenFacts } from "./then-facts";

interface Props {
  answer: WhyAnswer;
  diagnosis: Diagnosis;
  language: Language;
}

/** For whoever runs the receiving server: what it means, what the log says, how to let the mail in, the header. */
export function ServerPart({ answer, diagnosis, language }: Props) {
  const t = useTranslations("why.server");
  const { then, others, request } = answer;
  const line = receivedLine(answer);
  return (
    <PagePart id="server" title={t("title")}>
      <div className="space-y-2">
        <Sentences sentences={explainDiagnosis(diagnosis, diagnosisInput(answer), "receiver", language)} />
      </div>
      {then !== null && (
        <Piece title={t("log")}>
          <ThenFacts then={then} />
        </Piece>
      )}
      {others.length > 0 && (
        <Piece title={t("others", { count: others.length })}>
          {others.map((other) => (
            <ThenFacts key={`${other.host} ${other.queueId} ${other.time}`} then={other} />
          ))}
        </Piece>
      )}
      {mayBeExcepted(diagnosis.kind) && request.ip !== null && (
        <Piece title={t("letIn")}>
          <Exceptions ip={request.ip} />
        </Piece>
      )}
      {line !== null && (
        <Piece title={t("received")}>
          <p className="text-sm text-muted">{t("receivedNote")}</p>
          <Copyable text={line} />
        </Piece>
      )}
    </PagePart>
  );
}
