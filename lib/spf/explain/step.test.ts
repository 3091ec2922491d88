import { expect, test } from "vitest";
import { stepsOf, texts, traceIn } from "./explain.fixture";
import { explainStep } from "./step";

const KISA = {
  "kisarbl.or.kr": ["TXT v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all"],
};

test("the guide's own case says of every term why it does not match, and why the last one does", () => {
  const steps = stepsOf(traceIn(KISA, { ip: "9.8.7.6", from: "kisa@kisarbl.or.kr" }));
  expect(steps.map((step) => texts(explainStep(step, "ko")))).toEqual([
    ["[9.8.7.6] 주소는 [61.251.112.141] 주소와 다릅니다.", "이 항목은 일치하지 않습니다."],
    ["[9.8.7.6] 주소는 [61.251.112.143] 주소와 다릅니다.", "이 항목은 일치하지 않습니다."],
    ["[9.8.7.6] 주소는 [61.251.112.144] 주소와 다릅니다.", "이 항목은 일치하지 않습니다."],
    ["all은 모든 서버와 일치합니다.", "이 항목은 일치합니다. 한정자 [-] 기호에 따라 결과는 fail입니다."],
  ]);
  expect(steps.map((step) => texts(explainStep(step, "en")))).toEqual([
    ["[9.8.7.6] is not [61.251.112.141].", "This term does not match."],
    ["[9.8.7.6] is not [61.251.112.143].", "This term does not match."],
    ["[9.8.7.6] is not [61.251.112.144].", "This term does not match."],
    ["all matches every client.", "This term matches, and its [-] means fail."],
  ]);
  expect(explainStep(steps[0]!, "ko").map(({ rfc }) => rfc)).toEqual([
    "7208#section-5.6",
    "7208#section-4.6.2",
  ]);
});

const ELEVEN = Array.from({ length: 11 }, (_, index) => `MX ${index} mx${index}.example`);
const LONG = `${"a".repeat(60)}.`.repeat(4);

interface Case {
  record: string;
  more?: Record<string, string[]>;
  lines?: string[];
  mail?: { ip?: string; from?: string; helo?: string };
  step?: number;
  shadow?: number;
  ko: string;
  en: string;
}

/** A record of d.example, and a sentence of one of its steps in both languages. */
const CASES: Record<string, Case> = {
  "a network": {
    record: "ip4:192.0.2.8/29 -all",
    ko: "[192.0.2.1] 주소는 [192.0.2.8/29] 대역에 속하지 않습니다.",
    en: "[192.0.2.1] is not in [192.0.2.8/29].",
  },
  "the host of a network's address": {
    record: "a/29 -all",
    lines: ["A 192.0.2.2"],
    ko: "[192.0.2.1] 주소는 [d.example] 호스트의 주소가 있는 [192.0.2.0/29] 대역에 속합니다.",
    en: "[192.0.2.1] is in [192.0.2.0/29], the network around an address of [d.example].",
  },
  "many addresses of a host": {
    record: "a -all",
    lines: ["A 192.0.2.2", "A 192.0.2.3", "A 192.0.2.4", "A 192.0.2.5"],
    ko: "[192.0.2.1] 주소는 [d.example] 호스트의 주소([192.0.2.2], [192.0.2.3], [192.0.2.4] 외 1개) 가운데 어느 것과도 다릅니다.",
    en: "[192.0.2.1] is none of [192.0.2.2], [192.0.2.3], [192.0.2.4] and 1 more, the addresses of [d.example].",
  },
  "a macro": {
    record: "exists:%{ir}.x.example -all",
    ko: "[%{ir}.x.example] 표기를 펼치면 [1.2.0.192.x.example] 이름이 됩니다.",
    en: "[%{ir}.x.example] becomes [1.2.0.192.x.example].",
  },
  "a macro that was cut": {
    record: `exists:%{h}.${LONG}example -all`,
    mail: { helo: "cut.example" },
    ko: `[%{h}.${LONG}example] 표기를 펼치고 253자에 맞추어 왼쪽 레이블을 잘라 내면 [${LONG}example] 이름이 됩니다.`,
    en: `[%{h}.${LONG}example] becomes [${LONG}example], after labels were taken off its left to keep to 253 characters.`,
  },
  "a name that is not there": {
    record: "a:gone.example -all",
    ko: "DNS에 [gone.example] 이름이 없어 A 레코드도 없습니다.",
    en: "DNS has no name [gone.example], so there is no A record.",
  },
  "a name without the type": {
    record: "mx -all",
    ko: "[d.example] 이름은 있지만 MX 레코드가 없습니다.",
    en: "[d.example] has no MX record.",
  },
  "a DNS error": {
    record: "a:error.example -all",
    ko: "[error.example] 이름의 A 레코드를 조회했지만 DNS에서 답을 얻지 못했습니다(응답 시간 초과).",
    en: "DNS gave no answer for the A record of [error.example] (timed out).",
  },
  "the hosts of mx": {
    record: "mx -all",
    lines: ["MX 1 mx.example", "MX 2 b.example"],
    more: { "mx.example": ["A 192.0.2.1"] },
    ko: "MX 호스트 2개 가운데 1개를 조회했습니다(최대 10개).",
    en: "mx has 2 hosts; 1 was looked at, of at most 10.",
  },
  "too many hosts of mx": {
    record: "mx -all",
    lines: ELEVEN,
    ko: "MX 호스트가 11개입니다. 10개까지만 허용되므로 하나도 조회하지 않았습니다.",
    en: "mx has 11 hosts; at most 10 are allowed, so none was looked at.",
  },
  "the third void lookup": {
    record: "a:x.example a:y.example a:z.example -all",
    step: 2,
    ko: "결과가 없는 조회(빈 조회)가 세 번째입니다. 검사 한 번에 2회까지만 허용됩니다.",
    en: "This is the third lookup of the check that DNS had nothing for (void lookup); two are allowed.",
  },
  "the lookups used and left": {
    record: "a:x.example -all",
    ko: "DNS 조회 1회를 썼으며, 10회 가운데 9회가 남았습니다.",
    en: "This used 1 lookup; 9 of 10 are left.",
  },
  "an include that does not pass": {
    record: "include:a.example ~all",
    more: { "a.example": ["TXT v=spf1 -all"] },
    ko: "[a.example] 레코드의 결과는 fail입니다. include는 pass일 때만 일치하며, 그 밖의 결과는 가져오지 않습니다.",
    en: "The record of [a.example] gives fail for the client. include matches on pass only, so whatever else that record says is not taken over.",
  },
  "an include of nothing": {
    record: "include:a.example ~all",
    ko: "[a.example] 도메인에 SPF 레코드가 없습니다. include 대상에는 SPF 레코드가 있어야 합니다.",
    en: "[a.example] has no SPF record, and include needs one.",
  },
  "a redirect": {
    record: "redirect=a.example",
    more: { "a.example": ["TXT v=spf1 -all"] },
    ko: "일치한 메커니즘이 없어 [a.example] 레코드를 대신 적용했으며, 그 결과는 fail입니다.",
    en: "No mechanism matched, so the record of [a.example] takes the place of this one; its result is fail.",
  },
  "what was not reached": {
    record: "+all a",
    step: 1,
    ko: "이 항목에 이르기 전에 결과가 정해져 평가하지 않았습니다.",
    en: "The result was settled before this term, so it was not evaluated.",
  },
  "what would have matched": {
    record: "~all ip4:192.0.2.0/24",
    step: 1,
    shadow: 5,
    ko: "이 항목에 이르기 전에 결과가 정해졌습니다. 여기까지 왔다면 일치했을 것입니다(결과: pass).",
    en: "The result was settled before this term. Had the check come this far, it would have matched: pass.",
  },
  "a redirect in the shadow": {
    record: "ip4:192.0.2.1 redirect=a.example",
    more: { "a.example": ["TXT v=spf1 -all"] },
    step: 1,
    shadow: 5,
    ko: "앞의 메커니즘에서 결과가 정해졌습니다. 여기까지 왔다면 [a.example] 레코드를 대신 적용했을 것입니다(결과: fail).",
    en: "The result was settled by a mechanism. Had the check come this far, the record of [a.example] would have taken the place of this one: fail.",
  },
  "what the shadow had no questions for": {
    record: "ip4:192.0.2.1 mx",
    lines: ["MX 1 mx.example"],
    step: 1,
    shadow: 1,
    ko: "이 항목에 이르기 전에 결과가 정해졌습니다. DNS 질의를 더 늘리지 않으려고 가상으로도 평가하지 않았습니다.",
    en: "The result was settled before this term. What it would have done was not tried, to spare DNS more questions.",
  },
  "the names of a client, which a target's macro asks for too": {
    record: "a:%{p} -all",
    more: { "1.2.0.192.in-addr.arpa": ["PTR a.d.example", "PTR b.d.example"] },
    ko: "보낸 서버의 역방향(PTR) 이름은 2개([a.d.example], [b.d.example])이며, 그중 2개를 검토 대상으로 삼았습니다(최대 10개).",
    en: "The client's address has 2 names ([a.d.example] and [b.d.example]), of at most 10 to be considered.",
  },
  "a name that cannot be asked for, and what it costs": {
    record: "a:%{d}..b.example -all",
    ko: "[d.example..b.example] 이름은 DNS에서 조회할 수 없습니다. 레이블이 비어 있거나 63자를 넘거나, 전체가 253자를 넘습니다. 이 경우의 처리는 RFC에 정해져 있지 않으며, 여기서는 없는 이름으로 봅니다. DNS에 묻지는 않지만 이 항목은 조회 1회로 계산합니다.",
    en: "[d.example..b.example] cannot be asked for in DNS: a label is empty or longer than 63 characters, or the name longer than 253. The RFC leaves open what follows; here it counts as a name that does not exist. DNS is not asked, but the term counts as a lookup.",
  },
  "an address of the other version": {
    record: "ip6:::/0 -all",
    ko: "[192.0.2.1] 주소는 IPv4, [::/0] 대역은 IPv6이므로 서로 일치할 수 없습니다.",
    en: "[192.0.2.1] is an address of IPv4 and [::/0] of IPv6; these never match.",
  },
};

test.each(Object.entries(CASES))(
  "%s",
  (_, { record, more, lines = [], mail, step = 0, shadow = 0, ko, en }) => {
    const trace = traceIn({ "d.example": [`TXT v=spf1 ${record}`, ...lines], ...more }, mail, shadow);
    const told = trace.root!.steps[step]!;
    expect(texts(explainStep(told, "ko"))).toContain(ko);
    expect(texts(explainStep(told, "en"))).toContain(en);
  },
);

test("a network of the other IP version is told of once", () => {
  const [step] = stepsOf(traceIn({ "d.example": ["TXT v=spf1 ip6:2001:db8::/32 -all"] }));
  expect(texts(explainStep(step!, "ko"))).toEqual([
    "[192.0.2.1] 주소는 IPv4, [2001:db8::/32] 대역은 IPv6이므로 서로 일치할 수 없습니다.",
    "이 항목은 일치하지 않습니다.",
  ]);
});
