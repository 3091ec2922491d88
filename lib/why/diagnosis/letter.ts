import type { Language, Part } from "@/lib/spf/sentence";
import { advisable, authorisesClient } from "./advisable";
import type { Diagnosis, DiagnosisInput } from "./diagnosis";
import { EN } from "./letter.en";
import { KO } from "./letter.ko";
import { diagnosisTitles, explainDiagnosis, explainEvidence } from "./words";

/** Whom a text to pass on is for. */
export type Addressee = "domain" | "receiver";

/** Words for a text to pass on. */
export interface LetterWords {
  opening: Record<Addressee, (domain: string) => Part[]>;
  ip: (ip: string) => Part[];
  domain: (domain: string) => Part[];
  helo: (helo: string) => Part[];
  receiver: (receiver: string) => Part[];
  time: (time: string) => Part[];
  reply: (reply: string) => Part[];
  result: (then: string | null, now: string) => Part[];
  cause: (title: string, certainty: string) => Part[];
  /** Above a record that could be published. */
  record: () => Part[];
  /** The same above a record that lets the server send. */
  authorising: (ip: string) => Part[];
  closing: () => Part[];
}

const WORDS: Record<Language, LetterWords> = { ko: KO, en: EN };

/**
 * A text to pass on to whoever must act, in paragraphs: the facts, what they mean, what to do, and the record's lines
 * where they may be shown. Null where there is nobody to tell. It names the sender's domain, and no person.
 */
export function letterOf(diagnosis: Diagnosis, input: DiagnosisInput, language: Language): Part[][] | null {
  const addressee = addresseeOf(diagnosis);
  const { ip, domain } = input.request;
  if (addressee === null || ip === null || domain === null) return null;
  const words = WORDS[language];
  const { titles, certainty } = diagnosisTitles(language);
  const suggestion = advisable(diagnosis, input);
  const lines = suggestion?.zoneLines ?? [];
  const isAuthorising = suggestion !== null && authorisesClient(suggestion);
  return [
    words.opening[addressee](domain),
    ...factLines(diagnosis, input, ip, domain, words),
    words.cause(titles[diagnosis.kind], certainty[diagnosis.certainty]),
    ...explainEvidence(specific(diagnosis), language).map(({ parts }) => parts),
    ...explainDiagnosis(diagnosis, input, addressee, language).map(({ parts }) => parts),
    ...(lines.length === 0 ? [] : [isAuthorising ? words.authorising(ip) : words.record()]),
    ...lines.map((line): Part[] => [{ quoted: line }]),
    words.closing(),
  ];
}

/** Of a forger's mail there is nobody to tell; of a forwarded one, whoever receives it. */
function addresseeOf({ kind, who, evidence }: Diagnosis): Addressee | null {
  if (evidence.some((fact) => fact.kind === "mailbox-service"))
    return who === "forwarder" ? "receiver" : null;
  if (who === "senders-postmaster" || kind === "unlisted" || kind === "wrong-outgoing-server")
    return "domain";
  return who === "receiving-site" || who === "forwarder" ? "receiver" : null;
}

function factLines(
  { evidence }: Diagnosis,
  { request, then }: DiagnosisInput,
  ip: string,
  domain: string,
  words: LetterWords,
): Part[][] {
  const now = evidence.find((fact) => fact.kind === "now");
  const was = evidence.find((fact) => fact.kind === "logged");
  const helo = request.helo ?? (was === undefined ? null : (then?.helo ?? null));
  const receiver = request.receiver ?? was?.host ?? null;
  const reply =
    was === undefined
      ? ""
      : [then?.replyCode, then?.enhancedStatus, then?.replyText].filter(Boolean).join(" ");
  return [
    words.ip(ip),
    words.domain(domain),
    ...(helo === null || helo === "" ? [] : [words.helo(helo)]),
    ...(receiver === null ? [] : [words.receiver(receiver)]),
    ...(was === undefined ? [] : [words.time(was.time)]),
    ...(reply === "" ? [] : [words.reply(reply)]),
    ...(now === undefined ? [] : [words.result(was?.result ?? null, now.result)]),
  ];
}

/** The evidence without the verdicts, which the facts tell. */
function specific(diagnosis: Diagnosis): Diagnosis {
  const evidence = diagnosis.evidence.filter(({ kind }) => kind !== "now" && kind !== "logged");
  return { ...diagnosis, evidence };
}
