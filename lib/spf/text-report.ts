import { lintRecord } from "./lint/lint-record";
import { parseRecord } from "./parse";
import { lookupTerms } from "./reached";
import type { Finding, RecordReport } from "./record-report";

/** What can be told from a record's text alone; the editor's, which takes no part of what asks DNS to the browser. */
export function reportText(text: string, domain?: string): RecordReport {
  const findings = worstFirst(lintRecord(text, { domain }));
  return { text, findings, lookups: lookupTerms(parseRecord(text)).length, voidLookups: 0, bill: null };
}

/** How bad a finding is; the worst is 0. */
export const RANK: Record<Finding["severity"], number> = { error: 0, warning: 1, info: 2 };

/** Puts findings in order, worst first, then in the order of the record. */
export function worstFirst<T extends Finding>(findings: T[]): T[] {
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.from - b.from);
}
