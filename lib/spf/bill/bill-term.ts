import type { Mechanism } from "../record";
import type { Asking } from "../session";
import type { TermBill } from "./bill";
import { billA, billMx, noteMissing } from "./bill-hosts";
import { MAYBE_VOID } from "./voids";
import { askOnce, type Walk } from "./walk";

/** Bills what DNS says of the target of `a`, `mx` and `exists`; what it says of `ptr` hangs on the client. */
export function* billAnswers(walk: Walk, mechanism: Mechanism, bill: TermBill): Asking<void> {
  if (mechanism.name === "ptr" || bill.trouble === "unknown-target") bill.voidLookups = MAYBE_VOID;
  if (mechanism.name === "ptr" || bill.target === null) return;
  if (walk.size <= 0) noteMissing(bill, null);
  else if (mechanism.name === "a") yield* billA(walk, bill, bill.target, mechanism.cidr);
  else if (mechanism.name === "mx") yield* billMx(walk, bill, bill.target, mechanism.cidr);
  else if (mechanism.name === "exists") {
    const answer = yield* askOnce(walk, bill.target, "A");
    if (answer?.status !== "found") noteMissing(bill, answer);
  }
}

/** `exp` is no lookup that counts (RFC 7208 section 4.6.4), but needs exactly one TXT record (section 6.2). */
export function* billExp(walk: Walk, bill: TermBill): Asking<void> {
  if (bill.target === null) return;
  const answer = yield* askOnce(walk, bill.target, "TXT");
  if (answer === null) bill.trouble = "not-asked";
  else if (answer.status === "error") bill.trouble = "dns-error";
  else if (answer.status === "void") bill.trouble = "no-text";
  else {
    const texts = answer.records.flatMap((record) => (record.type === "TXT" ? record.strings.join("") : []));
    if (texts.length === 1) bill.explanation = texts[0]!;
    else bill.trouble = texts.length === 0 ? "no-text" : "several-texts";
  }
}
