import { isSpfRecord, parseRecord } from "../parse";
import { adviseRecord } from "./advise-record";
import { adviseTerms } from "./advise-terms";
import { explainTerms } from "./explain-terms";
import { type Finding, found, isOverlap, shifted } from "./finding";
import { explainHead } from "./head";

/** How many findings are made of one record at most. */
const MOST = 200;

/**
 * Everything that can be said of an SPF record from its text alone, in the order of the text: "error" findings
 * for the syntax errors that `parseRecord` finds, each explained, and in a record without any exactly where checks that
 * match nothing before end in permerror. `domain` is the one that publishes it, if known.
 * Takes any text, in linear time. The fixes among the findings do not overlap.
 */
export function lintRecord(text: string, options: { domain?: string } = {}): Finding[] {
  const start = /^ */.exec(text)![0].length;
  if (start === 0 || !isSpfRecord(text.slice(start))) return limited(lintBody(text, options));
  const span = { from: 0, to: start };
  const leading = found("leading-space", span, {}, { ...span, text: "" });
  return limited([
    leading,
    ...lintBody(text.slice(start), options).map((finding) => shifted(finding, start)),
  ]);
}

function lintBody(text: string, options: { domain?: string }): Finding[] {
  const record = parseRecord(text);
  const head = isSpfRecord(text) ? { findings: [], isNear: true } : explainHead(record);
  if (!head.isNear) return head.findings;
  const isBehind = (finding: Finding) => !head.findings.some((other) => isOverlap(other, finding));
  const terms = explainTerms(record).filter(isBehind);
  const findings = head.findings.concat(terms, adviseTerms(record, options).filter(isBehind));
  return record.problems.length === 0 ? findings.concat(adviseRecord(record)) : findings;
}

/** Errors come before advice where there is too much to say, and where two fixes touch the same text. */
function limited(findings: Finding[]): Finding[] {
  const isError = ({ severity }: Finding) => severity === "error";
  const first = findings.filter(isError).concat(findings.filter((finding) => !isError(finding)));
  const kept = first.slice(0, MOST);
  for (const [index, { fix }] of kept.entries())
    if (fix && kept.slice(0, index).some((other) => other.fix && collide(other.fix, fix)))
      kept[index] = { ...kept[index]!, fix: null };
  return kept.sort((a, b) => a.from - b.from || a.to - b.to);
}

function collide(a: NonNullable<Finding["fix"]>, b: NonNullable<Finding["fix"]>): boolean {
  return isOverlap(a, b) || (a.from === b.from && a.to === b.to);
}
