import { visibleText } from "@/lib/mail/visible-text";
import { explainRecord } from "@/lib/spf/explain/record";
import { explainEvidence } from "@/lib/spf/explain/step";
import type { Answer, DnsRecord } from "@/lib/spf/resolver";
import { type Language, type Sentence, textOf } from "@/lib/spf/sentence";
import type { QuestionTrace, RecordTrace, StepTrace, Trace } from "@/lib/spf/trace";

/** How many records of one answer are shown. */
const SHOWN = 4;
/** What is shown of one term, record or TXT string. */
const WIDTH = 120;

const WORDS = {
  en: {
    "no-match": "no match",
    error: "error",
    followed: "followed",
    unreached: "not reached",
    shadow: "shadow",
    lookups: "lookups",
  },
  ko: {
    "no-match": "불일치",
    error: "오류",
    followed: "따라감",
    unreached: "평가하지 않음",
    shadow: "판정 이후",
    lookups: "조회",
  },
};

/** A trace as a tree for a terminal: records, their terms, what was asked of the DNS, and what that meant. */
export function traceTree({ root }: Trace, language: Language): string {
  if (root === null) return "";
  return `${recordLines(root, language).join("\n")}\n`;
}

/** What DNS gave no answer to, before the verdict stood, each with the reason. */
export function failedQuestions({ root }: Trace): string[] {
  const below = (record: RecordTrace): QuestionTrace[] => [
    ...record.questions,
    ...record.steps
      .filter(({ isShadow }) => !isShadow)
      .flatMap(({ questions, within }) => [...questions, ...(within === null ? [] : below(within))]),
  ];
  return (root === null ? [] : below(root)).flatMap(({ name, type, answer }) =>
    answer.status === "error" ? [`no answer to ${type} ${cut(name)}: ${visibleText(answer.reason)}`] : [],
  );
}

function recordLines(record: RecordTrace, language: Language): string[] {
  // What the TXT question brought is said in words.
  const questions = record.questions.map((question) =>
    question.type === "TXT" && record.text !== null ? askedLine(question) : questionLine(question),
  );
  const sentences = explainRecord(record, language).map(plain);
  const steps = record.steps.map((step) => stepLines(step, language));
  return [cut(record.domain), ...branches([...questions, ...sentences], steps)];
}

function stepLines(step: StepTrace, language: Language): string[] {
  const details = [...step.questions.map(questionLine), ...explainEvidence(step, language).map(plain)];
  const within = step.within === null ? [] : [recordLines(step.within, language)];
  return [headOf(step, language), ...branches(details, within)];
}

/** The term, what became of it, and the lookups used so far of those allowed, where it used any. */
function headOf({ text, state, result, isShadow, before, after }: StepTrace, language: Language): string {
  const words = WORDS[language];
  const isSpent = after.lookups > before.lookups && !isShadow;
  const all = after.lookups + after.lookupsLeft;
  const said = [
    state === "match" ? result : state === "followed" ? `${words.followed}: ${result}` : words[state],
    isSpent ? `${words.lookups} ${after.lookups}/${all}` : null,
    isShadow ? words.shadow : null,
  ];
  return `${cut(text)}  [${said.filter((word) => word !== null).join(", ")}]`;
}

/** Leaves, then branches below them, each of whose lines after the first stands under its first. */
function branches(leaves: string[], below: string[][]): string[] {
  const rail = below.length > 0 ? "│  " : "   ";
  const lines = leaves.map((line) => `${rail}${line}`);
  below.forEach(([head, ...rest], index) => {
    const isLast = index === below.length - 1;
    lines.push(`${isLast ? "└─ " : "├─ "}${head}`, ...rest.map((line) => `${isLast ? "   " : "│  "}${line}`));
  });
  return lines;
}

function askedLine({ name, type, ms }: QuestionTrace): string {
  return `${type} ${cut(name)} (${Math.round(ms)} ms)`;
}

function questionLine(question: QuestionTrace): string {
  return `${askedLine(question)} → ${answerText(question.answer)}`;
}

function answerText(answer: Answer): string {
  if (answer.status === "void") return answer.reason === "nxdomain" ? "NXDOMAIN" : "NODATA";
  if (answer.status === "error") return `error: ${visibleText(answer.reason)}`;
  const shown = answer.records.slice(0, SHOWN).map(recordText).join(", ");
  const more = answer.records.length - SHOWN;
  return more > 0 ? `${shown}, +${more}` : shown;
}

function recordText(record: DnsRecord): string {
  switch (record.type) {
    case "TXT":
      return `"${cut(record.strings.join(""))}"`;
    case "MX":
      return `${record.preference} ${cut(record.host === "" ? "." : record.host)}`;
    case "PTR":
      return cut(record.host === "" ? "." : record.host);
    default:
      return record.address;
  }
}

function plain({ parts }: Sentence): string {
  return textOf(parts, cut);
}

function cut(text: string): string {
  return visibleText(text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text);
}
