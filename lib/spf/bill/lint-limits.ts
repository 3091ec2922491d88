import { LIMITS } from "../session";
import type { Bill, RecordBill, TermBill } from "./bill";
import type { Finding } from "./finding";
import { gapsOf } from "./gaps";
import { found } from "./published-rules";
import { type TermPlace, termPlaces, wholeRecord } from "./term-places";
import { certainVoids, mostVoids } from "./voids";

/** From how many lookups on the limit is near: one include of a stranger's more may break it. */
const MANY_LOOKUPS = 8;

/** What breaks a limit of RFC 7208 section 4.6.4, or finds nothing: rules 40 to 44 and 53. */
export function lintLimits(bill: Bill): Finding[] {
  const findings: Finding[] = [];
  const { lookups } = bill;
  const values = { count: lookups, limit: LIMITS.lookups };
  if (lookups > LIMITS.lookups) findings.push(found("too-many-lookups", wholeRecord(bill), values));
  else if (lookups >= MANY_LOOKUPS) findings.push(found("many-lookups", wholeRecord(bill), values));
  return [...findings, ...lintVoids(bill), ...termPlaces(bill).flatMap(lintTerm), ...lintGaps(bill)];
}

/** One finding for each cause for which more may lie below than was seen. */
function lintGaps(bill: Bill): Finding[] {
  const gaps = gapsOf(bill.root);
  return (["macro", "no-answer", "limit"] as const).flatMap((cause) => {
    const texts = gaps.flatMap((gap) => (gap.cause === cause ? gap.term.text : []));
    if (texts.length === 0) return [];
    return [found("incomplete-bill", wholeRecord(bill), { cause, terms: [...new Set(texts)].join(", ") })];
  });
}

function lintVoids(bill: Bill): Finding[] {
  const { voidLookups } = bill;
  const limit = LIMITS.voidLookups;
  const count = certainVoids(voidLookups);
  if (count > limit) {
    const { ip4, ip6 } = voidLookups;
    const clients = ip4 > limit && ip6 > limit ? "all" : ip4 > limit ? "ip4" : "ip6";
    const terms = voidTerms(bill.root, ({ ip4, ip6 }) => (clients === "ip4" ? ip4 : ip6) > 0);
    return [found("too-many-voids", wholeRecord(bill), { count, limit, clients, terms })];
  }
  const most = mostVoids(voidLookups);
  if (most <= limit || bill.root.text === null) return [];
  const terms = voidTerms(bill.root, ({ ip4, ip6, possible }) => ip4 + ip6 + possible > 0);
  return [found("possible-voids", wholeRecord(bill), { count: most, limit, terms })];
}

/** The texts of the terms whose own lookups are void, each as often as it counts. */
function voidTerms(root: RecordBill, isVoid: (voids: TermBill["voidLookups"]) => boolean): string {
  const texts: string[] = [];
  const visit = ({ terms }: RecordBill) => {
    for (const { text, voidLookups, within } of terms) {
      if (within !== null && within.terms.length > 0) visit(within);
      else if (isVoid(voidLookups)) texts.push(text);
    }
  };
  visit(root);
  return [...new Set(texts)].join(", ");
}

function lintTerm(place: TermPlace): Finding[] {
  const { name, text, target, trouble, names } = place.term;
  if (trouble === "invalid-target") {
    // No match for other terms, but a permerror of an include or a redirect (RFC 7208 sections 5.2 and 6.1).
    const severity = name === "include" || name === "redirect" ? "error" : "warning";
    return [found("invalid-target", place, { term: text }, severity)];
  }
  if (target === null) return [];
  const values = { term: text, target };
  switch (trouble) {
    case "void":
      return [found(name === "a" || name === "mx" ? "no-address" : "void-term", place, values)];
    case "null-mx":
      return [found("null-mx", place, values)];
    case "mx-limit":
      return [found("too-many-mx", place, { ...values, count: names, limit: LIMITS.names })];
    case "dns-error":
      return name === "exp" ? [] : [found("target-no-answer", place, values)];
    default:
      return [];
  }
}
