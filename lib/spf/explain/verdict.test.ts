import { expect, test } from "vitest";
import { LANGUAGES } from "../sentence";
import type { ExplanationTrace } from "../trace";
import { CASES, texts, traceIn } from "./explain.fixture";
import { explainVerdict } from "./verdict";

test("the guide's own case: the verdict first, then the limits, then the domain's words", () => {
  const record = "TXT v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
  const trace = traceIn({ "kisarbl.or.kr": [record] }, { ip: "9.8.7.6", from: "kisa@kisarbl.or.kr" });
  expect(texts(explainVerdict(trace, "ko"))).toEqual([
    "fail: [9.8.7.6] 서버는 [kisarbl.or.kr] 도메인의 메일을 보낼 수 없습니다([kisarbl.or.kr] 레코드의 [-all] 항목).",
    "DNS 조회는 0회(한도 10회), 그중 빈 조회는 0회(한도 2회)였습니다.",
    "[kisarbl.or.kr] 도메인은 따로 설명문(exp)을 두지 않았습니다.",
  ]);
  expect(texts(explainVerdict(trace, "en"))).toEqual([
    "fail: [9.8.7.6] is not allowed to send mail for [kisarbl.or.kr] (by [-all] in the record of [kisarbl.or.kr]).",
    "The check used 0 lookups (at most 10), of which 0 came back void (at most 2).",
    "[kisarbl.or.kr] gives no explanation of its own (there is no exp).",
  ]);
});

test("the way through redirects and failing includes is told, and what made an include match", () => {
  const far = traceIn({
    "d.example": ["TXT v=spf1 redirect=a.example"],
    "a.example": ["TXT v=spf1 include:b.example -all"],
    "b.example": ["TXT v=spf1 moo"],
  });
  expect(texts(explainVerdict(far, "ko")).slice(0, 3)).toEqual([
    "permerror: [d.example] 도메인에서 [192.0.2.1] 서버의 허용 여부를 판단할 수 없습니다. [b.example] 레코드에 문법 오류가 있습니다.",
    "[b.example] 레코드에 이른 경로: [redirect=a.example] → [include:b.example]",
    "[moo] 메커니즘은 없습니다. 쓸 수 있는 메커니즘은 all, include, a, mx, ptr, ip4, ip6, exists입니다.",
  ]);
  const passing = traceIn({
    "d.example": ["TXT v=spf1 include:a.example -all"],
    "a.example": ["TXT v=spf1 redirect=b.example"],
    "b.example": ["TXT v=spf1 ip4:192.0.2.0/24 ~all"],
  });
  expect(texts(explainVerdict(passing, "en")).slice(0, 2)).toEqual([
    "pass: [192.0.2.1] is allowed to send mail for [d.example] (by [include:a.example] in the record of [d.example]).",
    "[include:a.example] matches because the client passes by [ip4:192.0.2.0/24] in the record of [b.example].",
  ]);
});

test.each([
  ["TXT v=spf1 include:gone.example -all", "permerror", "include:gone.example"],
  ["TXT v=spf1 redirect=gone.example", "permerror", "redirect=gone.example"],
  ["TXT v=spf1 include:a..b.example -all", "permerror", "include:a..b.example"],
  ["TXT v=spf1 redirect=a..b.example", "permerror", "redirect=a..b.example"],
])("of nested includes the dead one is named, with its record: %s", (record, result, term) => {
  const trace = traceIn({ "d.example": ["TXT v=spf1 include:b.example -all"], "b.example": [record] });
  const [verdict, path] = texts(explainVerdict(trace, "en"));
  expect(verdict!.startsWith(`${result}: `)).toBe(true);
  expect(verdict).toContain(`[${term}] in the record of [b.example] `);
  expect(path).toBe("The way to the record of [b.example] is [include:b.example].");
  const [korean] = texts(explainVerdict(trace, "ko"));
  expect(korean).toContain(`[b.example] 레코드의 [${term}] 항목`);
});

test("an include that is dead itself is named in its own record", () => {
  const trace = traceIn({ "d.example": ["TXT v=spf1 include:gone.example -all"] });
  const [verdict, next] = texts(explainVerdict(trace, "en"));
  expect(verdict).toContain("[include:gone.example] in the record of [d.example] ");
  expect(next).not.toContain("The way to");
});

/** What stands at e.example for each end of an explanation's look-up, and how the sentence begins in both languages. */
const EXPLANATIONS: Record<
  NonNullable<ExplanationTrace["reason"]>,
  [lines: string[], ko: string, en: string]
> = {
  given: [
    ["TXT not %{i}"],
    "도메인이 공개한 설명문: [not 192.0.2.1]",
    "The domain's own explanation: [not 192.0.2.1]",
  ],
  "no-record": [[], "도메인이 설명문의 위치를", "The domain refers to an explanation at [e.example]"],
  "dns-error": [
    ["TIMEOUT"],
    "도메인의 설명문을 얻지 못했습니다. [e.example]",
    "The domain's explanation at [e.example] could",
  ],
  "several-records": [
    ["TXT a", "TXT b"],
    "도메인의 설명문을 쓰지 않았습니다.",
    "The domain's explanation at [e.example] was",
  ],
  syntax: [["TXT %{x}"], "도메인의 설명문을 쓰지 않았습니다.", "The domain's explanation at [e.example] was"],
  "not-ascii": [
    ["TXT \u00e4"],
    "도메인의 설명문을 쓰지 않았습니다.",
    "The domain's explanation at [e.example] was",
  ],
  "invalid-target": [
    [],
    "도메인의 설명문을 얻지 못했습니다. [%{d}..e.example]",
    "The domain's explanation could not be had",
  ],
};

test.each(Object.entries(EXPLANATIONS))("an explanation that is %s", (reason, [lines, ko, en]) => {
  const target = reason === "invalid-target" ? "%{d}..e.example" : "e.example";
  const trace = traceIn({ "d.example": [`TXT v=spf1 -all exp=${target}`], "e.example": lines });
  expect(trace.explanation?.reason).toBe(reason);
  for (const language of LANGUAGES) {
    const last = explainVerdict(trace, language).slice(-1);
    expect(texts(last)[0]!.startsWith(language === "ko" ? ko : en)).toBe(true);
    expect(last[0]!.rfc).toMatch(/^7208#section-/);
  }
});

test("every verdict begins with its result and names the client or the domain, and no two are the same", () => {
  for (const language of LANGUAGES) {
    const told = Object.values(CASES).map(([lines, mail]) => {
      const trace = traceIn({ "d.example": lines }, mail);
      const [first] = explainVerdict(trace, language);
      expect(texts([first!])[0]!.startsWith(`${trace.result}: `)).toBe(true);
      expect(first!.parts).toContainEqual({ quoted: trace.ip });
      expect(first!.rfc).toMatch(/^7208#section-/);
      return first!.parts.filter((part) => typeof part === "string").join("");
    });
    // Both ways to fail are one verdict.
    expect(new Set(told).size).toBe(told.length - 1);
  }
});
