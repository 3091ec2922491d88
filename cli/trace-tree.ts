import { visibleText } from "@/lib/mail/visible-text";
import { explainRecord } from "@/lib/spf/explain/record";
import { explainStep } from "@/lib/spf/explain/step";
import type { Answer, DnsRecord } from "@/lib/spf/resolver";
import { type Language, type Sentence, textOf } from "@/lib/spf/sentence";
import type { QuestionTrace, RecordTrace, StepTrace, Trace } from "@/lib/spf/trace";

/** How many records of one answer are shown. */
const SHOWN = 4;
/** What is shown of one term, record or TXT string. */
const WIDTH = 120;

/** A trace as a tree for a terminal: records, their terms, what was asked of the DNS, and what that meant. */
export function traceTree({ root }: Trace, language: Language): string {
  if (root === null) return "";
  return `${recordLines(root, language).join("\n")}\n`;
}

function recordLines(record: RecordTrace, language: Language): string[] {
  const questions = record.questions.map(questionLine);
  const sentences = explainRecord(record, language).map(plain);
  const steps = record.steps.map((step) => stepLines(step, language));
  const text = record.text === null ? "" : `  ${cut(record.text)}`;
  return [`${cut(record.domain)}${text}`, ...branches([...questions, ...sentences].map(one), steps)];
}

function stepLines(step: StepTrace, language: Language): string[] {
  const details = [...step.questions.map(questionLine), ...explainStep(step, language).map(plain)].map(one);
  const within = step.within === null ? [] : [recordLines(step.within, language)];
  return [headOf(step), ...branches(details, within)];
}

/** The term, what became of it, and the lookups it took of those allowed, those below it included. */
function headOf({ text, state, result, isShadow, before, after }: StepTrace): string {
  const words = [state === "match" ? (result ?? state) : state.replace("-", " ")];
  const spent = after.lookups - before.lookups;
  if (spent > 0 && !isShadow) words.push(`lookups ${after.lookups}/${after.lookups + after.lookupsLeft}`);
  if (isShadow) words.push("shadow");
  return `${cut(text)}  [${words.join(", ")}]`;
}

const one = (line: string) => [line];

/** Leaves, then branches below them, each of whose lines after the first stands under its first. */
function branches(leaves: string[][], below: string[][]): string[] {
  const rail = below.length > 0 ? "│  " : "   ";
  const lines = leaves.flat().map((line) => `${rail}${line}`);
  below.forEach(([head, ...rest], index) => {
    const isLast = index === below.length - 1;
    lines.push(`${isLast ? "└─ " : "├─ "}${head}`, ...rest.map((line) => `${isLast ? "   " : "│  "}${line}`));
  });
  return lines;
}

function questionLine({ name, type, answer, ms }: QuestionTrace): string {
  return `${type} ${cut(name)} → ${answerText(answer)} (${Math.round(ms)} ms)`;
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
