import { readMacroString } from "./domain-spec";
import { expand, isBeyondAscii, targetName } from "./macro";
import type { MacroString, Modifier, Problem } from "./record";
import type { Answer } from "./resolver";
import { type Asking, ask, type Session } from "./session";
import { type ExplanationTrace, emptyNotes } from "./trace";

type Read = { text: string | null; reason: ExplanationTrace["reason"] };

/**
 * The explanation that a domain gives for a fail (RFC 7208 section 6.2); null where there is none to give, for whatever
 * reason. Its lookup counts neither as one nor as void (section 4.6.4). Printable ASCII only, for it goes into a reply.
 */
export function* explanationOf(
  session: Session,
  { value }: Modifier,
  domain: string,
): Asking<ExplanationTrace | Read> {
  const trace: ExplanationTrace | null = session.isTraced
    ? { domainSpec: value.text, text: null, reason: null, ...emptyNotes() }
    : null;
  session.notes = trace;
  const read = yield* readExplanation(session, value, domain);
  return trace === null ? read : Object.assign(trace, read);
}

function* readExplanation(session: Session, spec: MacroString, domain: string): Asking<Read> {
  if (isBeyondAscii(session, spec)) return none("not-ascii");
  const name = yield* targetName(session, spec, domain);
  if (name === null) return none("invalid-target");
  const answer = yield* ask(session, name, "TXT");
  if (answer.status !== "found") return none(answer.status === "error" ? "dns-error" : "no-record");
  const published = explainString(answer);
  if (typeof published !== "object") return none(published);
  if (isBeyondAscii(session, published)) return none("not-ascii");
  const text = yield* expand(session, published, domain);
  session.notes?.macros.push({ before: published.text, after: text, isTruncated: false });
  return /^[\x20-\x7e]*$/.test(text) ? { text, reason: "given" } : none("not-ascii");
}

/** RFC 7208 section 6.2: one TXT record, its strings joined without spaces, in ASCII, a macro-string or spaces. */
function explainString(
  answer: Extract<Answer, { status: "found" }>,
): MacroString | "several-records" | "no-record" | "not-ascii" | "syntax" {
  const records = answer.records.filter((record) => record.type === "TXT");
  if (records.length !== 1) return records.length === 0 ? "no-record" : "several-records";
  const text = records[0]!.strings.join("");
  if (/[^\x20-\x7e]/.test(text)) return "not-ascii";
  const problems: Problem[] = [];
  const read = readMacroString(text, { from: 0, to: text.length }, problems, true);
  return problems.length > 0 ? "syntax" : read;
}

function none(reason: ExplanationTrace["reason"]): Read {
  return { text: null, reason };
}
