import { expect, test } from "vitest";
import { parseRecord } from "../parse";
import type { ProblemCode } from "../record";
import { LANGUAGES } from "../sentence";
import { texts } from "./explain.fixture";
import { explainProblem } from "./problem";

/** A record with each problem first, what of it is shown, and the section it offends. */
const CASES: Record<ProblemCode, [record: string, shown: string, section: string]> = {
  version: ["v=spf2 -all", "v=spf2", "4.5"],
  "illegal-character": ["v=spf1 a\u00a0 -all", "\u00a0", "3.1"],
  "unknown-mechanism": ["v=spf1 ipv4:192.0.2.1 -all", "ipv4", "4.6.1"],
  "modifier-as-mechanism": ["v=spf1 redirect:a.example", "redirect", "4.6.1"],
  "modifier-name": ["v=spf1 1a=b -all", "1a=", "4.6.1"],
  "modifier-with-qualifier": ["v=spf1 -exp=a.example -all", "-", "4.6.1"],
  "modifier-twice": ["v=spf1 redirect=a.example redirect=b.example", "redirect=b.example", "6"],
  "missing-argument": ["v=spf1 include -all", "include", "5.2"],
  "argument-not-allowed": ["v=spf1 -all:x", ":x", "5.1"],
  "cidr-not-allowed": ["v=spf1 exists:a.example/24 -all", "/24", "5.7"],
  "cidr-syntax": ["v=spf1 ip4:192.0.2.0/024 -all", "/024", "5.6"],
  "cidr-range": ["v=spf1 a//129 -all", "//129", "5.3"],
  "bad-ip4": ["v=spf1 ip4:192.0.2 -all", "192.0.2", "5.6"],
  "bad-ip6": ["v=spf1 ip6:192.0.2.1 -all", "192.0.2.1", "5.6"],
  "empty-domain": ["v=spf1 include: -all", "include:", "5.2"],
  "single-label": ["v=spf1 a:museum -all", "museum", "7.1"],
  "numeric-toplabel": ["v=spf1 a:192.0.2.1 -all", "1", "7.1"],
  "bad-toplabel": ["v=spf1 a:a.example- -all", "example-", "7.1"],
  "macro-percent": ["v=spf1 exists:%a.example -all", "%", "7.1"],
  "macro-unclosed": ["v=spf1 exists:%{d.example -all", "%{d.example", "7.1"],
  "macro-letter": ["v=spf1 exists:%{x}.example -all", "%{x}", "7.2"],
  "macro-zero": ["v=spf1 exists:%{d0}.example -all", "%{d0}", "7.3"],
  "macro-transformer": ["v=spf1 exists:%{d-r}.example -all", "%{d-r}", "7.1"],
  "macro-exp-only": ["v=spf1 exists:%{c}.example -all", "%{c}", "7.2"],
};

test.each(Object.entries(CASES))(
  "%s has a sentence of its own, with its place and section",
  (code, [text, shown, section]) => {
    const problem = parseRecord(text).problems.find((found) => found.code === code)!;
    for (const language of LANGUAGES) {
      const { parts, rfc } = explainProblem(problem, text, language);
      expect(parts).toContainEqual({ quoted: shown });
      expect(rfc).toBe(`7208#section-${section}`);
    }
  },
);

test("no two problems are told in the same words", () => {
  for (const language of LANGUAGES) {
    const told = Object.entries(CASES).map(([code, [text]]) => {
      const problem = parseRecord(text).problems.find((found) => found.code === code)!;
      return explainProblem(problem, text, language)
        .parts.filter((part) => typeof part === "string")
        .join("");
    });
    expect(new Set(told).size).toBe(told.length);
  }
});

test("the longest prefix is that of the address's version", () => {
  const of = (text: string) => {
    const told = explainProblem(parseRecord(text).problems[0]!, text, "ko");
    return texts([told])[0];
  };
  expect(of("v=spf1 ip4:192.0.2.0/33")).toBe("[/33] 프리픽스는 너무 깁니다. 32비트까지 쓸 수 있습니다.");
  expect(of("v=spf1 -ip6:2001:db8::/129")).toBe("[/129] 프리픽스는 너무 깁니다. 128비트까지 쓸 수 있습니다.");
});
