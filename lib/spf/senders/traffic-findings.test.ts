import { describe, expect, test } from "vitest";
import { LANGUAGES, textOf } from "../sentence";
import { AS_MANY, ATTACKS, BURST, GOOGLE, HONEST, named, RECEIVING } from "./clients.fixture";
import { groupSenders } from "./groups";
import type { Sender } from "./sender";
import { results, sender } from "./sender.fixture";
import { type Traffic, type TrafficFinding, trafficFindings } from "./traffic-findings";
import { trafficFindingSentence } from "./traffic-words";

const NULL = "v=spf1 -all";
const RECORD = "v=spf1 ip4:192.0.2.1 ~all";
const OWN = { ip: "203.0.113.9", ...named("news.example.com") };
/** A record's text around the place that is found. */
type Placed = [before: string, place: string, after: string];

function findings(draft: string, senders: Sender[], changes: Partial<Traffic> = {}): TrafficFinding[] {
  const told = { domain: "example.com", isWhole: true, days: 40, hasExchanger: false, isByMessage: false };
  return trafficFindings({ ...told, draft, groups: groupSenders(senders), ...changes });
}

const rules = (...given: Parameters<typeof findings>) => findings(...given).map(({ rule }) => rule);
const placesIn = (draft: string, found: TrafficFinding[]) =>
  found.map(({ rule, from, to }) => [rule, draft.slice(from, to), from]);

const news = (dns: Parameters<typeof sender>[1] = {}) => sender({}, { ...named("news.example.com"), ...dns });
const stranger = (...[given, dns]: Parameters<typeof sender>) =>
  sender({ ...BURST, helos: ["[203.0.113.9]"], ...given }, dns);

describe("a record that allows nobody", () => {
  test.each<Placed>([
    ["v=spf1 ", "-all", ""],
    ["v=spf1 -ip4:192.0.2.1 ", "~all", " ip4:192.0.2.2"],
    ["v=spf1 ", "?all", " redirect=other.example"],
    ["", "v=spf1 -mx", ""],
    ["", "v=spf1", ""],
  ])("is to blame where an own server sends: %j%j%j", (...placed) => {
    const draft = placed.join("");
    expect(findings(draft, [news()])).toEqual([
      {
        rule: "null-record-sends",
        severity: "warning",
        from: placed[0].length,
        to: placed[0].length + placed[1].length,
        values: { domain: "example.com", servers: 1, messages: 40, ip: "203.0.113.9" },
      },
    ]);
  });

  test.each<[string, Sender[], boolean]>([
    ["a provider that receives the domain's mail", [sender({}, { provider: RECEIVING })], true],
    ["a provider's server with a name of the domain", [sender({}, { ...OWN, provider: GOOGLE })], true],
    ["a provider that anyone can use", [sender({}, { provider: GOOGLE })], false],
    ["years through such a provider", [sender({ days: 900, total: 90_000 }, { provider: GOOGLE })], false],
    ["an own server that looks only a little so", [sender(AS_MANY, { isOwnHost: true })], false],
    ["a forger with thousands of messages", [stranger()], false],
    ["nobody", [], false],
  ])("with %s: %#", (_, senders, isFound) =>
    expect(rules(NULL, senders)).toEqual(isFound ? ["null-record-sends"] : []),
  );

  test("counts only those that are tied to the domain, and names the one with most mail", () => {
    const senders = [stranger(), news(), sender({ ip: "203.0.113.10", total: 90 }, { isOwnHost: true })];
    expect(findings(NULL, senders)[0]!.values).toEqual({
      domain: "example.com",
      servers: 2,
      messages: 130,
      ip: "203.0.113.10",
    });
  });

  test("is not to blame for what DNS did not tell, nor where there is no record, nor for a mistake in it", () => {
    expect(rules(NULL, [news({ draft: null })])).toEqual([]);
    expect(rules("", [news({ draft: "none" })])).toEqual([]);
    expect(rules("v=spf1 -al", [news({ draft: "permerror" })])).toEqual([]);
  });
});

describe("an own server that a record does not pass", () => {
  test.each<[Placed, Parameters<typeof news>[0]]>([
    [["v=spf1 ip4:192.0.2.1 ", "-all", ""], {}],
    [["v=spf1 ip4:192.0.2.1 ", "~all", ""], { draft: "softfail", draftTerm: "~all" }],
    [["v=spf1 ", "-ip4:203.0.113.9", " ip4:203.0.113.0/24 -all"], { draftTerm: "-ip4:203.0.113.9" }],
    [["v=spf1 mx ", "redirect=other.example", ""], { draftTerm: "-all" }],
    [["v=spf1 mx", "", ""], { draft: "neutral", draftTerm: null }],
  ])("is found at the term that decides: %j", (placed, dns) => {
    const one = news(dns);
    const [finding, ...rest] = findings(placed.join(""), [one]);
    const values = { ip: "203.0.113.9", name: "news.example.com", messages: 40 };
    expect(rest).toEqual([]);
    expect(finding).toEqual({
      rule: "own-host-uncovered",
      severity: "warning",
      from: placed[0].length,
      to: placed[0].length + placed[1].length,
      values: { ...values, result: one.draft, term: one.draftTerm },
    });
  });

  test.each<[string, Sender]>([
    ["one that passes", news({ draft: "pass" })],
    ["one that DNS did not tell of", news({ draft: null })],
    ["one that looks only a little so", sender(AS_MANY, { isOwnHost: true })],
    ["a mail service's", sender({}, { provider: RECEIVING })],
    ["an inside address", sender({ ip: "10.0.0.5" }, { isOwnHost: true })],
  ])("is not %s", (_, one) => expect(rules(RECORD, [one])).toEqual([]));

  test("is not told where other messages of it may pass", () =>
    expect(rules(RECORD, [news()], { isByMessage: true })).toEqual([]));

  test("is named one by one up to five, those with most mail; the rest is counted", () => {
    const many = (count: number, change: (n: number) => Parameters<typeof news>[0] = () => ({})) =>
      Array.from({ length: count }, (_, n) =>
        sender({ ip: `203.0.113.${n + 1}`, total: n + 1 }, { isOwnHost: true, ...change(n) }),
      );
    expect(findings("v=spf1 mx -all", many(5))).toHaveLength(5);
    const draft = "v=spf1 mx -all";
    const found = findings(draft, many(8));
    expect(found.map(({ values }) => ("ip" in values ? values.ip : values))).toEqual([
      ...[8, 7, 6, 5, 4].map((n) => `203.0.113.${n}`),
      { servers: 3, messages: 6 },
    ]);
    expect(placesIn(draft, found).at(-1)).toEqual(["own-hosts-uncovered", "-all", 10]);
    const two = "v=spf1 mx -ip4:203.0.113.1 -all";
    const differing = findings(
      two,
      many(7, (n) => (n === 0 ? { draftTerm: "-ip4:203.0.113.1" } : {})),
    );
    expect(placesIn(two, differing).at(-1)).toEqual(["own-hosts-uncovered", two, 0]);
  });
});

describe("a record that allows servers of a domain that sends nothing", () => {
  test.each<Placed>([
    ["v=spf1 ", "ip4:192.0.2.1", " -all"],
    ["v=spf1 ", "mx ?a ip4:192.0.2.1", " ~all"],
    ["v=spf1 -a ", "include:a.example", " -all mx"],
    ["v=spf1 ", "redirect=a.example mx", ""],
  ])("is found from the first term that allows to the last: %j%j%j", (...placed) =>
    expect(findings(placed.join(""), [stranger()])).toEqual([
      {
        rule: "sends-nothing",
        severity: "info",
        from: placed[0].length,
        to: placed[0].length + placed[1].length,
        values: { domain: "example.com", messages: 10_000, days: 40 },
      },
    ]),
  );

  test.each<[string, Partial<Traffic>]>([
    ["less than four weeks are stored", { days: 27 }],
    ["not all was looked at", { isWhole: false }],
    ["it receives mail", { hasExchanger: true }],
    ["DNS did not say whether it receives mail", { hasExchanger: null }],
    ["messages may end otherwise", { isByMessage: true }],
    ["nobody sent", { groups: [] }],
  ])("is not, where %s", (_, changes) => expect(rules(RECORD, [stranger()], changes)).toEqual([]));

  test.each<[string, Sender]>([
    ["that the record passes", stranger({}, { draft: "pass" })],
    ["that the published record passes", stranger({}, { published: "pass", isPublishedOpen: true })],
    ["that passed", stranger({ results: results({ pass: 1, fail: 9_999 }) })],
    ["that looks its own only a little", sender(AS_MANY, { isOwnHost: true })],
    ["near its own", stranger({}, { isNearOwnHost: true })],
    ["of a mail service", sender({}, { provider: GOOGLE })],
    ["that passes on what somebody sent", sender(AS_MANY, named("mx.example.net"))],
    ["inside", sender({ ip: "10.0.0.5" })],
    ["of which DNS did not tell", stranger({}, { draft: null })],
  ])("is not, where a server sent %s", (_, one) => {
    expect(rules(RECORD, [stranger({ ip: "203.0.113.8" }), one])).not.toContain("sends-nothing");
  });

  test("of v=spf1 -all there is nothing to say", () => expect(rules(NULL, [stranger()])).toEqual([]));
});

test.each(ATTACKS)("an attacker makes no finding of his client: %s", (_, __, given, dns) => {
  const one = sender(given, dns);
  for (const draft of [NULL, RECORD, "v=spf1 redirect=a.example"])
    expect(rules(draft, [one], { hasExchanger: true })).toEqual([]);
});

test.each(HONEST.filter(([, guess]) => /^own .*weak|^unknown|^forwarder/.test(guess)))(
  "what is hard to place makes none either: %s",
  (_, __, given, dns) => {
    for (const draft of [NULL, RECORD])
      expect(rules(draft, [sender(given, dns)], { hasExchanger: true })).toEqual([]);
  },
);

describe("what is said", () => {
  const SAID: [TrafficFinding["rule"], TrafficFinding["values"], ko: string, en: string][] = [
    [
      "null-record-sends",
      { domain: "example.com", servers: 2, messages: 130, ip: "192.0.2.9" },
      "이 레코드는 어떤 서버도 허용하지 않습니다. 그런데 이 로그에서는 자체 서버나 이용 중인 메일 서비스로 보이는 서버 2대가 «example.com» 도메인의 이름으로 메일 130통을 보냈습니다(«192.0.2.9» 등). 메일을 보내야 하는 서버라면 허용하고, 아니라면 그 서버에서 보내지 않게 하세요.",
      "The record allows no server to send. But as far as this log shows, 2 servers that look like the domain’s own, or like its mail service’s, sent 130 messages as «example.com» (among them «192.0.2.9»). Authorise what is meant to send, or keep it from sending.",
    ],
    [
      "null-record-sends",
      { domain: "example.com", servers: 1, messages: 1, ip: "192.0.2.9" },
      "이 레코드는 어떤 서버도 허용하지 않습니다. 그런데 이 로그에서는 자체 서버나 이용 중인 메일 서비스로 보이는 서버 1대가 «example.com» 도메인의 이름으로 메일 1통을 보냈습니다(«192.0.2.9»). 메일을 보내야 하는 서버라면 허용하고, 아니라면 그 서버에서 보내지 않게 하세요.",
      "The record allows no server to send. But as far as this log shows, 1 server that looks like the domain’s own, or like its mail service’s, sent 1 message as «example.com» («192.0.2.9»). Authorise what is meant to send, or keep it from sending.",
    ],
    [
      "own-host-uncovered",
      { ip: "192.0.2.9", name: "news.example.com", messages: 40, result: "fail", term: "-all" },
      "«192.0.2.9»(«news.example.com») 주소는 자체 서버로 보이고 메일 40통을 보냈지만, 이 레코드로 통과하지 못합니다(«-all» 항목에서 fail). 자체 서버가 맞으면 허용하세요.",
      "«192.0.2.9» («news.example.com») looks like the domain’s own server and sent 40 messages, but the record does not pass it: «-all» decides (fail). If it is yours, authorise it.",
    ],
    [
      "own-host-uncovered",
      { ip: "192.0.2.9", name: null, messages: 1, result: "neutral", term: null },
      "«192.0.2.9» 주소는 자체 서버로 보이고 메일 1통을 보냈지만, 이 레코드로 통과하지 못합니다(해당하는 항목이 없어 neutral). 자체 서버가 맞으면 허용하세요.",
      "«192.0.2.9» looks like the domain’s own server and sent 1 message, but the record does not pass it: no term matches it (neutral). If it is yours, authorise it.",
    ],
    [
      "own-hosts-uncovered",
      { servers: 1, messages: 6 },
      "그 밖에 자체 서버로 보이는 1대도 메일 6통을 보냈지만, 이 레코드로 통과하지 못합니다.",
      "1 more server looks like the domain’s own and sent 6 messages, but the record does not pass it either.",
    ],
    [
      "sends-nothing",
      { domain: "example.com", messages: 12, days: 40 },
      "이 로그에서는 40일 동안 «example.com» 도메인의 이름으로 온 메일 12통 가운데, 레코드가 허용하는 서버나 자체 서버로 보이는 곳에서 온 것이 없습니다. 이 도메인에는 메일을 받는 서버(MX)도 없습니다. 다른 곳에서도 이 도메인의 이름으로 메일을 보내지 않는다면 «v=spf1 -all» 레코드를 대신 게시하는 것이 좋습니다.",
      "As far as this log shows, 12 messages came as «example.com» in 40 days, none from a server that the record allows or that looks like the domain’s own, and the domain has no mail exchanger (MX). If no mail is sent as it from elsewhere either, publish «v=spf1 -all» instead.",
    ],
  ];

  test.each(SAID)("by %s", (rule, values, ko, en) => {
    const finding = { rule, severity: "info", from: 0, to: 0, values } as TrafficFinding;
    const said = LANGUAGES.map((language) =>
      textOf(trafficFindingSentence(finding, language).parts, (quoted) => `«${quoted}»`),
    );
    expect(said).toEqual([ko, en]);
  });
});
