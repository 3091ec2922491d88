import type { RecordBill, RecordStatus, TermBill, TermTrouble } from "@/lib/spf/bill/bill";

/** What is to be said of a term besides its cost, in the words of `recordTree.states`. */
export type TermState =
  | Exclude<TermTrouble | RecordStatus, "read">
  | "self"
  | "open"
  | "unreached"
  | "broken";

/** States that end a check, or leave a term without any effect. */
const BAD: readonly TermState[] = [
  "invalid-target",
  "dns-error",
  "void",
  "mx-limit",
  "null-mx",
  "no-text",
  "several-texts",
  "none",
  "nxdomain",
  "several",
  "syntax",
  "error",
  "loop",
  "self",
  "too-deep",
  "open",
  "broken",
];

/** What stands in the way of a term of the record at `domain`, or makes it one to look at; null for a sound one. */
export function stateOf(term: TermBill, domain: string | null): TermState | null {
  const { within, trouble, isReached, name, target } = term;
  if (name === "") return "broken";
  if (within?.status === "loop" && target?.toLowerCase() === domain?.toLowerCase()) return "self";
  if (within !== null && within.status !== "read") return within.status;
  if (within?.isOpen) return "open";
  if (trouble !== null) return trouble;
  return isReached || !isEvaluated(term) ? null : "unreached";
}

/** Whether a state is trouble, and not only something that cannot be known. */
export function isBad(state: TermState | null): boolean {
  return state !== null && BAD.includes(state);
}

/** Whether there is trouble anywhere in a record. */
export function hasTrouble({ terms, domain }: RecordBill): boolean {
  return terms.some(
    (term) => isBad(stateOf(term, domain)) || (term.within !== null && hasTrouble(term.within)),
  );
}

/** Modifiers besides `redirect` are no part of the evaluation. */
function isEvaluated({ qualifier, name }: TermBill): boolean {
  return qualifier !== null || name === "redirect";
}
