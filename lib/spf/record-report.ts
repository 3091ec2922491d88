import type { Bill } from "./bill/bill";
import type { Finding as PublishedFinding } from "./bill/finding";
import { lintPublished } from "./bill/published-lint";
import { publishedMessage } from "./bill/published-message";
import type { PublishedRule } from "./bill/published-rules";
import { type BillRequest, recordBill } from "./bill/record-bill";
import { copiedLists } from "./flattened/copied-lists";
import { lintFlattened } from "./flattened/lint-flattened";
import { presentLists } from "./flattened/present-list";
import type { Fix, Finding as TextFinding } from "./lint/finding";
import { lintMessage } from "./lint/lint-message";
import { lintRecord } from "./lint/lint-record";
import type { LintRule } from "./lint/rules";
import { RANK, worstFirst } from "./lint/worst-first";
import type { Resolver } from "./resolver";
import type { Language, Sentence } from "./sentence";

/** A finding about a record's text, or about what DNS has at and below it, which may have taken over a fix. */
export type Finding = TextFinding | (PublishedFinding & { fix?: Fix | null });

/**
 * What is wrong with a record, worst first, and what it costs: `lookups` at worst, `voidLookups` those that every client
 * of a family meets. `text` null where a domain has none; `bill` null where nothing was asked, and the record's own
 * terms are all that counts.
 */
export interface RecordReport {
  text: string | null;
  findings: Finding[];
  lookups: number;
  voidLookups: number;
  bill: Bill | null;
}

/** Findings that a rule of the first kind makes of the same place as one of the second: one of them is enough. */
const SAME: Partial<Record<PublishedRule, LintRule[]>> = {
  "self-include": ["include-self", "redirect-self"],
  "included-twice": ["include-twice", "duplicate-term"],
  "contradicting-network": ["conflicting"],
  "redundant-network": ["covered", "duplicate-term", "redundant"],
  "network-twice": ["covered", "duplicate-term", "redundant"],
};
/** Said better, or better known, with what DNS has. */
const COUNTED: LintRule[] = ["lookups-over", "lookups-near", "long-record"];

/** What can be told with DNS: of the record that a domain publishes, or of a text as if it did. */
export async function reportRecord(request: BillRequest, resolver: Resolver): Promise<RecordReport> {
  const bill = await recordBill(request, resolver);
  const { text } = bill.root;
  const ofText = text === null ? [] : lintRecord(text, { domain: request.domain ?? undefined });
  const lists = await presentLists(copiedLists(bill), resolver);
  const published = [...lintPublished(bill), ...lintFlattened(bill, lists)];
  const findings = worstFirst(merged(ofText, published));
  const { ip4, ip6 } = bill.voidLookups;
  return { text, findings, lookups: bill.lookups, voidLookups: Math.max(ip4, ip6), bill };
}

/** What a finding of a report says in a language. */
export function findingMessage(finding: Finding, text: string | null, language: Language): Sentence {
  return "where" in finding
    ? publishedMessage(finding, language)
    : lintMessage(finding, text ?? "", language);
}

function merged(ofText: TextFinding[], published: PublishedFinding[]): Finding[] {
  const isSame = (a: TextFinding, b: PublishedFinding) =>
    b.where.length === 0 &&
    a.from === b.from &&
    a.to === b.to &&
    (SAME[b.rule as PublishedRule] ?? []).includes(a.rule);
  const kept = ofText.filter(({ rule }) => !COUNTED.includes(rule));
  const own = kept.filter(
    (finding) => !published.some((other) => isSame(finding, other) && isWorse(other, finding)),
  );
  const others = published.flatMap((finding): Finding[] => {
    const same = kept.find((one) => isSame(one, finding));
    if (same === undefined) return [finding];
    return isWorse(finding, same) ? [{ ...finding, fix: same.fix }] : [];
  });
  return [...own, ...others];
}

function isWorse(one: Finding, other: Finding): boolean {
  return RANK[one.severity] < RANK[other.severity];
}
