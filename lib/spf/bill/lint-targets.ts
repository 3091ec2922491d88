import type { Bill, RecordBill } from "./bill";
import type { Finding } from "./finding";
import { found } from "./published-rules";
import { type TermPlace, termPlaces } from "./term-places";

/** What is wrong with the records that includes and redirects lead to: rules 32 to 37. */
export function lintTargets(bill: Bill): Finding[] {
  const places = termPlaces(bill);
  return [
    ...places.flatMap(lintTarget),
    ...places.flatMap(lintPtr),
    ...lintTwice(places),
    ...lintWeakEnd(bill),
  ];
}

function lintTarget(place: TermPlace): Finding[] {
  const { term, record } = place;
  const { within, text } = term;
  if (within === null) return [];
  const values = { term: text, target: term.target ?? "" };
  switch (within.status) {
    case "none":
      return [found("target-without-record", place, values)];
    case "nxdomain":
      return [found("target-without-domain", place, values)];
    case "several":
      return [found("target-several-records", place, values)];
    case "error":
      return [found("target-no-answer", place, values)];
    case "syntax":
      return [found("target-syntax", place, { ...values, broken: brokenOf(within) })];
    case "loop":
      return [lintLoop(place, record)];
    default:
      return isOpenDoor(place, within) ? [found("target-passes-everyone", place, values)] : [];
  }
}

/** The first broken term of a record, or the text of its first problem. */
function brokenOf({ terms, problems, text }: RecordBill): string {
  const [first] = problems;
  if (first === undefined) return "";
  const term = terms.find(({ from, to }) => from <= first.from && first.to <= to);
  return term?.text ?? text!.slice(first.from, first.to);
}

function lintLoop(place: TermPlace, record: RecordBill): Finding {
  const { term, where } = place;
  const target = term.target ?? "";
  const isSelf = record.domain?.toLowerCase() === target.toLowerCase();
  if (isSelf) return found("self-include", place, { term: term.text });
  const names = where.map((name) => name.toLowerCase());
  const start = names.indexOf(target.toLowerCase());
  const path = [...(start < 0 ? [target, ...where] : where.slice(start)), target].join(" → ");
  return found("loop", place, { term: term.text, path });
}

/** Whether a term that passes leads to a record that ends in "+all". */
function isOpenDoor({ term }: TermPlace, { all }: RecordBill): boolean {
  return all === "+" && (term.qualifier ?? "+") === "+";
}

/** `ptr` in a record below, whose lookup this record pays; of its own the linter of texts speaks. */
function lintPtr(place: TermPlace): Finding[] {
  const { name, text, isReached } = place.term;
  if (name !== "ptr" || place.where.length === 0 || !isReached) return [];
  return [found("ptr-below", place, { term: text })];
}

/** Targets that are reached again, on whatever way: each time costs its lookups again. */
function lintTwice(places: TermPlace[]): Finding[] {
  const first = new Map<string, TermPlace>();
  return places.flatMap((place) => {
    const { within, target, text, lookups } = place.term;
    if (within === null || target === null || within.status === "loop") return [];
    const before = first.get(target.toLowerCase());
    if (before !== undefined)
      return [found("included-twice", place, { term: text, target, first: said(before), lookups })];
    first.set(target.toLowerCase(), place);
    return [];
  });
}

function said({ term, where }: TermPlace): string {
  return [...where, term.text].join(" → ");
}

/** A redirect's target gives the record its end; one that lets strangers be neutral says nothing about them. */
function lintWeakEnd({ root }: Bill): Finding[] {
  const redirect = root.terms.find(({ name, within }) => name === "redirect" && within !== null);
  if (redirect === undefined) return [];
  const end = endOf(redirect.within!);
  if (end !== "?" && end !== null) return [];
  const { from, to, text, target } = redirect;
  return [found("redirect-ends-weak", { from, to, where: [] }, { term: text, target: target ?? "" })];
}

/** The qualifier that a record ends in, its own or that of its redirects; null for none, "-" where it is not known. */
function endOf({ status, all, terms }: RecordBill): string | null {
  if (status !== "read") return "-";
  const redirect = terms.find(({ name, isReached }) => name === "redirect" && isReached);
  if (all !== null || redirect === undefined) return all;
  return redirect.within === null ? "-" : endOf(redirect.within);
}
