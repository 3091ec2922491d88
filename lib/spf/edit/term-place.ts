import { isInside } from "../address";
import { parsedRecord } from "../parse";
import type { Directive, Span, Term } from "../record";
import { isSameTerm } from "../write";
import type { Row } from "./rows";

/** A row of a text, and the term that it is. */
export interface PlacedTerm {
  row: Row;
  term: Term;
}

/** A text without spaces as the term that it is. */
export function termOf(text: string): Term {
  return parsedRecord(`v=spf1 ${text}`).terms[0] ?? { kind: "broken", text, from: 0, to: text.length };
}

/** Whether a term is an `all`, also one with a wrong sign or behind which something stands that does not belong there. */
function isEnd(term: Term): boolean {
  return /^[^a-z0-9=]*all[^a-z0-9=]*$/i.test(term.text);
}

/** Where the term stands that this one is to take the place of: a record has one `all`, one `redirect` and one `exp`. */
export function placeTaken(placed: readonly PlacedTerm[], term: Term): Span | null {
  if (isEnd(term)) {
    const index = placed.findIndex((own) => isEnd(own.term));
    if (index >= 0) return { from: placed[withSign(placed, index)]!.row.from, to: placed[index]!.row.to };
    const last = placed[placeOf(placed, term) - 1];
    return last && isSign(last) ? last.row : null;
  }
  if (term.kind !== "modifier" || !/^(?:redirect|exp)$/.test(term.name)) return null;
  return placed.find((own) => own.term.kind === "modifier" && own.term.name === term.name)?.row ?? null;
}

/**
 * The index at which a term counts: a directive before `all` and before what decides otherwise about all that it
 * matches, else behind the last directive; a modifier at the end (RFC 7208 section 4.6.2: the first match decides).
 */
export function placeOf(placed: readonly PlacedTerm[], term: Term): number {
  if (term.kind === "modifier") return placed.length;
  const blocker = placed.findIndex(
    (own) => isEnd(own.term) || isGlued(own.term) || isAgainst(own.term, term),
  );
  if (blocker >= 0) return withSign(placed, blocker);
  return placed.findLastIndex(({ row }) => !row.isModifier && !/^(?:redirect|exp)$/i.test(row.name)) + 1;
}

/** The index of a term, or of the sign before it that a space has split off. */
function withSign(placed: readonly PlacedTerm[], index: number): number {
  const [before, own] = [placed[index - 1], placed[index]!];
  return isEnd(own.term) && /^all/i.test(own.term.text) && before && isSign(before) ? index - 1 : index;
}

/** Whether a sign stands alone, as where an `all` is half typed. */
function isSign({ term }: PlacedTerm): boolean {
  return /^[-+~?]$/.test(term.text);
}

/** `ip4:192.0.2.1~all`: an `all` that lost its space. */
function isGlued({ kind, text }: Term): boolean {
  return kind === "broken" && /[-+~?]all$/i.test(text);
}

/** Whether a term gives all that another one matches another result. */
function isAgainst(own: Term, term: Term): boolean {
  if (own.kind !== "directive" || term.kind !== "directive" || own.qualifier === term.qualifier) return false;
  const [wider, network] = [networkOf(own), networkOf(term)];
  if (wider && network)
    return wider.length <= network.length && isInside(network.address, wider.address, wider.length);
  return isSameTerm({ ...own, qualifier: term.qualifier }, term);
}

function networkOf({ mechanism }: Directive) {
  return "network" in mechanism ? mechanism.network : null;
}
