import { expect, test } from "vitest";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { type WhyAnswer, whyJson } from "./answer";
import { whyText } from "./answer-text";
import { liveAnswer } from "./live-answer";
import { readWhyUrl } from "./read-url";

const RECORD = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
const LINK = "/why.html?sender=kisa%40kisarbl.or.kr&ip=9.8.7.6&receiver=mx.test.com";

async function answerTo(link: string, names: Record<string, string[]>): Promise<WhyAnswer> {
  const request = readWhyUrl(link);
  const resolver = zoneResolver(zoneOf(names));
  const live = await liveAnswer({ ...request, ip: request.ip! }, { resolver, clock: () => 0, then: null });
  return { ...live, others: [], retryAfter: null };
}

test("an answer has the published form", async () => {
  expect(whyJson(await answerTo(LINK, { "kisarbl.or.kr": [`TXT ${RECORD}`] }))).toEqual({
    request: {
      identity: "mailfrom",
      sender: "kisa@kisarbl.or.kr",
      helo: null,
      ip: "9.8.7.6",
      receiver: "mx.test.com",
      problems: [],
    },
    now: { result: "fail", lookups: 0, voidLookups: 0, explanation: null, trace: expect.anything() },
    then: null,
    diagnosis: { kind: "unlisted", who: "sender", certainty: "possible" },
    suggestion: {
      record: RECORD.replace(" -all", " ip4:9.8.7.6 -all"),
      zoneLines: [`kisarbl.or.kr. IN TXT "${RECORD.replace(" -all", " ip4:9.8.7.6 -all")}"`],
    },
  });
});

test("no record is suggested that would authorise a subscriber's line", async () => {
  const names = {
    "kisarbl.or.kr": [`TXT ${RECORD}`],
    "6.7.8.9.in-addr.arpa": ["PTR dsl-9-8-7-6.dynamic.isp.example"],
    "dsl-9-8-7-6.dynamic.isp.example": ["A 9.8.7.6"],
  };
  const answer = await answerTo(LINK, names);
  expect(answer.clientNames).toEqual(["dsl-9-8-7-6.dynamic.isp.example"]);
  expect(answer.suggestion!.suggested).not.toBeNull();
  expect(whyJson(answer).suggestion).toBeNull();
});

test.each(["ko", "en"] as const)(
  "the plain text says verdict, who must act, and the record (%s)",
  async (language) => {
    const text = whyText(await answerTo(LINK, { "kisarbl.or.kr": [`TXT ${RECORD}`] }), language);
    expect(text).toMatch(/^fail: /);
    expect(text).toContain("ip4:9.8.7.6 -all");
    expect(/[가-힣]/.test(text)).toBe(language === "ko");
  },
);

test("of a link that tells nothing there is nothing but what is missing", () => {
  const request = readWhyUrl("/why");
  const nothing: WhyAnswer = {
    ...{ request, checks: { mailfrom: null, helo: null }, now: null, then: null, others: [] },
    ...{ clientNames: [], diagnosis: null, suggestion: null, retryAfter: null },
  };
  expect(whyJson(nothing)).toMatchObject({ now: null, diagnosis: null, suggestion: null });
  expect(whyText({ ...nothing, retryAfter: 7 }, "en")).toContain("in 7 seconds");
});
