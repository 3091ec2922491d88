import { readClientAddress } from "./address";
import type { CheckResult } from "./check-host";
import type { Asked, Reference } from "./pyspf.fixture";
import type { Notes, QuestionTrace, RecordTrace, StepTrace } from "./trace";
import { reverseName } from "./validated-name";

/** The records that a check came to, each with the steps taken in it, from the first on. */
export function reachedRecords(ours: CheckResult): RecordTrace[] {
  const below = (record: RecordTrace): RecordTrace[] => [
    record,
    ...record.steps.flatMap(({ within }) => (within === null ? [] : below(within))),
  ];
  return ours.trace?.root ? below(ours.trace.root) : [];
}

/** Whether the text of a reached record or of the explanation holds a pattern. */
export function isWritten(ours: CheckResult, pattern: RegExp): boolean {
  return [...reachedRecords(ours).map(({ text }) => text ?? ""), explanationText(ours)].some((text) =>
    pattern.test(text),
  );
}

/** The published text of the explanation that the check asked for; empty where there is none. */
export function explanationText({ trace }: CheckResult): string {
  const answer = trace?.explanation?.questions.at(-1)?.answer;
  const record = answer?.status === "found" ? answer.records[0] : undefined;
  return record?.type === "TXT" ? record.strings.join("") : "";
}

/** Redirects that were read, and not followed for one reason or another. */
export function unfollowedRedirects(ours: CheckResult): number {
  return reachedRecords(ours).filter(
    ({ text, steps }) =>
      / redirect=/.test(text ?? "") &&
      !steps.some(
        ({ text: term, state, reason }) =>
          term.startsWith("redirect=") && (state === "followed" || reason === "redirect-none"),
      ),
  ).length;
}

const key = (name: string, type: string) => `${name.toLowerCase()} ${type}`;

/**
 * The questions that are a term's or a record's own (RFC 7208 section 4.6.4), not those of names an answer brought, as
 * often as they were asked.
 */
function ownQuestions(ours: CheckResult): string[] {
  return reachedRecords(ours)
    .flatMap((record) => [...record.questions.slice(0, 1), ...record.steps.flatMap(ownOfStep)])
    .map(({ name, type }) => key(name, type));
}

function ownOfStep({ text, questions }: StepTrace): QuestionTrace[] {
  const [, mechanism = ""] = /^[-+~?]?([a-z]+)/i.exec(text) ?? [];
  switch (mechanism.toLowerCase()) {
    case "a":
    case "exists":
      return questions.slice(-1);
    case "mx":
      return questions.filter(({ type }) => type === "MX");
    case "ptr":
      return questions.filter(({ type }) => type === "PTR").slice(-1);
  }
  return [];
}

/** Whether pyspf called a question void that is none of a term's own. */
export function hasVoidOfOthers(ours: CheckResult, { voids }: Reference): boolean {
  const own = ownQuestions(ours);
  return voids.some(([name, type]) => {
    const index = own.indexOf(key(name, type));
    if (index >= 0) own.splice(index, 1);
    return index < 0;
  });
}

/** Macro-strings that pyspf made something else of. */
export function expandedOtherwise(ours: CheckResult, { expansions }: Reference): string[] {
  const notes: Notes[] = reachedRecords(ours).flatMap((record) => [record, ...record.steps]);
  if (ours.trace?.explanation) notes.push(ours.trace.explanation);
  return notes
    .flatMap(({ macros }) => macros)
    .filter(({ before, after }) => {
      const theirs = expansions.filter(([text]) => text === before);
      return theirs.length > 0 && !theirs.some(([, expanded]) => expanded === after);
    })
    .map(({ before }) => before);
}

/** Whether a name is one that a PTR record gives the client. */
export function isNameOfClient({ ip, zone }: Asked, name: string): boolean {
  const client = readClientAddress(ip);
  const records = client === null ? [] : (zone.get(reverseName(client))?.records ?? []);
  return records.some((record) => record.type === "PTR" && record.host.toLowerCase() === name);
}

/** Whether a question is about a mail exchanger that this check came to and did not need to ask about. */
export function isExchangerOnly(ours: CheckResult, name: string, type: string): boolean {
  const steps = reachedRecords(ours).flatMap((record) => record.steps);
  return steps.some(({ questions, state }) => {
    const hosts = questions.flatMap(({ answer }) => (answer.status === "found" ? answer.records : []));
    const isHost = hosts.some((record) => record.type === "MX" && record.host.toLowerCase() === name);
    return (
      isHost &&
      state === "match" &&
      !questions.some((one) => one.name.toLowerCase() === name && one.type === type)
    );
  });
}
