import { lintRecord } from "./lint/lint-record";
import { worstFirst } from "./lint/worst-first";
import { parseRecord } from "./parse";
import { lookupTerms } from "./reached";
import type { RecordReport } from "./record-report";

/** What can be told from a record's text alone; the editor's, which takes no part of what asks DNS to the browser. */
export function reportText(text: string, domain?: string): RecordReport {
  const findings = worstFirst(lintRecord(text, { domain }));
  return { text, findings, lookups: lookupTerms(parseRecord(text)).length, voidLookups: 0, bill: null };
}
