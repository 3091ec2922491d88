import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHost } from "../check-host";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import { applyFixes, fixesOf } from "./apply-fixes";
import { isOverlap } from "./finding";
import { fixedRecord } from "./fixed-record";
import { anyDirective, anyValidRecord, anyWrittenRecord, MISTAKES } from "./lint.fixture";
import { lintMessage } from "./lint-message";
import { lintRecord } from "./lint-record";
import { SYNTAX_RULES } from "./rules";

const anyText = fc.oneof(anyWrittenRecord, anyRecord, fc.string({ unit: "binary" }), fc.string());
const PROBES = [
  ...["192.0.2.0", "192.0.2.1", "192.0.2.9", "192.0.2.71", "192.0.2.72", "192.0.2.80", "192.0.3.1"],
  ...["192.0.0.0", "191.255.255.255", "8.8.8.8", "8.8.8.9", "::ffff:192.0.2.1"],
  ...["2001:db8::", "2001:db8::1", "2001:db8:0:1::", "2001:db9::", "2a00::1"],
];

const anyLine = fc.constantFrom(
  "A 192.0.2.1",
  "A 8.8.8.8",
  "AAAA 2001:db8::1",
  "MX 5 b.example",
  "TIMEOUT",
  "TXT words",
  "TXT v=spf1 ip4:192.0.2.9 -all",
);
const anyEntry = fc
  .tuple(fc.array(anyDirective, { maxLength: 3 }), fc.array(anyLine, { maxLength: 3 }))
  .map(([terms, lines]) => [`TXT v=spf1 ${terms.join(" ")}`, ...lines]);
const anyZone: fc.Arbitrary<Zone> = fc
  .tuple(anyEntry, anyEntry, fc.array(anyLine, { maxLength: 4 }))
  .map(([b, c, lines]) =>
    zoneOf({
      "b.example": b,
      "c.a.example": c,
      "a.example": lines.filter((line) => !line.startsWith("TXT v")),
    }),
  );

function verdict(zone: Zone, record: string, ip: string) {
  const own = zone.get("a.example")!;
  const published = { ...own, records: [...own.records, { type: "TXT" as const, strings: [record] }] };
  const request = { ip, domain: "a.example", sender: "user@a.example", helo: "b.example" };
  const resolver = zoneResolver(new Map(zone).set("a.example", published));
  const checked = checkHost(request, resolver, { clock: () => 0 });
  if (checked instanceof Promise) throw new Error("a zone answers at once");
  return checked;
}

test("errors of syntax are found exactly where the record has some, at places in the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const findings = lintRecord(text, { domain: "a.example" });
      const errors = findings.filter(({ rule }) => rule in SYNTAX_RULES);
      expect(errors.length > 0).toBe(parseRecord(text).problems.length > 0);
      expect(errors.every(({ severity }) => severity === "error")).toBe(true);
      expect(findings.length).toBeLessThanOrEqual(200);
      for (const finding of findings) {
        expect(finding.from).toBeGreaterThanOrEqual(0);
        if (text !== "") expect(finding.to).toBeGreaterThan(finding.from);
        expect(finding.to).toBeLessThanOrEqual(text.length);
        for (const language of ["ko", "en"] as const)
          expect(lintMessage(finding, text, language).parts.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 3_000 },
  );
});

test("the fixes of one text do not touch each other", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const fixes = fixesOf(lintRecord(text));
      for (const [index, fix] of fixes.entries()) {
        expect(fix.from).toBeGreaterThanOrEqual(0);
        expect(fix.to).toBeLessThanOrEqual(text.length);
        expect(fixes.slice(0, index).some((other) => isOverlap(fix, other))).toBe(false);
      }
    }),
    { numRuns: 1_000 },
  );
});

const LIMITS = ["lookup-limit", "void-limit"];

test("fixes of a valid record change no verdict, one by one and all together", () => {
  let fixed = 0;
  fc.assert(
    fc.property(anyValidRecord, anyZone, (text, zone) => {
      const findings = lintRecord(text, { domain: "a.example" });
      const fixes = fixesOf(findings);
      const texts = [
        ...fixes.map((fix) => applyFixes(text, [fix])),
        applyFixes(text, fixes),
        fixedRecord(text),
      ];
      fixed += fixes.length;
      for (const ip of PROBES) {
        const before = verdict(zone, text, ip);
        // A term that is not asked twice may save a record from the limits, and does nothing else.
        if (LIMITS.includes(before.reason)) continue;
        for (const after of new Set(texts)) {
          const { result, explanation } = verdict(zone, after, ip);
          expect({ after, ip, result, explanation }).toEqual({
            after,
            ip,
            result: before.result,
            explanation: before.explanation,
          });
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(fixed).toBeGreaterThan(100);
});

const ODD_SPACES = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g;

test("fixes of a broken record leave no more problems, and open it to nobody", () => {
  const opens = (text: string) =>
    (` ${text}`.match(/[ "'\t\u00a0\u200b](?:\+?all|\S*\/0)(?=[ "'\t\u00a0]|$)/gi) ?? []).length;
  fc.assert(
    fc.property(fc.oneof(anyWrittenRecord, anyRecord), (text) => {
      const findings = lintRecord(text);
      const problems = (of: string) => parseRecord(of).problems.length;
      // The parser says nothing of the terms of a text without a version; the linter does if they are meant as such.
      const errors = findings.filter(({ severity }) => severity === "error").length;
      // Nor of each of the words that an odd space holds together.
      const before = Math.max(problems(text), errors, problems(text.replace(ODD_SPACES, " ").trimStart()));
      const steps = [
        applyFixes(text, fixesOf(findings)),
        ...fixesOf(findings).map((fix) => applyFixes(text, [fix])),
      ];
      expect({ text, more: problems(steps[0]!) > before }).toEqual({ text, more: false });
      for (const after of steps) {
        const { directives } = parseRecord(after);
        const all = directives.filter(
          ({ qualifier, mechanism }) => qualifier === "+" && mechanism.name === "all",
        );
        expect({ after, wider: all.length > opens(text) }).toEqual({ after, wider: false });
      }
    }),
    { numRuns: 3_000 },
  );
});

test("a mistake that is fixed lets nobody pass whom the record before it did not", () => {
  let fixed = 0;
  fc.assert(
    fc.property(anyValidRecord, anyZone, fc.constantFrom(...MISTAKES), (text, zone, mistake) => {
      const broken = mistake(text);
      fc.pre(parseRecord(broken).problems.length > 0);
      const after = fixedRecord(broken);
      if (parseRecord(after).problems.length === 0) fixed++;
      for (const ip of PROBES) {
        const meant = verdict(zone, text, ip);
        const { result } = verdict(zone, after, ip);
        if (result === "pass" && !LIMITS.includes(meant.reason))
          expect({ broken, after, ip, meant: meant.result }).toEqual({ broken, after, ip, meant: "pass" });
      }
    }),
    { numRuns: 1_000 },
  );
  expect(fixed).toBeGreaterThan(500);
});

test("what is fixed stays as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = fixedRecord(text);
      expect(fixedRecord(once)).toBe(once);
    }),
    { numRuns: 1_000 },
  );
});
