import { explainVerdict } from "@/lib/spf/explain/verdict";
import { type Language, type Part, textOf } from "@/lib/spf/sentence";
import { visibleText } from "../mail/visible-text";
import { diagnosisInput, shownSuggestion, type WhyAnswer } from "./answer";
import { AUDIENCES, type Audience, diagnosisTitles, explainDiagnosis } from "./diagnosis/words";
import { problemParts } from "./words";

interface Words {
  audiences: Record<Audience, string>;
  record: string;
  wait(seconds: number): string;
  stored(host: string, time: string): string;
}

const WORDS: Record<Language, Words> = {
  en: {
    audiences: {
      you: "If you sent the message",
      domain: "If you run the sender's domain",
      receiver: "If you run the receiving server",
    },
    record: "Record that would let this server pass",
    wait: (seconds) => `Too many questions at the moment. Try again in ${seconds} seconds.`,
    stored: (host, time) => `The log of ${host} has this message at ${time}.`,
  },
  ko: {
    audiences: {
      you: "메일을 보내신 분",
      domain: "보낸 도메인의 관리자",
      receiver: "받는 서버의 관리자",
    },
    record: "이 서버가 통과하도록 고친 레코드",
    wait: (seconds) => `지금은 요청이 너무 많습니다. ${seconds}초 뒤에 다시 시도해 주십시오.`,
    stored: (host, time) => `${host} 서버의 로그에 이 메일이 남아 있습니다(${time}).`,
  },
};

/** An answer as `text/plain` has it: the verdict, who must act, what each of the three should do, the suggested record. */
export function whyText(answer: WhyAnswer, language: Language): string {
  const words = WORDS[language];
  const { request, now, then: stored, diagnosis, retryAfter } = answer;
  const suggestion = shownSuggestion(answer);
  const parts = (given: Part[]) => textOf(given, visibleText);
  const blocks: string[][] = [
    request.problems.map((problem) => parts(problemParts(problem, language))),
    retryAfter === null ? [] : [words.wait(retryAfter)],
    now?.trace ? explainVerdict(now.trace, language).map((sentence) => parts(sentence.parts)) : [],
    stored === null ? [] : [words.stored(visibleText(stored.host), stored.time)],
  ];
  if (diagnosis !== null) {
    const { titles, who, certainty } = diagnosisTitles(language);
    blocks.push([`${titles[diagnosis.kind]} · ${who[diagnosis.who]} · ${certainty[diagnosis.certainty]}`]);
    for (const audience of AUDIENCES) {
      const told = explainDiagnosis(diagnosis, diagnosisInput(answer), audience, language);
      blocks.push([`${words.audiences[audience]}:`, ...told.map((sentence) => `  ${parts(sentence.parts)}`)]);
    }
  }
  if (suggestion?.suggested != null)
    blocks.push([`${words.record}:`, ...suggestion.zoneLines.map((line) => `  ${visibleText(line)}`)]);
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}
