import { isCheckable } from "../domain-name";
import { parsedRecord } from "../parse";
import { allOf } from "../reached";
import type { Directive, SpfRecord } from "../record";
import { selectRecords } from "../select-record";
import { type Asking, LIMITS } from "../session";
import { askTogether } from "./ask-together";
import type { RecordBill, RecordStatus, TermBill } from "./bill";
import { billAnswers, billExp } from "./bill-term";
import { openTerm } from "./term-target";
import { MAYBE_VOID, NO_VOIDS, ONE_VOID, sumOfVoids } from "./voids";
import { askOnce, type Walk } from "./walk";

/** A check ends at its eleventh lookup, so whatever lies deeper than this is never reached. */
const DEEPEST = 20;

/** Where a record stands: the domains on the way to it in lower case, and whether its `exp` would be given. */
export interface Place {
  via: RecordBill["via"];
  path: string[];
  isExplained: boolean;
}

/** Bills the record that a domain publishes, and all below it. */
export function* billDomain(walk: Walk, domain: string, place: Place): Asking<RecordBill> {
  const missing = (status: RecordStatus, bill: Partial<RecordBill> = {}): RecordBill => ({
    ...emptyRecord(domain, place.via),
    status,
    ...bill,
  });
  // Every check of a loop ends at the limit, which one lookup more than it breaks: the term's own.
  if (place.path.includes(domain.toLowerCase())) return missing("loop", { lookups: LIMITS.lookups });
  if (place.path.length > DEEPEST) return missing("too-deep");
  if (!isCheckable(domain)) return missing("none");
  const answer = walk.size > 0 ? yield* askOnce(walk, domain, "TXT") : null;
  const isFirst = place.via === "initial";
  if (answer?.status !== "found") {
    const voidLookups = isFirst ? NO_VOIDS : answer?.status === "void" ? ONE_VOID : MAYBE_VOID;
    // Whoever cannot even ask for the first record has no answer at all.
    if (answer === null) return missing(isFirst ? "error" : "not-asked", { voidLookups });
    if (answer.status === "error") return missing("error", { voidLookups });
    return missing(answer.reason === "nxdomain" ? "nxdomain" : "none", { voidLookups });
  }
  const texts = selectRecords(answer.records);
  if (texts.length !== 1) return missing(texts.length === 0 ? "none" : "several");
  return yield* billText(walk, texts[0]!, domain, place);
}

/** Bills a record's text, and all below it; a term about the domain itself is unknown where `domain` is null. */
export function* billText(walk: Walk, text: string, domain: string | null, place: Place): Asking<RecordBill> {
  const record = parsedRecord(text);
  const bill = emptyRecord(domain, place.via);
  bill.status = record.problems.length > 0 ? "syntax" : "read";
  bill.text = text;
  bill.problems = record.problems;
  bill.terms = record.terms.map((term) => openTerm(term, domain));
  bill.all = allOf(record)?.qualifier ?? null;
  walk.size -= record.terms.length + 1;
  const below = domain === null ? place : { ...place, path: [...place.path, domain.toLowerCase()] };
  yield* billTerms(walk, record, bill, below);
  bill.lookups = bill.terms.reduce((sum, { lookups }) => sum + lookups, 0);
  bill.voidLookups = sumOfVoids(bill.terms.map(({ voidLookups }) => voidLookups));
  return bill;
}

function emptyRecord(domain: string | null, via: RecordBill["via"]): RecordBill {
  return {
    domain,
    via,
    status: "read",
    text: null,
    problems: [],
    terms: [],
    lookups: 0,
    voidLookups: NO_VOIDS,
    all: null,
    isOpen: false,
  };
}

/** Directives until one matches everyone, then the redirect, as evaluate.ts goes through them. */
function* billTerms(walk: Walk, record: SpfRecord, bill: RecordBill, place: Place): Asking<void> {
  askTogether(walk, record, bill);
  let isOver = false;
  let isPassing = bill.status === "read";
  for (const [index, term] of record.terms.entries()) {
    const line = bill.terms[index]!;
    if (term.kind !== "directive") continue;
    line.isReached = !isOver;
    if (isOver) continue;
    yield* billDirective(walk, term, line, place);
    if (term.qualifier !== "+") isPassing = false;
    isOver = line.name === "all" || line.within?.isOpen === true;
    if (isOver) bill.isOpen = isPassing;
  }
  for (const [index, term] of record.terms.entries()) {
    const line = bill.terms[index]!;
    if (term === record.exp && place.isExplained) yield* billExp(walk, line);
    if (term.kind !== "modifier" || term.name !== "redirect") continue;
    line.isReached = term === record.redirect && bill.all === null && !isOver;
    if (!line.isReached) continue;
    yield* billTarget(walk, line, { ...place, via: "redirect" });
    bill.isOpen = isPassing && line.within?.isOpen === true;
  }
}

function* billDirective(walk: Walk, { mechanism }: Directive, bill: TermBill, place: Place): Asking<void> {
  switch (mechanism.name) {
    case "all":
      return;
    case "ip4":
    case "ip6":
      bill.networks = [mechanism.network.text];
      return;
    case "include":
      return yield* billTarget(walk, bill, { ...place, via: "include", isExplained: false });
  }
  bill.lookups = 1;
  yield* billAnswers(walk, mechanism, bill);
  walk.size -= bill.networks.length;
}

/** An include or a redirect costs a lookup and what its target costs. */
function* billTarget(walk: Walk, bill: TermBill, place: Place): Asking<void> {
  bill.lookups = 1;
  if (bill.target === null) {
    if (bill.trouble === "unknown-target") bill.voidLookups = MAYBE_VOID;
    return;
  }
  bill.within = yield* billDomain(walk, bill.target, place);
  bill.lookups += bill.within.lookups;
  bill.voidLookups = bill.within.voidLookups;
}
