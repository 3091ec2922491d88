import type { Directive, SpfRecord, Term } from "../record";

/** Whether a term is an `all`, behind which nothing is evaluated (RFC 7208 section 5.1). */
export function isAll(term: Term): term is Directive {
  return term.kind === "directive" && term.mechanism.name === "all";
}

/** Whether a directive lets every address of a family pass: `+all`, or a network without a prefix. */
export function isOpen({ qualifier, mechanism }: Directive): boolean {
  if (qualifier !== "+") return false;
  if ("network" in mechanism) return mechanism.network.length === 0;
  return (
    mechanism.name === "all" || ("cidr" in mechanism && [mechanism.cidr.ip4, mechanism.cidr.ip6].includes(0))
  );
}

/**
 * Whether a record lets everyone pass by more terms than another. The `all` of `- all` does not count: behind a
 * qualifier that stands alone it is not meant so.
 */
export function widerThan(record: SpfRecord, before: SpfRecord | null): boolean {
  return openTerms(record) > (before ? openTerms(before) : 0);
}

function openTerms({ terms }: SpfRecord): number {
  return terms.filter(
    (term, index) =>
      term.kind === "directive" && isOpen(term) && !/^[-~?]$/.test(terms[index - 1]?.text ?? ""),
  ).length;
}
