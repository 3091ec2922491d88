import { readMacroString } from "../domain-spec";
import type { Problem } from "../record";
import type { Bill, TermBill } from "./bill";
import type { Finding } from "./finding";
import { found } from "./published-rules";
import { type TermPlace, termPlaces } from "./term-places";

/** What keeps a domain's explanation from being given: rule 39, and what its text may hold (RFC 7208 section 6.2). */
export function lintExplanations(bill: Bill): Finding[] {
  return termPlaces(bill).flatMap(lintExp);
}

function lintExp(place: TermPlace): Finding[] {
  const { name, text: term, target, trouble, explanation } = place.term;
  if (name !== "exp" || target === null) return [];
  const values = { term, target };
  if (trouble === "no-text") return [found("exp-without-text", place, values)];
  if (trouble === "several-texts") return [found("exp-several-texts", place, values)];
  return explanation === null ? [] : lintText(place, values, explanation);
}

/** As explanation.ts reads it. */
function lintText(
  place: TermPlace,
  values: { term: string; target: string },
  text: NonNullable<TermBill["explanation"]>,
): Finding[] {
  if (/[^\x20-\x7e]/.test(text)) return [found("exp-not-ascii", place, values)];
  const problems: Problem[] = [];
  readMacroString(text, { from: 0, to: text.length }, problems, true);
  const [first] = problems;
  if (first === undefined) return [];
  return [found("exp-syntax", place, { ...values, broken: text.slice(first.from, first.to) })];
}
