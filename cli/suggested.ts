import { visibleText } from "@/lib/mail/visible-text";
import type { CheckResult } from "@/lib/spf";
import type { Edit, Suggestion } from "@/lib/spf/draft/suggestion";
import { explainVerdict } from "@/lib/spf/explain/verdict";
import { type Language, type Sentence, textOf } from "@/lib/spf/sentence";
import { advisable } from "@/lib/why/diagnosis/advisable";
import type { Diagnosis, DiagnosisInput } from "@/lib/why/diagnosis/diagnosis";
import { diagnosisTitles, explainDiagnosis, explainEvidence } from "@/lib/why/diagnosis/words";
import { type SuggestWords, suggestWords } from "./suggest-words";

/** What was found out for a client and a sender: the check as it is now, the change, and what it was diagnosed by. */
export interface Suggested {
  now: CheckResult;
  suggestion: Suggestion;
  diagnosis: Diagnosis;
  input: DiagnosisInput;
}

/** A suggestion as `suggest --json` and a line of --batch print it. */
export function suggestedJson({ suggestion, diagnosis: { kind, who, certainty } }: Suggested) {
  const { domain, published, suggested, noneBecause, edits, warnings, zoneLines } = suggestion;
  const { pair, before, after, lookups } = suggestion;
  return {
    ...{
      domain,
      published,
      suggested,
      noneBecause,
      edits,
      warnings,
      zoneLines,
      pair,
      before,
      after,
      lookups,
    },
    diagnosis: { kind, who, certainty },
  };
}

/** A suggestion for people: the verdict, both records, what changes and why, what to publish, and the diagnosis. */
export function suggestedText(found: Suggested, language: Language): string {
  const words = suggestWords(language);
  const { published, suggested, noneBecause } = found.suggestion;
  const records = published === null ? [words.noRecord] : published.split("\n");
  const blocks = [
    lines(explainVerdict(found.now.trace!, language)),
    [words.published, ...indented(records.map(visibleText))],
    ...(suggested === null ? [[words.none[noneBecause!]]] : changeBlocks(found, suggested, words)),
    diagnosisBlock(found, words, language),
  ];
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

function changeBlocks(found: Suggested, suggested: string, words: SuggestWords): string[][] {
  const { published, edits, zoneLines, pair, lookups, warnings } = found.suggestion;
  const isAdvised = advisable(found.diagnosis, found.input) !== null;
  const cautions = [
    words.own,
    ...(isAdvised ? [] : [words.unadvised]),
    ...warnings.map((warning) => words.warnings[warning]),
  ];
  return [
    [words.suggested, ...indented([visibleText(suggested)])],
    [
      words.changes,
      ...edits.flatMap((edit) => editLines(edit, published ?? "", words)),
      words.passes(lookups),
    ],
    cautions.map((caution) => `! ${caution}`),
    [words.zone, ...indented(zoneLines)],
    pair === null
      ? [words.noPair]
      : [
          words.pair,
          ...indented([words.fail, ...indented(pair.fail)]),
          ...indented([words.softfail, ...indented(pair.softfail)]),
        ],
  ];
}

function editLines({ kind, from, to, text, reason }: Edit, published: string, words: SuggestWords): string[] {
  const before = published.slice(from, to).trim();
  return [
    `  ${words.edit[kind](visibleText(before), visibleText(text.trim()))}`,
    `    ${words.reasons[reason]}`,
  ];
}

function diagnosisBlock({ diagnosis, input }: Suggested, words: SuggestWords, language: Language): string[] {
  const { titles, who, certainty } = diagnosisTitles(language);
  return [
    `${words.diagnosis} ${titles[diagnosis.kind]} (${certainty[diagnosis.certainty]})`,
    `${words.who} ${who[diagnosis.who]}`,
    ...indented(lines(explainDiagnosis(diagnosis, input, "domain", language))),
    words.evidence,
    ...indented(lines(explainEvidence(diagnosis, language))).map((line) => line.replace("  ", "  - ")),
  ];
}

function lines(sentences: Sentence[]): string[] {
  return sentences.map(({ parts }) => textOf(parts, visibleText));
}

function indented(texts: string[]): string[] {
  return texts.map((text) => `  ${text}`);
}
