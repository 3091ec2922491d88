import type { Directive, SpfRecord, Term } from "./record";

/** The `all` of a record, its first one; null where it has none. */
export function allOf({ directives }: SpfRecord): Directive | null {
  return directives.find(({ mechanism }) => mechanism.name === "all") ?? null;
}

/** The directives before `all`: those that a check may come to, but for `all` itself. */
export function directivesBeforeAll({ directives }: SpfRecord): Directive[] {
  const all = directives.findIndex(({ mechanism }) => mechanism.name === "all");
  return all < 0 ? directives : directives.slice(0, all);
}

/**
 * The terms of the record alone that cost a lookup where none matches (RFC 7208 section 4.6.4), in the order of
 * evaluation: up to `all`, and the redirect where there is none.
 */
export function lookupTerms(record: SpfRecord): Term[] {
  const asking: Term[] = directivesBeforeAll(record).filter(({ mechanism }) => !("network" in mechanism));
  if (record.redirect !== null && allOf(record) === null) asking.push(record.redirect);
  return asking;
}
