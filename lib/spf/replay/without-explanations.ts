import { parsedRecord } from "../parse";
import type { Answer, Resolver } from "../resolver";
import { selectRecords } from "../select-record";

/**
 * Answers without the `exp=` of records: it changes no result (RFC 7208 section 6.2), and each that fails would cost a
 * question. Records with an error stay as they are.
 */
export function withoutExplanations(below: Resolver): Resolver {
  const known = new WeakMap<Answer, Answer>();
  const strip = (answer: Answer): Answer => {
    let stripped = known.get(answer);
    if (stripped === undefined) {
      stripped = stripAnswer(answer);
      known.set(answer, stripped);
    }
    return stripped;
  };
  return {
    resolve(name, type) {
      const given = below.resolve(name, type);
      if (type !== "TXT") return given;
      return "status" in given ? strip(given) : given.then(strip);
    },
  };
}

function stripAnswer(answer: Answer): Answer {
  if (answer.status !== "found") return answer;
  const texts = selectRecords(answer.records);
  const record = texts.length === 1 ? parsedRecord(texts[0]!) : null;
  if (record === null || record.problems.length > 0 || record.exp === null) return answer;
  const { text, exp } = record;
  return {
    status: "found",
    records: [{ type: "TXT", strings: [text.slice(0, exp.from) + text.slice(exp.to)] }],
  };
}
