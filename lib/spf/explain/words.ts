import type { ProblemCode } from "../record";
import type { RecordType } from "../resolver";
import type { SpfResult } from "../result";
import type { Language, Part } from "../sentence";
import type { Comparison, Decision, ExplanationTrace, NameBudget, Reason } from "../trace";
import { evidence as evidenceEn } from "./en/evidence";
import { plain as plainEn } from "./en/plain";
import { problems as problemsEn } from "./en/problems";
import { records as recordsEn } from "./en/records";
import { steps as stepsEn } from "./en/steps";
import { verdict as verdictEn } from "./en/verdict";
import { evidence as evidenceKo } from "./ko/evidence";
import { plain as plainKo } from "./ko/plain";
import { problems as problemsKo } from "./ko/problems";
import { records as recordsKo } from "./ko/records";
import { steps as stepsKo } from "./ko/steps";
import { verdict as verdictKo } from "./ko/verdict";

/** The first of some texts, and how many more there are. */
export interface Listed {
  shown: string[];
  more: number;
}

/** What a decision was about: a name that cannot be asked for, of a host of `mx` or of the term; a comparison. */
export interface DecisionScene {
  target: string | null;
  isHost: boolean;
  comparison: Comparison;
}

/** Words for what was found out at a term. */
export interface EvidenceWords {
  macro(before: string, after: string): Part[];
  cutMacro(before: string, after: string): Part[];
  noName(name: string, type: RecordType): Part[];
  noData(name: string, type: RecordType): Part[];
  noAnswer(name: string, type: RecordType, reason: string): Part[];
  moreQuestions(count: number): Part[];
  exists(name: string): Part[];
  hosts(budget: NameBudget): Part[];
  clientNames(names: Listed, budget: NameBudget): Part[];
  isAddress(ip: string, address: string, host: string | null): Part[];
  isInNetwork(ip: string, network: string, host: string | null): Part[];
  isNotAddress(ip: string, addresses: Listed, host: string | null): Part[];
  isNotInNetwork(ip: string, networks: Listed, host: string | null): Part[];
  moreHosts(count: number): Part[];
  decisions: Record<Decision, (scene: DecisionScene) => Part[]>;
}

/** Reasons that end a check at a term itself; the others come from a record, an included one or the first. */
export type StepReason = Exclude<
  Reason,
  "match" | "no-match" | "bad-ip" | "bad-domain" | "no-record" | "several-records" | "syntax"
>;

/** Words for what a term did; `qualifier` is "" where none is written. */
export interface StepWords {
  all(): Part[];
  includePasses(domain: string): Part[];
  includeDoesNotPass(domain: string, result: SpfResult): Part[];
  includeError(domain: string, result: SpfResult): Part[];
  includeNone(domain: string): Part[];
  redirectNone(domain: string): Part[];
  noValidatedName(): Part[];
  reasons: Record<StepReason, () => Part[]>;
  matches(qualifier: string, result: SpfResult): Part[];
  doesNotMatch(): Part[];
  ends(result: SpfResult): Part[];
  followed(domain: string, result: SpfResult): Part[];
  unreached(): Part[];
  unreachedRedirect(): Part[];
  shadow: {
    matches(result: SpfResult): Part[];
    doesNotMatch(): Part[];
    ends(result: SpfResult): Part[];
    followed(domain: string, result: SpfResult): Part[];
    unreached(): Part[];
  };
  lookups(used: number, left: number): Part[];
  voidLookups(used: number, left: number): Part[];
  shadowLookups(used: number): Part[];
}

/** Words for what was found at a domain. */
export interface RecordWords {
  included(domain: string): Part[];
  redirected(domain: string): Part[];
  found(domain: string, text: string): Part[];
  badDomain(domain: string): Part[];
  noName(domain: string): Part[];
  noText(domain: string): Part[];
  noAnswer(domain: string, reason: string): Part[];
  notAsked(domain: string): Part[];
  noneIsSpf(domain: string, count: number): Part[];
  several(domain: string, count: number): Part[];
  voidLimit(): Part[];
  broken(problems: number): Part[];
  matched(term: string, result: SpfResult): Part[];
  ended(term: string, result: SpfResult): Part[];
  followed(term: string, result: SpfResult): Part[];
  neutral(): Part[];
}

/** A syntax error as it stands in a record: the offending text, its whole term, and the longest prefix there may be. */
export interface ProblemScene {
  offending: string;
  term: string;
  longestPrefix: number;
}

export type ProblemWords = Record<ProblemCode, (scene: ProblemScene) => Part[]>;

/** What decided: the client, the domain that was checked, the record and its term, null if it had no say. */
export interface VerdictScene {
  ip: string;
  domain: string;
  at: string;
  term: string | null;
}

/** Words for the verdict. */
export interface VerdictWords {
  matched: Record<SpfResult, (scene: VerdictScene) => Part[]>;
  reasons: Record<Exclude<Reason, "match">, (scene: VerdictScene) => Part[]>;
  path(at: string, terms: string[]): Part[];
  included(include: string, term: string, at: string): Part[];
  budget(lookups: number, voidLookups: number): Part[];
  noExplanation(at: string): Part[];
  explanation: Record<NonNullable<ExplanationTrace["reason"]>, (text: string) => Part[]>;
}

/** What a lay sender is told about: a result, and what led to it where that makes a difference to them. */
export type PlainCase =
  | "pass"
  | "fail-all"
  | "fail-named"
  | "softfail"
  | "neutral"
  | Exclude<Reason, "match" | "no-match">;

/** Who is spoken about: the sending server's address, the domain checked, and the domain whose data is at fault. */
export interface PlainScene {
  ip: string;
  domain: string;
  at: string;
}

/** Words for a lay sender: what was asked, then what came of it, what it means, what to do. */
export interface PlainWords {
  askedMailfrom(scene: PlainScene): Part[];
  askedHelo(scene: PlainScene): Part[];
  cases: Record<PlainCase, (scene: PlainScene) => Part[][]>;
}

/** All words of a language. */
export interface Words {
  evidence: EvidenceWords;
  steps: StepWords;
  records: RecordWords;
  problems: ProblemWords;
  verdict: VerdictWords;
  plain: PlainWords;
}

const WORDS: Record<Language, Words> = {
  en: {
    evidence: evidenceEn,
    steps: stepsEn,
    records: recordsEn,
    problems: problemsEn,
    verdict: verdictEn,
    plain: plainEn,
  },
  ko: {
    evidence: evidenceKo,
    steps: stepsKo,
    records: recordsKo,
    problems: problemsKo,
    verdict: verdictKo,
    plain: plainKo,
  },
};

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
