import type { Language, Sentence } from "../sentence";
import type { Trace } from "../trace";
import { type Decided, decidedBy } from "./decided";
import { SECTION, SECTION_OF_REASON, SECTION_OF_RESULT } from "./sections";
import { readTermName } from "./term-name";
import { type PlainCase, wordsOf } from "./words";

/** Tells someone who sent a message, and knows nothing of SPF, what was asked, what the answer means, and what to do. */
export function explainPlainly(trace: Trace, language: Language): Sentence[] {
  const { plain: words } = wordsOf(language);
  const { ip, domain, result } = trace;
  const decided = decidedBy(trace);
  const scene = { ip, domain, at: decided.at };
  const [answer, ...meaning] = words.cases[caseOf(trace, decided)](scene);
  const asked = isHelo(trace)
    ? { parts: words.askedHelo(scene), rfc: SECTION.heloIdentity }
    : { parts: words.askedMailfrom(scene), rfc: SECTION.mailfromIdentity };
  return [
    asked,
    {
      parts: answer!,
      rfc: trace.reason === "match" ? SECTION_OF_RESULT[result] : SECTION_OF_REASON[trace.reason],
    },
    ...meaning.map((parts) => ({ parts, rfc: SECTION_OF_RESULT[result] })),
  ];
}

/** The HELO identity is checked as postmaster at its name (RFC 7208 section 2.3). */
function isHelo({ sender, helo, domain }: Trace): boolean {
  return domain === helo && sender === `postmaster@${helo}`;
}

function caseOf({ result, reason }: Trace, { step }: Decided): PlainCase {
  if (reason === "no-match") return "neutral";
  if (reason !== "match") return reason;
  if (result === "fail") return readTermName(step?.text ?? "").name === "all" ? "fail-all" : "fail-named";
  return result === "pass" || result === "softfail" ? result : "neutral";
}
