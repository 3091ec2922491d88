import type { RecordBill, TermBill } from "@/lib/spf/bill/bill";
import { readMacroString } from "@/lib/spf/domain-spec";
import { parsedRecord } from "@/lib/spf/parse";
import type { MacroString } from "@/lib/spf/record";

/** A macro-string of the tree: its term, the domain of its record, and whether it is the text that `exp` leads to. */
export interface MacroTerm {
  term: TermBill;
  domain: string | null;
  spec: MacroString;
  isExplanation: boolean;
}

/** The terms of a tree that are written with macros, in the order of the records, those of one record once. */
export function macroTerms(root: RecordBill): MacroTerm[] {
  const seen = new Set<string>();
  return below(root).filter(({ term, domain, isExplanation }) => {
    const key = `${domain} ${isExplanation} ${term.text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function below(record: RecordBill): MacroTerm[] {
  const { domain, terms } = record;
  return terms.flatMap((term) => [
    ...(term.isMacro ? ofTerm(record, term) : []),
    ...(term.explanation?.includes("%") ? [ofExplanation(term, domain)] : []),
    ...(term.within === null ? [] : below(term.within)),
  ]);
}

function ofTerm({ text, domain }: RecordBill, term: TermBill): MacroTerm[] {
  const read = parsedRecord(text ?? "").terms.find(({ from }) => from === term.from);
  if (read === undefined || read.kind === "broken") return [];
  if (read.kind === "modifier") return [{ term, domain, spec: read.value, isExplanation: false }];
  if (!("domainSpec" in read.mechanism) || read.mechanism.domainSpec === null) return [];
  return [{ term, domain, spec: read.mechanism.domainSpec, isExplanation: false }];
}

function ofExplanation(term: TermBill, domain: string | null): MacroTerm {
  const text = term.explanation!;
  return {
    term,
    domain,
    spec: readMacroString(text, { from: 0, to: text.length }, [], true),
    isExplanation: true,
  };
}
