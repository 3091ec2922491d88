import { checkHost, mailfromRequest } from "../check-host";
import type { Language, Sentence } from "../sentence";
import type { RecordTrace, StepTrace, Trace } from "../trace";
import { zoneOf, zoneResolver } from "../zone.fixture";
import { explainPlainly } from "./plainly";
import { explainRecord } from "./record";
import { explainStep } from "./step";
import { explainVerdict } from "./verdict";
import type { PlainCase } from "./words";

/** The trace of a check in a zone in short, of user@d.example from 192.0.2.1 unless said otherwise. */
export function traceIn(names: Record<string, string[]>, mail: Mail = {}, shadow = 0): Trace {
  const { ip = "192.0.2.1", from = "user@d.example", helo = "mail.example" } = mail;
  const request = mailfromRequest({ ip, envelopeFrom: from, helo });
  const options = { clock: () => 1_700_000_000_000, trace: true, shadow };
  const check = checkHost(request, zoneResolver(zoneOf(names)), options);
  if (check instanceof Promise) throw new Error("a zone answers at once");
  return check.trace!;
}

interface Mail {
  ip?: string;
  from?: string;
  helo?: string;
}

/** All records of a trace, from the first on. */
export function recordsOf({ root }: Trace): RecordTrace[] {
  const below = (record: RecordTrace): RecordTrace[] => [
    record,
    ...record.steps.flatMap(({ within }) => (within === null ? [] : below(within))),
  ];
  return root === null ? [] : below(root);
}

/** All steps of a trace. */
export function stepsOf(trace: Trace): StepTrace[] {
  return recordsOf(trace).flatMap(({ steps }) => steps);
}

/** All that is said of a trace. */
export function allSentences(trace: Trace, language: Language): Sentence[] {
  return [
    ...explainVerdict(trace, language),
    ...explainPlainly(trace, language),
    ...recordsOf(trace).flatMap((record) => explainRecord(record, language)),
    ...stepsOf(trace).flatMap((step) => explainStep(step, language)),
  ];
}

/** Sentences as text, with what is quoted in brackets. */
export function texts(sentences: Sentence[]): string[] {
  return sentences.map(({ parts }) =>
    parts.map((part) => (typeof part === "string" ? part : `[${part.quoted}]`)).join(""),
  );
}

const ELEVEN = Array.from({ length: 11 }, (_, index) => `MX ${index} mx${index}.example`);

/** The lines of d.example for every case that a lay sender is told apart, and who sends where that matters. */
export const CASES: Record<PlainCase, [lines: string[], mail?: { ip?: string; from?: string }]> = {
  pass: [["TXT v=spf1 +all"]],
  "fail-all": [["TXT v=spf1 -all"]],
  "fail-named": [["TXT v=spf1 -ip4:192.0.2.1 +all"]],
  softfail: [["TXT v=spf1 ~all"]],
  neutral: [["TXT v=spf1 ip4:192.0.2.9"]],
  "bad-ip": [["TXT v=spf1 -all"], { ip: "nowhere" }],
  "bad-domain": [[], { from: "user@localhost" }],
  "no-record": [[]],
  "several-records": [["TXT v=spf1 -all", "TXT v=spf1 ~all"]],
  syntax: [["TXT v=spf1 moo"]],
  "dns-error": [["TIMEOUT"]],
  "lookup-limit": [["TXT v=spf1 a a a a a a a a a a a -all", "A 192.0.2.9"]],
  "void-limit": [["TXT v=spf1 a:x.example a:y.example a:z.example -all"]],
  "mx-limit": [["TXT v=spf1 mx -all", ...ELEVEN]],
  "include-none": [["TXT v=spf1 include:gone.example -all"]],
  "redirect-none": [["TXT v=spf1 redirect=gone.example"]],
};
