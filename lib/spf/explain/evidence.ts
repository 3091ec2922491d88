import type { Answer } from "../resolver";
import type { Language, Part, Sentence } from "../sentence";
import type { Comparison, QuestionTrace, StepTrace } from "../trace";
import { SECTION, SECTION_OF_DECISION, SECTION_OF_TERM } from "./sections";
import { readTermName } from "./term-name";
import { type EvidenceWords, type Listed, wordsOf } from "./words";

/** How many of a kind are named before the rest is only counted. */
const SHOWN = 3;

/** What was found out at a term, in the order in which it came about. */
export function evidenceOf(step: StepTrace, language: Language): Sentence[] {
  const { evidence: words } = wordsOf(language);
  return [
    ...step.macros.map(({ before, after, isTruncated }) => ({
      parts: (isTruncated ? words.cutMacro : words.macro)(before, after),
      rfc: SECTION.macros,
    })),
    ...answers(step, words),
    ...names(step, words),
    ...comparisons(step, words),
    ...decisions(step, words),
  ];
}

/** The texts that are shown of some, and how many more there are. */
function listed(texts: string[]): Listed {
  return { shown: texts.slice(0, SHOWN), more: Math.max(0, texts.length - SHOWN) };
}

function answers({ text, questions }: StepTrace, words: EvidenceWords): Sentence[] {
  const { name } = readTermName(text);
  const void_ = questions.filter(({ answer }) => answer.status === "void");
  const failed = questions.filter(({ answer }) => answer.status === "error");
  const found = name === "exists" ? questions.find(isFoundAddress) : undefined;
  return [
    ...some(void_, (question) => voidAnswer(question, words), SECTION.limits, words),
    ...some(failed, (question) => noAnswer(question, words), SECTION.dns, words),
    ...(found ? [{ parts: words.exists(found.name), rfc: SECTION_OF_TERM.exists }] : []),
  ];
}

function isFoundAddress({ type, answer }: QuestionTrace): boolean {
  return type === "A" && answer.status === "found" && answer.records.length > 0;
}

function some(
  questions: QuestionTrace[],
  tell: (question: QuestionTrace) => Part[],
  rfc: string,
  words: EvidenceWords,
): Sentence[] {
  const told = questions.slice(0, SHOWN).map((question) => ({ parts: tell(question), rfc }));
  const more = questions.length - told.length;
  return more > 0 ? [...told, { parts: words.moreQuestions(more), rfc }] : told;
}

function voidAnswer({ name, type, answer }: QuestionTrace, words: EvidenceWords): Part[] {
  const { reason } = answer as Extract<Answer, { status: "void" }>;
  return reason === "nxdomain" ? words.noName(name, type) : words.noData(name, type);
}

function noAnswer({ name, type, answer }: QuestionTrace, words: EvidenceWords): Part[] {
  return words.noAnswer(name, type, (answer as Extract<Answer, { status: "error" }>).reason);
}

/** The budget of names is that of the hosts of `mx` once these are known, else that of the client's names. */
function names({ text, names: budget, questions }: StepTrace, words: EvidenceWords): Sentence[] {
  if (budget === null) return [];
  if (readTermName(text).name === "mx" && isMxKnown(questions))
    return [{ parts: words.hosts(budget), rfc: SECTION.limits }];
  const hosts = questions.flatMap(({ answer }) =>
    answer.status === "found"
      ? answer.records.flatMap((record) => (record.type === "PTR" ? record.host : []))
      : [],
  );
  return [{ parts: words.clientNames(listed(hosts), budget), rfc: SECTION.limits }];
}

function isMxKnown(questions: QuestionTrace[]): boolean {
  return questions.some(({ type, answer }) => type === "MX" && answer.status === "found");
}

function comparisons(step: StepTrace, words: EvidenceWords): Sentence[] {
  // The decision on other families says it all.
  if (step.decisions.includes("other-family")) return [];
  const rfc = SECTION_OF_TERM[readTermName(step.text).name];
  const hits = step.comparisons.filter(({ isInside }) => isInside);
  if (hits.length > 0) return hits.slice(0, SHOWN).map((hit) => ({ parts: hitOf(hit, words), rfc }));
  const misses = byHost(step.comparisons).map((group) => ({ parts: missOf(group, words), rfc }));
  const more = misses.length - SHOWN;
  return more > 0 ? [...misses.slice(0, SHOWN), { parts: words.moreHosts(more), rfc }] : misses;
}

/** Comparisons with addresses of the same host together; those with networks apart from those with addresses alone. */
function byHost(comparisons: Comparison[]): Comparison[][] {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const key = `${comparison.network.includes("/")} ${comparison.host}`;
    const group = groups.get(key);
    if (group) group.push(comparison);
    else groups.set(key, [comparison]);
  }
  return [...groups.values()];
}

function hitOf({ ip, network, host }: Comparison, words: EvidenceWords): Part[] {
  return (network.includes("/") ? words.isInNetwork : words.isAddress)(ip, network, host);
}

/** All comparisons with the addresses of one host, none of which holds. */
function missOf(group: Comparison[], words: EvidenceWords): Part[] {
  const { ip, network, host } = group[0]!;
  const networks = listed([...new Set(group.map((comparison) => comparison.network))]);
  return (network.includes("/") ? words.isNotInNetwork : words.isNotAddress)(ip, networks, host);
}

function decisions(
  { decisions, macros, questions, comparisons }: StepTrace,
  words: EvidenceWords,
): Sentence[] {
  const scene = {
    target: macros.at(-1)?.after ?? null,
    isHost: isMxKnown(questions),
    comparison: comparisons[0] ?? { ip: "", network: "", isInside: false, host: null },
  };
  return decisions.map((decision) => ({
    parts: words.decisions[decision](scene),
    rfc: SECTION_OF_DECISION[decision],
  }));
}
