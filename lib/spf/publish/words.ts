import type { Language, Part, Sentence } from "../sentence";
import type { AuthorityReason, AuthorityReport } from "./authority-report";
import type { LiveState } from "./live";
import { LIVE_RULES, type LiveFinding, type LiveRule, type LiveValues } from "./live-findings";
import { newest } from "./live-servers";
import type { End } from "./pair";
import type { PlanStep, Rollback, StepKind } from "./plan";
import { EN } from "./words.en";
import { KO } from "./words.ko";

/** What is said about publishing, in a language. */
export interface PublishWords {
  live: { [K in LiveState["kind"]]: (state: LiveState) => Part[] };
  problem: { [P in NonNullable<AuthorityReport["problem"]>]: (domain: string) => Part[] };
  /** Of servers that gave no answer; of an alias; of what the resolver still has. */
  silent: (count: number) => Part[];
  alias: (domain: string, alias: string) => Part[];
  remembers: (seconds: number | null) => Part[];
  reason: Record<AuthorityReason, string>;
  elsewhere: (alias: string) => Part[];
  finding: { [R in LiveRule]: (values: LiveValues[R]) => Part[] };
  step: { [K in StepKind]: (ttl: number, seconds: number) => Part[] };
  rollback: (rollback: Rollback) => Part[];
  asks: Record<End, Sentence[]>;
}

const WORDS: Record<Language, PublishWords> = { ko: KO, en: EN };

/** How far a change has come, in a sentence, and what else is to be known about it. */
export function liveSentences(state: LiveState, language: Language): Sentence[] {
  const words = WORDS[language];
  const { kind, report, silent, resolver } = state;
  const said: Part[][] = [];
  if (kind === "unanswered" && report.problem) said.push(words.problem[report.problem](report.domain));
  else said.push(words.live[kind](state));
  if (report.alias !== null) said.push(words.alias(report.domain, report.alias));
  if (silent > 0 && kind !== "unanswered") said.push(words.silent(silent));
  const isOut = kind === "everywhere" || kind === "softly" || kind === "partly";
  if (isOut && resolver && !newest(state.servers).includes(resolver.holds))
    said.push(words.remembers(resolver.ttl));
  return said.map((parts, index) => ({
    parts,
    rfc: index === 0 && kind === "several" ? "7208#section-4.5" : null,
  }));
}

/** Why a server did not answer, or that it says the records are elsewhere; null where it simply answered. */
export function answerSentence(
  { reason, alias }: { reason: AuthorityReason | null; alias: string | null },
  language: Language,
): Sentence | null {
  if (reason !== null) return { parts: [WORDS[language].reason[reason]], rfc: null };
  return alias === null ? null : { parts: WORDS[language].elsewhere(alias), rfc: null };
}

/** What a finding about authoritative servers says. */
export function liveFindingSentence({ rule, values }: LiveFinding, language: Language): Sentence {
  // A rule's values are those that its finding was made with.
  const words = WORDS[language].finding[rule] as (values: LiveFinding["values"]) => Part[];
  return { parts: words(values), rfc: LIVE_RULES[rule].rfc };
}

/** What is to be done in a step, and why. */
export function stepSentence({ kind, record, seconds }: PlanStep, language: Language): Sentence {
  return { parts: WORDS[language].step[kind](record?.ttl ?? 0, seconds ?? 0), rfc: null };
}

/** How to go back, and for how long others still see what was taken back. */
export function rollbackSentence(rollback: Rollback, language: Language): Sentence {
  return { parts: WORDS[language].rollback(rollback), rfc: null };
}

/** What an end of a record asks of receivers, what it may cost, and what DMARC makes of it. */
export function endSentences(all: End, language: Language): Sentence[] {
  return WORDS[language].asks[all];
}
