import { useTranslations } from "next-intl";
import { QuotedText, Sentences } from "@/components/spf/sentence-view";
import { wholeText } from "@/components/spf/whole-text";
import { explainPlainly } from "@/lib/spf/explain/plainly";
import { type Language, type Part, type Sentence, textOf } from "@/lib/spf/sentence";
import type { Trace } from "@/lib/spf/trace";
import { diagnosisInput, type WhyAnswer } from "@/lib/why/answer";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { letterOf } from "@/lib/why/diagnosis/letter";
import { Copyable, PagePart, Piece } from "./part";
import { withShortSuggestion } from "./shown-suggestion";

interface Props {
  answer: WhyAnswer;
  diagnosis: Diagnosis;
  said: Sentence[];
  language: Language;
}

/** The question and its answer; what is to be done is the diagnosis's to say. */
const ASKED_AND_ANSWERED = 2;

/** For whoever sent the message, in plain words: what to do, what was checked, and a text to pass on. */
export function SentPart({ answer, diagnosis, said, language }: Props) {
  const t = useTranslations("why.sent");
  const trace = answer.now?.trace;
  const letter = letterOf(diagnosis, withShortSuggestion(diagnosisInput(answer)), language);
  return (
    <PagePart id="sent" title={t("title")}>
      <div className="space-y-2">
        <Sentences sentences={said.length > 1 ? said.slice(1) : said} />
      </div>
      {trace && (
        <Piece title={t("checked")}>
          <Sentences sentences={plainly(trace, language)} />
        </Piece>
      )}
      {letter !== null && (
        <Piece title={t("letter")}>
          <p className="text-sm text-muted">
            {t("copy")}{" "}
            {diagnosis.who === "senders-postmaster" &&
              t.rich("postmaster", {
                address: () => <QuotedText text={`postmaster@${answer.request.domain}`} />,
              })}
          </p>
          <Copyable text={letterText(letter)} isProse />
        </Piece>
      )}
    </PagePart>
  );
}

/** A layman is not sent to an RFC. */
function plainly(trace: Trace, language: Language): Sentence[] {
  const told = explainPlainly(trace, language).slice(0, ASKED_AND_ANSWERED);
  return told.map(({ parts }) => ({ parts, rfc: null }));
}

/** The letter as it may be sent: what opens and closes it stands apart. */
function letterText(letter: readonly Part[][]): string {
  const [opening = "", ...rest] = letter.map((parts) => textOf(parts, wholeText));
  return [opening, "", ...rest.slice(0, -1), "", ...rest.slice(-1)].join("\n");
}
