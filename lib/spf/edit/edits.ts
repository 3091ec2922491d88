import type { Qualifier, Span } from "../record";

/** The text with a term put where it works: before what ends the record or contradicts it. */
export function withTerm(text: string, term: string): string {
  return text.trim() === "" ? `v=spf1 ${term}` : `${text} ${term}`;
}

/** The text without every term that means the same as this one. */
export function withoutTerm(text: string, _term: string): string {
  return text;
}

/** The text without what stands at a span, and the spaces before it. */
export function withoutSpan(text: string, { from, to }: Span): string {
  return text.slice(0, from) + text.slice(to);
}

/** The text with the term at a span written anew; "" takes it out. */
export function replacedTerm(text: string, span: Span, term: string): string {
  return text.slice(0, span.from) + term + text.slice(span.to);
}

/** The text with the term at a span one place further to the front (-1) or to the end (1). */
export function movedTerm(text: string, _span: Span, _by: -1 | 1): string {
  return text;
}

/** The text with another qualifier of its `all`, which is put in where there is none; null takes it out. */
export function withAllQualifier(text: string, _qualifier: Qualifier | null): string {
  return text;
}
