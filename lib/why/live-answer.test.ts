import { describe, expect, test } from "vitest";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { type LiveOptions, liveAnswer } from "./live-answer";
import { readWhyUrl } from "./read-url";

const ZONE = {
  "d.example": ["TXT v=spf1 ip4:198.51.100.1 -all"],
  "mail.d.example": ["TXT v=spf1 a -all", "A 9.8.7.6"],
  "6.7.8.9.in-addr.arpa": ["PTR mail.d.example"],
};

async function answerTo(query: string, options: Partial<LiveOptions> = {}) {
  const request = readWhyUrl(`/why?${query}`);
  const resolver = zoneResolver(zoneOf(ZONE));
  const found = await liveAnswer(
    { ...request, ip: request.ip! },
    { resolver, clock: () => 0, then: null, ...options },
  );
  return { ...found, asked: resolver.asked };
}

describe("what is checked, and what is suggested", () => {
  test.each<[string, string | undefined, string | undefined, string | undefined, string | undefined]>([
    ["sender=a@d.example&ip=9.8.7.6", "fail", undefined, "fail", "d.example"],
    ["sender=a@d.example&helo=mail.d.example&ip=9.8.7.6", "fail", "pass", "fail", "d.example"],
    ["id=helo&sender=a@d.example&helo=mail.d.example&ip=9.8.7.6", "fail", "pass", "pass", undefined],
    ["id=helo&sender=a@d.example&helo=mail.d.example&ip=9.8.7.7", "fail", "fail", "fail", "mail.d.example"],
    ["helo=mail.d.example&ip=9.8.7.7", undefined, "fail", "fail", "mail.d.example"],
  ])("%s", async (query, mailfrom, helo, now, suggested) => {
    const answer = await answerTo(query);
    expect([answer.checks.mailfrom?.result, answer.checks.helo?.result]).toEqual([mailfrom, helo]);
    expect(answer.now?.result).toBe(now);
    expect(answer.suggestion?.domain).toBe(suggested);
  });
});

test("a client that passes is told how the record stands only where that is wanted", async () => {
  const query = "sender=a@mail.d.example&ip=9.8.7.6";
  const [plain, always] = [await answerTo(query), await answerTo(query, { isAlways: true })];
  expect([plain.now!.result, plain.suggestion, plain.clientNames]).toEqual([
    "pass",
    null,
    ["mail.d.example"],
  ]);
  expect(always.suggestion).toMatchObject({ noneBecause: "already-passes", lookups: 1 });
});

test("the questions of the suggestion go where they are to", async () => {
  const suggesting = zoneResolver(zoneOf({ "d.example": ["TXT v=spf1 a -all"] }));
  const { now, suggestion } = await answerTo("sender=a@d.example&ip=9.8.7.6", { suggesting });
  expect(now!.mechanism).toBe("-all");
  expect(suggestion!.published).toBe("v=spf1 a -all");
  expect(suggesting.asked).toBeGreaterThan(0);
});
