import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "@/lib/spf";
import { suggestRecord } from "@/lib/spf/draft/suggest-record";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { type WhyAnswer, whyJson } from "./answer";
import { whyText } from "./answer-text";
import { diagnose } from "./diagnosis/diagnose";
import { readWhyUrl } from "./read-url";

const RECORD = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
const LINK = "/why.html?sender=kisa%40kisarbl.or.kr&ip=9.8.7.6&receiver=mx.test.com";

async function answerTo(link: string, names: Record<string, string[]>, clientNames: string[] = []) {
  const request = readWhyUrl(link);
  const resolver = zoneResolver(zoneOf(names));
  const asked = mailfromRequest({ ip: request.ip!, envelopeFrom: request.sender!, helo: request.helo ?? "" });
  const mailfrom = await checkHost(asked, resolver, { clock: () => 0, trace: true });
  const suggestion = await suggestRecord(asked, resolver, { clock: () => 0 });
  const checks = { mailfrom, helo: null };
  const known = { request, then: null, suggestion, clientNames };
  const diagnosis = diagnose({ ...known, now: checks });
  return { ...known, checks, now: mailfrom, others: [], diagnosis, retryAfter: null } satisfies WhyAnswer;
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
  const names = { "kisarbl.or.kr": [`TXT ${RECORD}`] };
  const answer = await answerTo(LINK, names, ["dsl-9-8-7-6.dynamic.isp.example"]);
  expect(answer.suggestion.suggested).not.toBeNull();
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
