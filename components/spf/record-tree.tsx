import { useTranslations } from "next-intl";
import { lastStep } from "@/lib/spf/explain/decided";
import { explainRecord } from "@/lib/spf/explain/record";
import type { Language, Sentence } from "@/lib/spf/sentence";
import type { RecordTrace, StepTrace } from "@/lib/spf/trace";
import { type MarkedSpan, RecordView } from "./record-view";
import { QuotedText, Sentences } from "./sentence-view";
import { StepRow } from "./step-row";
import { fateOf, type TraceRow, traceRows } from "./trace-rows";

/** A record may have thousands of errors. */
const MOST_SENTENCES = 8;
const MOST_SPANS = 50;

interface Props {
  record: RecordTrace;
  told: ReadonlySet<StepTrace>;
  language: Language;
}

/** A record in evaluation: its text with errors and the deciding term marked, what is said of it, and its terms. */
export function RecordTree({ record, told, language }: Props) {
  const t = useTranslations("trace");
  const sentences = explainRecord(record, language).filter((sentence) => !isText(sentence, record));
  const more = sentences.length - MOST_SENTENCES;
  return (
    <div className="min-w-0 space-y-2">
      <p>
        <QuotedText text={record.domain} />
      </p>
      {record.text !== null && <RecordView text={record.text} spans={spansOf(record)} />}
      <Sentences sentences={sentences.slice(0, MOST_SENTENCES)} />
      {more > 0 && <p className="text-muted">{t("more", { count: more })}</p>}
      {record.steps.length > 0 && (
        <ul className="space-y-1 border-s border-line ps-3">
          {traceRows(record, told).map((row) => (
            <li key={keyOf(row)} className="min-w-0">
              {row.kind === "step" ? (
                <StepRow step={row.step} language={language}>
                  {row.step.within !== null && (
                    <RecordTree record={row.step.within} told={told} language={language} />
                  )}
                </StepRow>
              ) : (
                <RunRow steps={row.steps} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A term may be told twice: as it was reached, and as it would have been. */
function keyOf(row: TraceRow): string {
  const { from, isShadow } = row.kind === "step" ? row.step : row.steps[0]!;
  return `${from} ${isShadow}`;
}

/** Whether a sentence only says the record's text, which is shown with its marks. */
function isText({ parts }: Sentence, { text }: RecordTrace): boolean {
  return text !== null && parts.some((part) => typeof part !== "string" && part.quoted === text);
}

function spansOf(record: RecordTrace): MarkedSpan[] {
  const step = lastStep(record);
  const problems = record.problems.slice(0, MOST_SPANS).map(({ from, to }) => ({ from, to }));
  if (problems.length > 0) return problems.map((span) => ({ ...span, mark: "problem" as const }));
  if (step === null || step.state === "no-match") return [];
  return [{ from: step.from, to: step.to, mark: step.state === "error" ? "problem" : "decided" }];
}

/** Steps that nothing is said of but what became of them. */
function RunRow({ steps }: { steps: StepTrace[] }) {
  const t = useTranslations("trace");
  return (
    <p className="py-0.5">
      <span className="font-mono">
        <QuotedText text={steps.map(({ text }) => text).join(" ")} />
      </span>{" "}
      <span className="text-xs text-muted">
        {t("run", { count: steps.length, fate: t(`states.${fateOf(steps[0]!)}`) })}
      </span>
    </p>
  );
}
