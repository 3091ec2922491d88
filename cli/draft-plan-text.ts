import { visibleText } from "@/lib/mail/visible-text";
import type { Holding, LiveServer, LiveState } from "@/lib/spf/publish/live";
import type { PublishPlan } from "@/lib/spf/publish/plan";
import {
  answerSentence,
  liveFindingSentence,
  liveSentences,
  rollbackSentence,
  stepSentence,
} from "@/lib/spf/publish/words";
import { type Language, type Sentence, textOf } from "@/lib/spf/sentence";
import { shownRecord } from "./shown-record";

const HOLDS: Record<Language, Record<Holding | "nothing", string>> = {
  en: {
    draft: "as drafted",
    softly: "as drafted, with ~all",
    published: "the record from before",
    other: "another record",
    several: "several records",
    none: "no SPF record",
    nothing: "could not be checked",
  },
  ko: {
    draft: "초안과 같음",
    softly: "초안과 같음(~all)",
    published: "이전 레코드",
    other: "다른 레코드",
    several: "두 개 이상",
    none: "레코드 없음",
    nothing: "확인하지 못함",
  },
};

/** A plan as numbered steps, each with what to publish in it, and the way back. */
export function planLines({ steps, rollback }: PublishPlan, language: Language): string[] {
  return [
    ...steps.flatMap((step, index) => [
      `${index + 1}. ${said(stepSentence(step, language))}`,
      ...(step.record === null ? [] : [`   ${shownRecord(step.record.text)}`]),
    ]),
    said(rollbackSentence(rollback, language)),
  ];
}

/** How far a draft is published: in a sentence, then server by server. */
export function liveLines(live: LiveState, language: Language): string[] {
  return [
    ...liveSentences(live, language).map(said),
    ...live.servers.flatMap((server) => serverLines(server, language)),
    ...live.findings.map((finding) => `! ${said(liveFindingSentence(finding, language))}`),
  ];
}

function serverLines({ answer, texts, holds }: LiveServer, language: Language): string[] {
  const { name, address, ttl } = answer;
  const where = address === null || address === name ? name : `${name} (${address})`;
  const why = answerSentence(answer, language);
  const time = ttl === null ? "" : `, TTL ${ttl}`;
  return [
    `- ${visibleText(where)}: ${HOLDS[language][holds ?? "nothing"]}${time}${why === null ? "" : `. ${said(why)}`}`,
    ...(holds === "other" || holds === "several" ? texts.map((text) => `    ${shownRecord(text)}`) : []),
  ];
}

function said({ parts }: Sentence): string {
  return textOf(parts, visibleText);
}
