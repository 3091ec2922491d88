import { expect, test } from "vitest";
import { recordsOf, texts, traceIn } from "./explain.fixture";
import { explainRecord } from "./record";

/** The lines of a.example, which d.example redirects to, and what is then told of it in both languages. */
const CASES: Record<string, [lines: string[] | null, ko: string[], en: string[]]> = {
  "no name": [
    null,
    ["DNS에 [a.example] 이름이 없어 SPF 레코드도 없습니다."],
    ["DNS has no name [a.example], so there is no SPF record."],
  ],
  "no TXT": [
    ["A 192.0.2.1"],
    ["[a.example] 도메인에 TXT 레코드가 없어 SPF 레코드도 없습니다."],
    ["[a.example] has no TXT record, so no SPF record either."],
  ],
  "no SPF among the TXT": [
    ["TXT words", "TXT v=spf10 -all"],
    ["[a.example] 도메인의 TXT 레코드 2개 가운데 v=spf1로 시작하는 것이 없습니다."],
    ["[a.example] has 2 TXT records, but none that begins with v=spf1."],
  ],
  several: [
    ["TXT v=spf1 -all", "TXT v=spf1", "TXT words"],
    ["[a.example] 도메인에 SPF 레코드가 2개 있습니다. 하나만 허용되므로 결과는 permerror입니다."],
    ["[a.example] has 2 SPF records. Only one is allowed, so the result is permerror."],
  ],
  "no answer": [
    ["TIMEOUT"],
    [
      "[a.example] 도메인의 TXT 레코드를 조회했지만 DNS에서 답을 얻지 못해(응답 시간 초과) SPF 레코드를 알 수 없습니다.",
    ],
    ["DNS gave no answer for the TXT record of [a.example] (timed out), so its SPF record is not known."],
  ],
  broken: [
    ["TXT v=spf1 moo"],
    [
      "[a.example] 도메인의 SPF 레코드: [v=spf1 moo]",
      "[moo] 메커니즘은 없습니다. 쓸 수 있는 메커니즘은 all, include, a, mx, ptr, ip4, ip6, exists입니다.",
      "이 레코드에는 문법 오류가 1개 있습니다. 한 곳이라도 틀리면 평가를 시작하지 않고 전체가 permerror가 됩니다.",
    ],
    [
      "[a.example] publishes [v=spf1 moo]",
      "[moo] is no mechanism; there are all, include, a, mx, ptr, ip4, ip6 and exists.",
      "The record has 1 syntax error. One anywhere makes all of it permerror, before anything is evaluated.",
    ],
  ],
  "no match": [
    ["TXT v=spf1 ip4:192.0.2.9"],
    [
      "[a.example] 도메인의 SPF 레코드: [v=spf1 ip4:192.0.2.9]",
      "일치한 항목이 없고 적용할 redirect도 없으므로 이 레코드의 결과는 neutral입니다.",
    ],
    [
      "[a.example] publishes [v=spf1 ip4:192.0.2.9]",
      "No term matches and there is no redirect to follow, so the record gives neutral.",
    ],
  ],
  "an error at a term": [
    ["TXT v=spf1 a:error.example -all"],
    [
      "[a.example] 도메인의 SPF 레코드: [v=spf1 a:error.example -all]",
      "[a:error.example] 항목에서 이 레코드의 검사가 temperror로 끝났습니다.",
    ],
    [
      "[a.example] publishes [v=spf1 a:error.example -all]",
      "The check of this record ended at [a:error.example] with temperror.",
    ],
  ],
};

test.each(Object.entries(CASES))("%s", (_, [lines, ko, en]) => {
  const names = { "d.example": ["TXT v=spf1 redirect=a.example"], ...(lines && { "a.example": lines }) };
  const record = recordsOf(traceIn(names))[1]!;
  expect(texts(explainRecord(record, "ko"))).toEqual([
    "redirect에 따라 [a.example] 레코드를 확인합니다. 그 결과가 그대로 적용됩니다.",
    ...ko,
  ]);
  expect(texts(explainRecord(record, "en"))).toEqual([
    "[a.example] is asked for a redirect: its result becomes the result.",
    ...en,
  ]);
});

test("a record that an include's void lookup ended says so, and one that redirects names the redirect", () => {
  const trace = traceIn({ "d.example": ["TXT v=spf1 a:x.example a:y.example include:a.example -all"] });
  const [first, included] = recordsOf(trace);
  expect(texts(explainRecord(included!, "ko")).at(-1)).toBe(
    "결과가 없는 조회(빈 조회)가 세 번째입니다. 2회까지만 허용되므로 결과는 permerror입니다.",
  );
  expect(texts(explainRecord(first!, "en")).at(-1)).toBe(
    "The check of this record ended at [include:a.example] with permerror.",
  );
});
