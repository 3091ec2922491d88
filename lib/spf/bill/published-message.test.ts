import { expect, test } from "vitest";
import { LANGUAGES, textOf } from "../sentence";
import { billOf } from "./bill.fixture";
import type { Finding } from "./finding";
import { lintPublished } from "./published-lint";
import { publishedMessage } from "./published-message";
import { PUBLISHED_RULES, type PublishedRule } from "./published-rules";

const ZONE = {
  "d.example": ["TXT v=spf1 include:e.example -all"],
  "e.example": ["TXT v=spf1 a:gone.example -all"],
};

const shown = (finding: Finding, language: "ko" | "en") =>
  textOf(publishedMessage(finding, language).parts, (quoted) => `‹${quoted}›`);

test("a finding is said in both languages, with the record it is about and the section it rests on", () => {
  const [finding] = lintPublished(billOf(ZONE)) as [Finding];
  expect(shown(finding, "en")).toBe(
    "In the record of ‹e.example›: ‹a:gone.example› finds no address at ‹gone.example›, so it matches no sender.",
  );
  expect(shown(finding, "ko")).toBe(
    "‹e.example› 도메인의 레코드에서: ‹a:gone.example› 항목이 가리키는 ‹gone.example› 이름에 주소가 없어, 이 항목에 해당하는 서버가 없습니다.",
  );
  expect(publishedMessage(finding, "ko").rfc).toBe("7208#section-5.3");
});

/** Values that any rule may ask for; texts are marked, so that they can be found again. */
const VALUES = Object.fromEntries(
  [
    ...["domain", "text", "before", "after", "term", "target", "broken", "path", "first", "terms"],
    ...["inner", "outer", "network", "around", "texts", "host", "address", "source", "provider", "networks"],
  ].map((name) => [name, `<${name}>`]),
);

test.each(LANGUAGES)("every rule has a sentence in %s that keeps what strangers wrote apart", (language) => {
  for (const rule of Object.keys(PUBLISHED_RULES) as PublishedRule[]) {
    const values = {
      ...VALUES,
      clients: "ip6",
      count: 1_234_567,
      limit: 10,
      length: 999,
      records: 3,
      lookups: 4,
      more: 5,
      cause: "macro",
    };
    const { parts } = publishedMessage(
      { rule, severity: "info", from: 0, to: 0, where: [], values },
      language,
    );
    const text = textOf(parts, (quoted) => quoted);
    expect(text).toMatch(/[.]$|<terms>$|<texts>$|<inner> 항목\.$/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    for (const part of parts) if (typeof part === "string") expect(part).not.toMatch(/[<>]/);
    if (language === "ko") expect(text).toMatch(/[가-힣]/);
    if (language === "ko") expect(text).not.toMatch(/>(을|를|이|가|은|는|과|와|으로|로|라는)(?![가-힣])/);
  }
});

test("a rule of someone else's is named, and nothing more", () => {
  const finding: Finding = { rule: "toString", severity: "info", from: 0, to: 0, where: [], values: {} };
  expect(publishedMessage(finding, "en")).toEqual({ parts: ["toString"], rfc: null });
});

test.each([
  ["macro", "‹include:%{i}.example›", "‹include:%{i}.example› 항목이"],
  ["no-answer", "DNS gave no answer about ‹include:%{i}.example›", "DNS가 응답하지 않았습니다"],
  ["limit", "too many DNS questions or too long", "너무 많거나 오래 걸려"],
])("what was not seen for the cause %s is said with it", (cause, english, korean) => {
  const values = { cause, terms: "include:%{i}.example" };
  const finding: Finding = { rule: "incomplete-bill", severity: "info", from: 0, to: 0, where: [], values };
  expect(shown(finding, "en")).toContain(english);
  expect(shown(finding, "en")).toMatch(/[Tt]he record may cost more lookups than counted\.$/);
  expect(shown(finding, "ko")).toContain(korean);
});
