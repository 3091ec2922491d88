import type { Language } from "@/lib/spf/sentence";
import { count } from "./draft-instants";

const many = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`;

export interface ReplayWords {
  head: (domain: string, messages: number, period: string) => string;
  work: (triples: number, evaluations: number, seconds: string) => string;
  published: string;
  none: string;
  publishedUnknown: string;
  draft: string;
  nothing: (messages: number) => string;
  changes: (gained: number, lost: number, otherwise: number, same: number) => string;
  lost: string;
  matrix: string;
  logged: string;
  notLogged: string;
  changed: string;
  messages: (total: number) => string;
  noTerm: string;
  more: (clients: number) => string;
  enforcement: string;
  all: (all: string) => string;
  refusingFail: (refused: string) => string;
  refusingSoftfail: (refused: string) => string;
  refused: (messages: number, clients: number, newly: number) => string;
  noneRefused: string;
  unanswered: (messages: number) => string;
  unusable: (messages: number) => string;
  unlisted: (clients: number) => string;
  startsLater: (time: string) => string;
}

/** What `whyspf draft replay` says to people. In Korean no particle that depends on a sound may follow a value. */
export const REPLAY_WORDS: Record<Language, ReplayWords> = {
  en: {
    head: (domain, messages, period) =>
      `${many(messages, "message", "messages")} as ${domain} evaluated anew, ${period}.`,
    work: (triples, evaluations, seconds) =>
      `${count(triples)} different (client, sender, HELO), ${many(evaluations, "evaluation", "evaluations")}, ${seconds} s.`,
    published: "Published record:",
    none: "(none)",
    publishedUnknown: "What is published is not known: the DNS gave no answer.",
    draft: "Draft:",
    nothing: (messages) =>
      messages === 0
        ? "There is no message to evaluate."
        : `Nothing changes: each of ${many(messages, "message has", "messages has")} the same result as under the published record.`,
    changes: (gained, lost, otherwise, same) =>
      `${count(gained)} would begin to pass, ${count(lost)} would cease to, ${count(otherwise)} change otherwise, ${count(same)} stay as they are.`,
    lost: "Messages that pass now would no longer pass: make sure that these are servers you mean to keep out.",
    matrix: "Messages by result, published (down) and drafted (across):",
    logged: "Messages by result, logged then (down) and drafted (across):",
    notLogged: "not logged",
    changed: "Servers whose result changes:",
    messages: (total) => many(total, "message", "messages"),
    noTerm: "no term",
    more: (clients) => `… and ${many(clients, "more", "more")} (--json lists up to 500 servers)`,
    enforcement: "What would be refused:",
    all: (all) => (all === "as drafted" ? "as drafted" : `with ${all}`),
    refusingFail: (refused) => `by servers that refuse fail: ${refused}`,
    refusingSoftfail: (refused) => `by those that refuse softfail too: ${refused}`,
    refused: (messages, clients, newly) =>
      `${many(messages, "message", "messages")} from ${many(clients, "server", "servers")}, ${count(newly)} of them accepted then`,
    noneRefused: "none",
    unanswered: (messages) =>
      `The DNS gave no answer for ${many(messages, "message", "messages")}, which a receiver would try again later (temperror).`,
    unusable: (messages) =>
      `${many(messages, "message names", "messages name")} no client or no sender and could not be evaluated.`,
    unlisted: (clients) => `${many(clients, "server", "servers")} with few messages not listed.`,
    startsLater: (time) => `Messages are stored from ${time} UTC on; what came before is not known.`,
  },
  ko: {
    head: (domain, messages, period) =>
      `${domain} 도메인의 이름으로 온 메일 ${count(messages)}통을 다시 판정했습니다(${period}).`,
    work: (triples, evaluations, seconds) =>
      `보낸 서버·발신 주소·HELO 이름이 같은 것끼리 ${count(triples)}가지, 판정 ${count(evaluations)}회, ${seconds}초`,
    published: "게시된 레코드:",
    none: "(없음)",
    publishedUnknown: "DNS에서 답을 얻지 못해 게시된 레코드를 알 수 없습니다.",
    draft: "초안:",
    nothing: (messages) =>
      messages === 0
        ? "다시 판정할 메일이 없습니다."
        : `달라지는 메일이 없습니다. ${count(messages)}통의 결과가 모두 게시된 레코드와 같습니다.`,
    changes: (gained, lost, otherwise, same) =>
      `새로 통과 ${count(gained)}통, 더는 통과하지 못함 ${count(lost)}통, 그 밖의 변화 ${count(otherwise)}통, 그대로 ${count(same)}통`,
    lost: "지금 통과하는 메일 일부가 통과하지 못하게 됩니다. 막으려는 서버가 맞는지 확인하세요.",
    matrix: "결과별 메일 수(세로: 게시된 레코드, 가로: 초안):",
    logged: "결과별 메일 수(세로: 당시 결과, 가로: 초안):",
    notLogged: "(none logged)",
    changed: "결과가 달라지는 서버:",
    messages: (total) => `${count(total)}통`,
    noTerm: "항목 없음",
    more: (clients) => `… 외 ${count(clients)}대(--json은 서버 500대까지 보여 줍니다)`,
    enforcement: "거부를 요청하면 반송될 메일:",
    all: (all) => (all === "as drafted" ? "초안 그대로" : `${all} 항목으로 끝내면`),
    refusingFail: (refused) => `fail을 거부하는 서버에서: ${refused}`,
    refusingSoftfail: (refused) => `softfail도 거부하는 서버에서: ${refused}`,
    refused: (messages, clients, newly) =>
      `서버 ${count(clients)}대의 메일 ${count(messages)}통, 그중 당시에 받은 메일 ${count(newly)}통`,
    noneRefused: "거부되는 메일 없음",
    unanswered: (messages) =>
      `메일 ${count(messages)}통은 DNS에서 답을 얻지 못해 결과를 알 수 없습니다(temperror). 수신 서버라면 나중에 다시 받는 메일입니다.`,
    unusable: (messages) =>
      `보낸 서버나 발신 주소가 기록되지 않은 메일 ${count(messages)}통은 판정하지 못했습니다.`,
    unlisted: (clients) => `메일이 적은 서버 ${count(clients)}대는 보여 주지 않습니다.`,
    startsLater: (time) => `메일 기록은 ${time} UTC부터 있습니다. 그 전의 메일은 빠졌습니다.`,
  },
};
