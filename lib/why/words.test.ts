import { expect, test } from "vitest";
import { LANGUAGES, textOf } from "@/lib/spf/sentence";
import { readWhyUrl } from "./read-url";
import { problemOf, WHY_FIELDS, WHY_PROBLEM_KINDS } from "./request";
import { problemParts } from "./words";

test.each(LANGUAGES)(
  "every problem of every field is said in %s, and what was given stays apart",
  (language) => {
    for (const field of WHY_FIELDS) {
      for (const kind of WHY_PROBLEM_KINDS) {
        const parts = problemParts(problemOf(field, kind, "<given>"), language);
        const quoted = parts.filter((part) => typeof part !== "string");
        expect(quoted).toEqual(kind === "missing" ? [] : [{ quoted: "<given>" }]);
        const text = textOf(parts, (given) => `[${given}]`);
        expect(text).not.toMatch(/ {2}|undefined|^ |\($/);
        expect(/[가-힣]/.test(text)).toBe(language === "ko");
      }
    }
  },
);

test("a problem of a link reads as a sentence", () => {
  const said = (query: string) =>
    readWhyUrl(`/why?${query}`).problems.map((problem) =>
      LANGUAGES.map((language) => textOf(problemParts(problem, language), (given) => given)),
    );
  expect(said("id=a@b.example&ip=10.0.0.1")).toEqual([
    [
      "10.0.0.1 주소는 사설망 주소입니다. 인터넷에서 메일을 받은 서버가 본 주소일 수 없습니다.",
      "The IP address 10.0.0.1 belongs to a private network. No server on the internet receives mail from it.",
    ],
  ]);
  expect(said("id=a@b.example&ip=%{i}")).toEqual([
    [
      "IP 주소가 채워지지 않았습니다. 메일 서버가 %{i} 매크로를 값으로 바꾸지 않고 그대로 보냈습니다.",
      "The IP address was never filled in: the mail server sent the macro %{i} as it is.",
    ],
  ]);
  expect(said("id=a@b.example")).toEqual([["IP 주소가 없습니다.", "The IP address is missing."]]);
});
