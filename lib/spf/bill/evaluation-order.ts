import type { RecordBill, TermBill } from "./bill";

/** The terms of a record that are evaluated, in that order: its directives, then its redirect (RFC 7208 section 6.1). */
export function inOrder({ terms }: RecordBill): TermBill[] {
  const reached = terms.filter(({ isReached }) => isReached);
  return [
    ...reached.filter(({ qualifier }) => qualifier !== null),
    ...reached.filter(({ name, qualifier }) => name === "redirect" && qualifier === null),
  ];
}
