import { count, phrase as english } from "../explain/en/phrase";
import { phrase as korean } from "../explain/ko/phrase";
import type { Language, Part, Sentence } from "../sentence";
import { TRAFFIC_RULES, type TrafficFinding, type TrafficRule, type TrafficValues } from "./traffic-findings";

type TrafficWords = { [R in TrafficRule]: (values: TrafficValues[R]) => Part[] };

const mails = (number: number) => count(number, "message");
/** What decides for a client that no term names (RFC 7208 section 4.7). */
const NO_TERM = { en: "no term matches it", ko: "해당하는 항목이 없어" };

const EN: TrafficWords = {
  "null-record-sends": ({ domain, servers, messages, ip }) =>
    english`The record allows no server to send. But as far as this log shows, ${count(servers, "server that looks", "servers that look")} like the domain’s own, or like its mail service’s, sent ${mails(messages)} as ${domain} (${[servers > 1 ? "among them " : ""]}${ip}). Authorise what is meant to send, or keep it from sending.`,
  "own-host-uncovered": ({ ip, name, messages, result, term }) =>
    english`${ip}${name === null ? [] : english` (${name})`} looks like the domain’s own server and sent ${mails(messages)}, but the record does not pass it: ${term === null ? [NO_TERM.en] : english`${term} decides`} (${[result]}). If it is yours, authorise it.`,
  "own-hosts-uncovered": ({ servers, messages }) =>
    english`${count(servers, "more server looks", "more servers look")} like the domain’s own and sent ${mails(messages)}, but the record does not pass ${[servers === 1 ? "it" : "them"]} either.`,
  "sends-nothing": ({ domain, messages, days }) =>
    english`As far as this log shows, ${mails(messages)} came as ${domain} in ${count(days, "day")}, none from a server that the record allows or that looks like the domain’s own, and the domain has no mail exchanger (MX). If no mail is sent as it from elsewhere either, publish ${"v=spf1 -all"} instead.`,
};

const KO: TrafficWords = {
  "null-record-sends": ({ domain, servers, messages, ip }) =>
    korean`이 레코드는 어떤 서버도 허용하지 않습니다. 그런데 이 로그에서는 자체 서버나 이용 중인 메일 서비스로 보이는 서버 ${servers}대가 ${domain} 도메인의 이름으로 메일 ${messages}통을 보냈습니다(${ip}${[servers > 1 ? " 등" : ""]}). 메일을 보내야 하는 서버라면 허용하고, 아니라면 그 서버에서 보내지 않게 하세요.`,
  "own-host-uncovered": ({ ip, name, messages, result, term }) =>
    korean`${ip}${name === null ? [] : korean`(${name})`} 주소는 자체 서버로 보이고 메일 ${messages}통을 보냈지만, 이 레코드로 통과하지 못합니다(${term === null ? [NO_TERM.ko] : korean`${term} 항목에서`} ${[result]}). 자체 서버가 맞으면 허용하세요.`,
  "own-hosts-uncovered": ({ servers, messages }) =>
    korean`그 밖에 자체 서버로 보이는 ${servers}대도 메일 ${messages}통을 보냈지만, 이 레코드로 통과하지 못합니다.`,
  "sends-nothing": ({ domain, messages, days }) =>
    korean`이 로그에서는 ${days}일 동안 ${domain} 도메인의 이름으로 온 메일 ${messages}통 가운데, 레코드가 허용하는 서버나 자체 서버로 보이는 곳에서 온 것이 없습니다. 이 도메인에는 메일을 받는 서버(MX)도 없습니다. 다른 곳에서도 이 도메인의 이름으로 메일을 보내지 않는다면 ${"v=spf1 -all"} 레코드를 대신 게시하는 것이 좋습니다.`,
};

const WORDS: Record<Language, TrafficWords> = { ko: KO, en: EN };

/** What a finding about a record and the mail of its domain says. */
export function trafficFindingSentence({ rule, values }: TrafficFinding, language: Language): Sentence {
  // A rule's values are those that its finding was made with.
  const words = WORDS[language][rule] as (given: TrafficFinding["values"]) => Part[];
  return { parts: words(values), rfc: TRAFFIC_RULES[rule].rfc };
}
