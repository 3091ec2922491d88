import { isSpfRecord, parseRecord } from "../parse";
import type { Term } from "../record";
import type { Bill } from "./bill";
import type { Finding } from "./finding";
import { found } from "./published-rules";
import { wholeRecord } from "./term-places";

/**
 * Where the strings of a record are joined though a space is missing between them (rule 56; RFC 7208 section 3.3): the
 * term across the border would be two good terms if it were parted there.
 */
export function lintSplit(bill: Bill): Finding[] {
  const strings = bill.published?.find((parts) => parts.join("") === bill.root.text);
  if (strings === undefined) return lintVersionSplit(bill);
  const { terms } = parseRecord(strings.join(""));
  const findings: Finding[] = [];
  let border = 0;
  for (const part of strings) {
    border += part.length;
    const term = terms.find(({ from, to }) => from < border && border < to);
    if (term === undefined) continue;
    const [before, after] = [term.text.slice(0, border - term.from), term.text.slice(border - term.from)];
    if (!isTwoTerms(term, before, after)) continue;
    const severity = term.kind === "broken" ? "error" : "warning";
    findings.push(
      found("broken-split", { from: term.from, to: term.to, where: [] }, { before, after }, severity),
    );
  }
  return findings;
}

/** A version that the next string is glued to, which is no version, so that the domain has no record. */
function lintVersionSplit(bill: Bill): Finding[] {
  if (bill.root.text !== null) return [];
  return (bill.published ?? []).flatMap(([before = "", after = ""]) =>
    before.length === 6 && isSpfRecord(before) && after !== ""
      ? [found("broken-split", wholeRecord(bill), { before, after }, "error")]
      : [],
  );
}

/** A good term may be cut anywhere, so the second half must look like nothing but a term, with its sign or argument. */
function isTwoTerms(term: Term, before: string, after: string): boolean {
  const { problems, terms } = parseRecord(`v=spf1 ${before} ${after}`);
  if (problems.length > 0 || terms.length !== 2) return false;
  if (!terms.every(isKnown)) return false;
  return term.kind === "broken" || /^[-+~?]|^[a-z0-9]+[:=]/i.test(after);
}

function isKnown(term: Term): boolean {
  return term.kind === "directive" || (term.kind === "modifier" && ["redirect", "exp"].includes(term.name));
}
