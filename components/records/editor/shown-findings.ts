import { type Finding, shifted } from "@/lib/spf/lint/finding";
import type { LintRule } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";
import { reportText } from "@/lib/spf/text-report";
import { touches } from "./term-at";

/** What is said of a draft while it is written: `lookups` of its own terms, and what is wrong with the term being typed. */
export interface DraftReport {
  findings: Finding[];
  lookups: number;
  ofTyped: Finding | null;
}

/** Said of the record, wherever in it they point. */
const OF_WHOLE: readonly LintRule[] = [
  "no-all",
  "lookups-over",
  "lookups-near",
  "long-record",
  "long-string",
];

const NONE: DraftReport = { findings: [], lookups: 0, ofTyped: null };

/**
 * What can be told from a draft's text, worst first. Nothing is said of the term that is being typed, but by `ofTyped`;
 * and of the others what would be said if it were finished, so that they do not come and go with each letter.
 */
export function reportDraft(text: string, typed: Span | null, domain: string | null): DraftReport {
  if (text.trim() === "") return NONE;
  const { findings, lookups } = ofText(text, domain);
  if (typed === null) return { findings, lookups, ofTyped: null };
  const ofTyped = findings.filter((finding) => isAbout(finding, typed));
  const others = findings.filter((finding) => !isAbout(finding, typed));
  const [worst = null] = ofTyped;
  // A term by itself, though more likely on its way to an `all`.
  const isHalfAll = /^[-~?+]a$/i.test(text.slice(typed.from, typed.to));
  if (worst?.severity !== "error" && !isHalfAll) return { findings: others, lookups, ofTyped: worst };
  return { findings: ofFinished(text, typed, domain), lookups, ofTyped: worst };
}

/** What is said of the other terms when one without a problem stands in for the one being typed. */
function ofFinished(text: string, typed: Span, domain: string | null): Finding[] {
  const standIn = standInFor(text.slice(typed.from, typed.to));
  if (standIn === null) return [];
  const end = typed.from + standIn.length;
  const { findings } = ofText(text.slice(0, typed.from) + standIn + text.slice(typed.to), domain);
  return findings
    .filter((finding) => !isAbout(finding, { from: typed.from, to: end }))
    .map((finding) => (finding.from < end ? finding : shifted(finding, typed.to - end)))
    .map((finding) => ({ ...finding, to: Math.min(finding.to, text.length) }));
}

function isAbout(finding: Finding, term: Span): boolean {
  return touches(finding, term) && !OF_WHOLE.includes(finding.rule);
}

/** A term that may stand anywhere; nothing stands in for the version, without which there is no record. */
function standInFor(typed: string): string | null {
  if (/^v?(?:=|$)/i.test(typed)) return null;
  return /^[-~?+]?(?:a|al|all.*)?$/i.test(typed) ? "-all" : "x=";
}

function ofText(text: string, domain: string | null): { findings: Finding[]; lookups: number } {
  const { findings, lookups } = reportText(text, domain ?? undefined);
  return { findings: findings.filter((finding): finding is Finding => !("where" in finding)), lookups };
}
