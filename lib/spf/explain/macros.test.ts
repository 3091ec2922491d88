import { expect, test } from "vitest";
import { parseRecord } from "../parse";
import type { MacroString } from "../record";
import { LANGUAGES, textOf } from "../sentence";
import { expandedFor, explainMacros } from "./macros";

/** The message of the examples in RFC 7208 section 7.4. */
const MESSAGE = {
  ip: "192.0.2.3",
  sender: "strong-bad@email.example.com",
  helo: "mx.example.org",
  time: 1_700_000_000_000,
};
const DOMAIN = "email.example.com";

function specOf(text: string): MacroString {
  const [directive] = parseRecord(`v=spf1 exists:${text}.d.example`).directives;
  if (directive === undefined || !("domainSpec" in directive.mechanism)) throw new Error(text);
  return directive.mechanism.domainSpec!;
}

test.each([
  ["%{s}", "strong-bad@email.example.com"],
  ["%{o}", "email.example.com"],
  ["%{d2}", "example.com"],
  ["%{dr}", "com.example.email"],
  ["%{d2r}", "example.email"],
  ["%{l-}", "strong.bad"],
  ["%{lr-}", "bad.strong"],
  ["%{l1r-}", "strong"],
  ["%{ir}", "3.2.0.192"],
  ["%{v}", "in-addr"],
  ["%{H}", "mx.example.org"],
  ["%{p}", null],
  ["%%", "%"],
])("%s of a message becomes %s", (written, becomes) => {
  for (const language of LANGUAGES) {
    const explained = explainMacros(specOf(written), DOMAIN, MESSAGE, language);
    expect(explained.map((one) => [one.written, one.becomes])).toEqual([[written, becomes]]);
  }
});

test("what transforms a value is said in both languages", () => {
  const [en, ko] = (["en", "ko"] as const).map((language) =>
    explainMacros({ text: "%{L2r+-}" }, DOMAIN, MESSAGE, language).map(({ sentence }) =>
      textOf(sentence.parts, (quoted) => `<${quoted}>`),
    ),
  );
  expect(en).toEqual([
    "Becomes the local part of the sender address, before the @. The value is split at “<+>”, “<->”, turned round, cut down to its last 2 parts, and joined again with dots. It is in upper case, so special characters are escaped for use in a URL.",
  ]);
  expect(ko).toEqual([
    "발신 주소의 로컬 파트(@ 앞부분)로 바뀝니다. 값을 “<+>”, “<->” 문자에서 나누고, 순서를 뒤집고, 오른쪽 조각 2개만 남겨, 점(.)으로 다시 잇습니다. 대문자로 적었으므로 URL에 넣을 수 있게 특수 문자를 이스케이프합니다.",
  ]);
});

test("each spelling is told once, and what is no macro is passed over", () => {
  const written = (text: string) => explainMacros({ text }, DOMAIN, MESSAGE, "en").map((one) => one.written);
  expect(written("%{i}.%{I}.%{i}.%{x}.%{d0}.%{ir.%q")).toEqual(["%{i}", "%{I}"]);
  expect(written("See http://x/%{c}?%{t}%_%-%{r}")).toEqual(["%{c}", "%{t}", "%_", "%-", "%{r}"]);
});

test("a whole name is expanded, unless the DNS or an address is missing", () => {
  const spec = specOf("%{ir}.%{v}._spf.%{d2}");
  expect(expandedFor(spec, DOMAIN, MESSAGE)).toBe("3.2.0.192.in-addr._spf.example.com.d.example");
  expect(expandedFor(spec, DOMAIN, { ...MESSAGE, ip: "nonsense" })).toBeNull();
  expect(expandedFor(specOf("%{p}"), DOMAIN, MESSAGE)).toBeNull();
  expect(expandedFor(spec, DOMAIN, { ...MESSAGE, ip: "2001:db8::1" })).toContain(".ip6._spf.");
});
