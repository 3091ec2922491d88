import type { RecordBill, TermBill } from "./bill";
import { inOrder } from "./evaluation-order";

/** Why more may lie below a term than was seen: its name hangs on the message, DNS did not answer, it takes too much. */
export type GapCause = "macro" | "no-answer" | "limit";

/** The terms below which more may lie than was seen, in the order of evaluation. */
export function gapsOf(record: RecordBill): { cause: GapCause; term: TermBill }[] {
  return inOrder(record).flatMap((term) => {
    const cause = causeOf(term);
    if (cause !== null) return [{ cause, term }];
    return term.within === null ? [] : gapsOf(term.within);
  });
}

/** Whether all that a record may cost was seen. */
export function isComplete(root: RecordBill): boolean {
  return !["error", "not-asked"].includes(root.status) && gapsOf(root).length === 0;
}

function causeOf({ name, trouble, within }: TermBill): GapCause | null {
  if (trouble === "dns-error" || within?.status === "error") return "no-answer";
  if (trouble === "not-asked" || within?.status === "not-asked" || within?.status === "too-deep")
    return "limit";
  // Of other terms than these it is known what they cost, whatever their name.
  return trouble === "unknown-target" && (name === "include" || name === "redirect") ? "macro" : null;
}
