import { answerSize, LONGEST_ANSWER, LONGEST_RECORD, LONGEST_STRING } from "../answer-size";
import { isSpfRecord } from "../parse";
import type { Bill } from "./bill";
import type { Finding } from "./finding";
import { found } from "./published-rules";
import { wholeRecord } from "./term-places";

const LONGEST_SHOWN = 120;

/** What is wrong with how a domain publishes its record: rules 1 to 4, 6, 55 and 57. */
export function lintPublication(bill: Bill): Finding[] {
  const { root, published } = bill;
  const place = wholeRecord(bill);
  const domain = root.domain ?? "";
  const findings: Finding[] = [];
  if (root.status === "nxdomain") findings.push(found("no-domain", place, { domain }));
  if (root.status === "none") findings.push(found("no-record", place, { domain }));
  if (root.status === "error") findings.push(found("no-answer", place, { domain }));
  if (published === null) return findings;
  const texts = published.map((strings) => strings.join(""));
  const records = texts.filter(isSpfRecord);
  if (root.status === "several") {
    const quoted = records.map((text) => `"${shortened(text)}"`).join(", ");
    findings.push(found("several-records", place, { domain, count: records.length, texts: quoted }));
  }
  for (const text of published.filter(isNear).map((strings) => shortened(strings.join(""))))
    findings.push(found("near-record", place, { domain, text }, records.length === 0 ? "error" : "warning"));
  for (const text of texts)
    if (/^spf2\.0\//i.test(text)) findings.push(found("sender-id-leftover", place, { text }));
  return [...findings, ...lintSizes(bill, published)];
}

/** Whether a text was meant to be a record, and is none; of a version that the next string is glued to, lint-split tells. */
function isNear(strings: string[]): boolean {
  const text = strings.join("");
  if (isSpfRecord(text) || (strings.length > 1 && isSpfRecord(strings[0]!))) return false;
  return /^[^a-z0-9]{0,12}v\s{0,4}=?\s{0,4}spf/i.test(text);
}

/** A record's text as far as it tells it from others. */
function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function lintSizes(bill: Bill, published: string[][]): Finding[] {
  const place = wholeRecord(bill);
  const findings: Finding[] = [];
  const records = published.filter((strings) => isSpfRecord(strings.join("")));
  for (const length of records.flat().map((text) => text.length))
    if (length > LONGEST_STRING) findings.push(found("string-too-long", place, { length }));
  for (const length of records.map((strings) => strings.join("").length))
    if (length > LONGEST_RECORD) findings.push(found("record-too-long", place, { length }));
  const length = answerSize(bill.root.domain ?? "", published);
  if (records.length > 0 && length > LONGEST_ANSWER)
    findings.push(found("answer-too-long", place, { length, records: published.length }));
  return findings;
}
