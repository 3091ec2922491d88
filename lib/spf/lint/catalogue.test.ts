import { expect, test } from "vitest";
import { parseRecord } from "../parse";
import { LANGUAGES, textOf } from "../sentence";
import { applyFixes } from "./apply-fixes";
import { CATALOGUE } from "./catalogue";
import { lintMessage } from "./lint-message";
import { lintRecord } from "./lint-record";
import { SYNTAX_RULES } from "./rules";

const cases = CATALOGUE.map((entry) => [entry.rule, entry] as const);

test.each(cases)("%s is found in its bad record, at its place, and not in its good one", (rule, entry) => {
  const { bad, good, fixed, domain, severity } = entry;
  const text = bad.join("");
  const findings = lintRecord(text, { domain });
  const span = { from: bad[0].length, to: bad[0].length + bad[1].length };
  expect(findings).toContainEqual(expect.objectContaining({ rule, severity, ...span }));
  const finding = findings.find((other) => other.rule === rule && other.from === span.from)!;
  expect(finding.fix && applyFixes(text, [finding.fix])).toBe(fixed);
  expect(lintRecord(good, { domain }).map((other) => other.rule)).not.toContain(rule);
  expect(parseRecord(good).problems).toEqual([]);
});

test.each(cases)("%s says in both languages what is wrong", (rule, { bad, domain }) => {
  const text = bad.join("");
  const finding = lintRecord(text, { domain }).find((other) => other.rule === rule)!;
  const sentences = LANGUAGES.map((language) => lintMessage(finding, text, language));
  for (const { parts, rfc } of sentences) {
    const said = textOf(parts, (quoted) => quoted);
    expect(said.length).toBeGreaterThan(20);
    expect(said).toMatch(/\.$/);
    expect(said).not.toMatch(/undefined|NaN/);
    expect(parts).not.toContainEqual({ quoted: "" });
    expect(rfc).toMatch(/^\d{4}#section-[\d.]+$/);
  }
  expect(textOf(sentences[0]!.parts, () => "")).toMatch(/[가-힣]/);
  expect(textOf(sentences[1]!.parts, () => "")).not.toMatch(/[가-힣]/);
});

test("an error is the only word on its problem", () => {
  const alone = CATALOGUE.filter(({ severity }) => severity === "error").map(({ rule, bad, domain }) => {
    const errors = lintRecord(bad.join(""), { domain }).filter(({ severity }) => severity === "error");
    return [rule, errors.map((finding) => finding.rule)];
  });
  expect(alone).toEqual(alone.map(([rule]) => [rule, [rule]]));
});

test("a Korean sentence puts no particle behind a value whose form depends on the value's sound", () => {
  const wrong = CATALOGUE.flatMap(({ rule, bad, domain }) => {
    const text = bad.join("");
    const finding = lintRecord(text, { domain }).find((other) => other.rule === rule)!;
    const { parts } = lintMessage(finding, text, "ko");
    const own = new Set(
      Object.values(finding.values).map(String).concat(text.slice(finding.from, finding.to)),
    );
    return parts.filter((part, index) => {
      const before = parts[index - 1];
      const value = typeof before === "object" ? before.quoted : before;
      return (
        typeof part === "string" &&
        value &&
        own.has(value) &&
        /^(?:은|는|이|가|을|를|과|와|으로|로)(?: |$)/.test(part)
      );
    });
  });
  expect(wrong).toEqual([]);
});

test("a syntax rule has an example with a syntax error, and a rule that advises has none there", () => {
  const wrong = CATALOGUE.filter(({ rule, bad }) => {
    const { problems } = parseRecord(bad.join(""));
    return rule in SYNTAX_RULES !== problems.length > 0;
  });
  expect(wrong).toEqual([]);
});
