import type { Language, Part, Sentence } from "@/lib/spf/sentence";
import { advisable, authorisesClient } from "./advisable";
import type { Certainty, Diagnosis, DiagnosisInput, DiagnosisKind, Who } from "./diagnosis";
import type { DnsTrouble } from "./dns-trouble";
import type { Evidence, EvidenceKind } from "./evidence";
import { evidence as evidenceEn } from "./evidence-words.en";
import { evidence as evidenceKo } from "./evidence-words.ko";
import { onlyIfYours as cautionEn, records as recordsEn } from "./record-words.en";
import { onlyIfYours as cautionKo } from "./record-words.ko";
import { titles as titlesEn } from "./titles.en";
import { titles as titlesKo } from "./titles.ko";
import { EN } from "./words.en";
import { KO } from "./words.ko";

/** Whom a text is for: who sent the message, who runs the sender's domain, who runs the receiving server. */
export const AUDIENCES = ["you", "domain", "receiver"] as const;

export type Audience = (typeof AUDIENCES)[number];

/** What texts speak of; `via` names another's server, where one is known, `provider` is "" where there is none. */
export interface Scene {
  ip: string;
  domain: string;
  helo: string;
  via: string | null;
  provider: string;
  include: string;
  certainty: Certainty;
  /** Where a missing answer of DNS points; null where every question was answered. */
  trouble: DnsTrouble | null;
}

/** What each audience is told of a kind. */
export type KindWords = Record<Audience, (scene: Scene) => Part[][]>;

/** What is said of each kind. */
export type DiagnosisWords = Record<DiagnosisKind, KindWords>;

/** Kinds whose record is at fault whoever sends. */
export type RecordKind = Extract<
  DiagnosisKind,
  `${string}-record` | `${string}-records` | `too-many-${string}` | `dead-${string}`
>;

/** The diagnosis in a few words, for lists; who must act, and how sure that is. */
export interface Titles {
  titles: Record<DiagnosisKind, string>;
  who: Record<Who, string>;
  certainty: Record<Certainty, string>;
}

/** What is said of each kind of evidence. */
export type EvidenceWords = {
  [Kind in EvidenceKind]: (evidence: Extract<Evidence, { kind: Kind }>) => Part[];
};

const WORDS: Record<Language, DiagnosisWords> = { ko: KO, en: EN };
const TITLES: Record<Language, Titles> = { ko: titlesKo, en: titlesEn };
const EVIDENCE: Record<Language, EvidenceWords> = { ko: evidenceKo, en: evidenceEn };

/** Besides, for whoever runs the domain, where a record is suggested that lets the client send. */
const CAUTION = { ko: cautionKo, en: cautionEn };

/** Where the rule behind a kind is laid down; null where none is. */
const SECTION: Partial<Record<DiagnosisKind, string>> = {
  "bad-domain": "7208#section-4.3",
  "dns-trouble": "7208#section-8.6",
  "several-records": "7208#section-3.2",
  "broken-record": "7208#section-4.6",
  "too-many-lookups": "7208#section-4.6.4",
  "too-many-voids": "7208#section-4.6.4",
  "dead-include": "7208#section-5.2",
  "dead-redirect": "7208#section-6.1",
  "no-record": "7208#section-8.1",
  helo: "7208#section-2.3",
  forwarder: "7208#appendix-D.3",
};

/** Tells an audience what a diagnosis means for it, and what to do; to the one who sent the message in plain words. */
export function explainDiagnosis(
  diagnosis: Diagnosis,
  input: DiagnosisInput,
  audience: Audience,
  language: Language,
): Sentence[] {
  const { kind } = diagnosis;
  const rfc = audience === "you" ? null : (SECTION[kind] ?? null);
  const scene = sceneOf(diagnosis, input);
  const said = WORDS[language][kind][audience](scene).map((parts) => ({ parts, rfc }));
  const suggestion = audience === "domain" && isRecordError(kind) ? advisable(diagnosis, input) : null;
  const isAuthorising = suggestion !== null && authorisesClient(suggestion);
  return isAuthorising ? [...said, { parts: CAUTION[language](scene), rfc: null }] : said;
}

/** Whether the words of a kind are of its record alone; those of other kinds say themselves whom to list. */
function isRecordError(kind: DiagnosisKind): boolean {
  return kind !== "no-record" && Object.hasOwn(recordsEn, kind);
}

/** Tells each fact that a diagnosis rests on. */
export function explainEvidence({ evidence }: Diagnosis, language: Language): Sentence[] {
  const words = EVIDENCE[language];
  return evidence.map((fact) => ({ parts: tell(words, fact), rfc: null }));
}

function tell<Kind extends EvidenceKind>(
  words: EvidenceWords,
  fact: Extract<Evidence, { kind: Kind }>,
): Part[] {
  return words[fact.kind as Kind](fact);
}

/** The words of a language for kinds, for who must act, and for how sure that is. */
export function diagnosisTitles(language: Language): Titles {
  return TITLES[language];
}

/** What there is to speak of. */
export function sceneOf({ evidence, certainty }: Diagnosis, { request }: DiagnosisInput): Scene {
  const find = <Kind extends EvidenceKind>(kind: Kind) =>
    evidence.find((fact): fact is Extract<Evidence, { kind: Kind }> => fact.kind === kind);
  const via = find("forwarder-name")?.name ?? find("other-name")?.name ?? find("dynamic-name")?.name;
  return {
    ip: request.ip ?? "",
    domain: request.domain ?? "",
    helo: find("helo-fails")?.helo ?? request.helo ?? request.domain ?? "",
    via: via ?? find("helo-passes")?.helo ?? find("other-helo")?.helo ?? null,
    provider: find("provider")?.provider ?? "",
    include: find("provider")?.include ?? "",
    certainty,
    trouble: find("dns-error")?.trouble ?? null,
  };
}
