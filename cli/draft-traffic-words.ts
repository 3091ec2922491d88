import type { Role, Sender } from "@/lib/spf/senders/sender";
import type { Language } from "@/lib/spf/sentence";
import { count } from "./draft-instants";

const many = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`;

interface TrafficWords {
  head: (domain: string, messages: number, clients: number, period: string) => string;
  nothing: (domain: string, period: string) => string;
  role: Record<Role, string>;
  certainty: Record<Sender["certainty"], string>;
  messages: (total: number) => string;
  notLogged: string;
  fates: (refused: number, tagged: number, delivered: number) => string;
  seen: (first: string, last: string) => string;
  more: (clients: number) => string;
  against: string;
  unknown: string;
  standing: Record<
    | "passes"
    | "passesForger"
    | "some"
    | "added"
    | "costly"
    | "forger"
    | "forwarder"
    | "account"
    | "left"
    | "nameless",
    string
  >;
  terms: (terms: string) => string;
  published: string;
  none: string;
  draft: string;
  suggested: string;
  unchanged: string;
  zone: string;
  noAnswer: string;
  incomplete: string;
  byMessage: string;
  newestOnly: (counted: number) => string;
  unlisted: (clients: number) => string;
  withoutClient: (messages: number) => string;
  startsLater: (time: string) => string;
}

/** What `whyspf draft from-traffic` says to people. In Korean no particle that depends on a sound may follow a value. */
export const TRAFFIC_WORDS: Record<Language, TrafficWords> = {
  en: {
    head: (domain, messages, clients, period) =>
      `${many(messages, "message", "messages")} as ${domain} from ${many(clients, "server", "servers")}, ${period}.`,
    nothing: (domain, period) => `No message as ${domain} is stored, ${period}.`,
    role: {
      own: "own server",
      provider: "mail service",
      forwarder: "forwarder",
      forger: "forger",
      unknown: "not known",
    },
    certainty: { sure: "certain", likely: "likely", weak: "a guess" },
    messages: (total) => many(total, "message", "messages"),
    notLogged: "not logged",
    fates: (refused, tagged, delivered) =>
      `refused ${count(refused)}, tagged ${count(tagged)}, accepted ${count(delivered)}`,
    seen: (first, last) => `seen ${first} – ${last}`,
    more: (clients) => `and ${many(clients, "more server", "more servers")} (--json lists all)`,
    against: "Against it:",
    unknown: "?",
    standing: {
      passes: "The draft passes it.",
      passesForger: "The draft passes it, though it looks like a forger: take out or narrow the term.",
      some: "The draft passes some of its servers.",
      added: "Added to the suggested record.",
      costly: "Not added: its include would take the record over a limit.",
      forger: "Not added: it looks like a forger.",
      forwarder: "Not added: it passes on the mail of others.",
      account: "Not added: authorise it only if you have an account with this service.",
      left: "Not added: find out whose it is first.",
      nameless: "A record cannot name this address.",
    },
    terms: (terms) => `Terms that authorise it: ${terms}`,
    published: "Published record:",
    none: "(none)",
    draft: "Draft:",
    suggested: "Suggested record; check the evidence before it is published:",
    unchanged: "There is nothing to add without asking.",
    zone: "Lines for the DNS zone:",
    noAnswer: "The DNS gave no answer: the published record is not known, and evidence may be missing.",
    incomplete: "Some questions to the DNS got no answer: names, results and roles may be missing.",
    byMessage:
      "Macros of the record use the sender or the HELO name. The results here are for postmaster and the most frequent HELO name of each server; other messages of the same server may get another. `draft replay` tells of each message.",
    newestOnly: (counted) => `Only the newest ${many(counted, "message was", "messages were")} counted.`,
    unlisted: (clients) => `${many(clients, "server", "servers")} with few messages not listed.`,
    withoutClient: (messages) =>
      `${many(messages, "message names", "messages name")} no client and could not be counted.`,
    startsLater: (time) => `Messages are stored from ${time} UTC on; who sent before is not known.`,
  },
  ko: {
    head: (domain, messages, clients, period) =>
      `${domain} 도메인의 이름으로 온 메일 ${count(messages)}통, 보낸 서버 ${count(clients)}대(${period})`,
    nothing: (domain, period) => `${domain} 도메인의 이름으로 온 메일이 없습니다(${period}).`,
    role: {
      own: "자체 서버",
      provider: "메일 서비스",
      forwarder: "전달 서버",
      forger: "주소 도용",
      unknown: "알 수 없음",
    },
    certainty: { sure: "확실", likely: "유력", weak: "추정" },
    messages: (total) => `${count(total)}통`,
    notLogged: "기록 없음",
    fates: (refused, tagged, delivered) =>
      `거부 ${count(refused)}, 표시하고 받음 ${count(tagged)}, 그대로 받음 ${count(delivered)}`,
    seen: (first, last) => `처음 – 마지막: ${first} – ${last}`,
    more: (clients) => `외 ${count(clients)}대(전체는 --json)`,
    against: "반대 근거:",
    unknown: "?",
    standing: {
      passes: "초안에서 통과합니다.",
      passesForger:
        "주소를 도용하는 것으로 보이는 서버가 초안에서 통과합니다. 통과시키는 항목을 빼거나 좁히세요.",
      some: "일부 서버만 초안에서 통과합니다.",
      added: "제안하는 레코드에 넣었습니다.",
      costly: "넣지 않았습니다. 이 서비스의 include를 넣으면 레코드가 한도를 넘습니다.",
      forger: "넣지 않았습니다. 주소를 도용하는 서버로 보입니다.",
      forwarder: "넣지 않았습니다. 다른 사람이 받은 메일을 전달하는 서버로 보입니다.",
      account: "넣지 않았습니다. 이 서비스에 계정이 있을 때만 허용하세요.",
      left: "넣지 않았습니다. 누구의 서버인지 먼저 확인하세요.",
      nameless: "레코드에 적을 수 없는 주소입니다.",
    },
    terms: (terms) => `허용하는 항목: ${terms}`,
    published: "게시된 레코드:",
    none: "(없음)",
    draft: "초안:",
    suggested: "제안하는 레코드입니다. 게시하기 전에 근거를 확인하세요:",
    unchanged: "확인 없이 넣어도 되는 서버가 더 없습니다.",
    zone: "DNS에 등록할 줄(존 파일 형식):",
    noAnswer: "DNS에서 답을 얻지 못해 게시된 레코드를 알 수 없습니다. 판단 근거도 빠졌을 수 있습니다.",
    incomplete: "DNS에서 일부 답을 얻지 못했습니다. 이름이나 결과, 판단 일부가 빠졌을 수 있습니다.",
    byMessage:
      "레코드의 매크로가 보낸 주소나 HELO 이름을 씁니다. 여기 결과는 postmaster 주소와 서버마다 가장 자주 쓴 HELO 이름으로 판정한 것이라, 같은 서버의 다른 메일은 결과가 다를 수 있습니다. draft replay 명령은 메일마다 판정합니다.",
    newestOnly: (counted) => `메일이 많아 최근 ${count(counted)}통만 집계했습니다.`,
    unlisted: (clients) => `메일이 적은 서버 ${count(clients)}대는 보여 주지 않습니다.`,
    withoutClient: (messages) => `보낸 서버가 기록되지 않은 메일 ${count(messages)}통은 집계하지 못했습니다.`,
    startsLater: (time) => `메일 기록은 ${time} UTC부터 있습니다. 그 전에 보낸 서버는 알 수 없습니다.`,
  },
};

export type { TrafficWords };
