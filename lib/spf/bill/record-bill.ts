import { asciiName } from "../idn";
import type { Resolver } from "../resolver";
import { type Asking, run } from "../session";
import { BILL_VERSION, type Bill } from "./bill";
import { billDomain, billText, type Place } from "./bill-record";
import { isComplete } from "./gaps";
import { findOverlaps } from "./overlaps";
import { countPassing } from "./passing";
import { askOnce, openWalk, type Walk } from "./walk";

/** What to bill: the record that `domain` publishes, or `text` as if it did; a pasted text may have no domain. */
export type BillRequest = { domain: string; text?: string } | { domain: null; text: string };

const QUESTIONS = 300;

/**
 * The bill of a record and of all below it, whatever the client, for at most so many questions to DNS. It comes at once
 * if every answer is at hand, else as a promise; neither ever throws.
 */
export function recordBill(
  { domain, text }: BillRequest,
  resolver: Resolver,
  { questions = QUESTIONS }: { questions?: number } = {},
): Bill | Promise<Bill> {
  const name = domain === null ? null : asciiName(domain);
  return run(bill(openWalk(resolver, questions), name, text));
}

function* bill(walk: Walk, domain: string | null, text: string | undefined): Asking<Bill> {
  const place: Place = { via: "initial", path: [], isExplained: true };
  const root =
    text === undefined ? yield* billDomain(walk, domain!, place) : yield* billText(walk, text, domain, place);
  return {
    version: BILL_VERSION,
    root,
    lookups: root.lookups,
    voidLookups: root.voidLookups,
    questions: walk.asked,
    isComplete: isComplete(root),
    addresses: countPassing(root),
    ...findOverlaps(root),
    published: text === undefined ? yield* publishedAt(walk, domain!) : null,
  };
}

/** The strings of all TXT records at the domain, from the answer that is known already. */
function* publishedAt(walk: Walk, domain: string): Asking<string[][] | null> {
  if (!walk.answers.has(`TXT ${domain.toLowerCase()}`)) return null;
  const answer = yield* askOnce(walk, domain, "TXT");
  if (answer?.status !== "found") return answer?.status === "void" ? [] : null;
  return answer.records.flatMap((record) => (record.type === "TXT" ? [record.strings] : []));
}
