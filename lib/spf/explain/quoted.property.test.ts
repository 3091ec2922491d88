import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "../check-host";
import { anyRecord } from "../record.fixture";
import { LANGUAGES, type Sentence } from "../sentence";
import { readSuite, suitePath } from "../suite.fixture";
import type { Decision, Trace } from "../trace";
import { zoneResolver } from "../zone.fixture";
import { allSentences, stepsOf, traceIn } from "./explain.fixture";
import { SECTION_OF_DECISION } from "./sections";
import { explainStep } from "./step";

/** Fields of a trace that hold words of ours; every other text in it comes from elsewhere. */
const OURS = new Set(["reason", "state", "result", "via", "status", "type", "code", "decisions"]);
const MARK = "\ue000";
/** Particles whose form depends on the sound before them. */
const PARTICLE = /^(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며|이고|라|이라)(?:[\s.,():]|$)/;

/** A trace with a mark behind every text that is not ours. */
function marked<T>(value: T, key = ""): T {
  if (typeof value === "string") return (OURS.has(key) ? value : value + MARK) as T;
  if (Array.isArray(value)) return value.map((item) => marked(item, key)) as T;
  if (value === null || typeof value !== "object") return value;
  const isError = "status" in value && value.status === "error";
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isError && name === "reason" ? `${inner}${MARK}` : marked(inner, name),
    ]),
  ) as T;
}

function expectSound(sentences: Sentence[]): void {
  for (const { parts, rfc } of sentences) {
    expect(rfc ?? "7208").toMatch(/^\d{4}(?:#section-[\d.]+)?$/);
    expect(parts.some((part) => typeof part === "string")).toBe(true);
    parts.forEach((part, index) => {
      if (typeof part !== "string") {
        expect(part.quoted).not.toBe("");
        return;
      }
      expect(part).not.toContain(MARK);
      if (typeof parts[index - 1] === "object") expect(part).not.toMatch(PARTICLE);
    });
    for (const long of parts.flatMap((part) =>
      typeof part === "object" && part.quoted.length > 6 ? part.quoted : [],
    ))
      for (const part of parts) if (typeof part === "string") expect(part).not.toContain(long);
  }
}

/** Explains a trace as it is, and with all that is not ours marked. */
function expectExplained(trace: Trace): void {
  for (const language of LANGUAGES) {
    const plain = allSentences(trace, language);
    expectSound(plain);
    expectSound(allSentences(marked(trace), language));
    expect(plain.length).toBeGreaterThanOrEqual(3);
  }
}

const path = suitePath();

test("every check of the RFC suite is explained, and quotes what is not ours", () => {
  for (const { helo, ip, mailfrom, zone } of path === null ? [] : readSuite(path)) {
    const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
    const check = checkHost(request, zoneResolver(zone), { clock: () => 0, trace: true, shadow: 50 });
    if (check instanceof Promise) throw new Error("a zone answers at once");
    expectExplained(check.trace!);
  }
});

const anyTerm = fc
  .tuple(
    fc.constantFrom("", "-", "~", "?"),
    fc.constantFrom(
      "a",
      "mx",
      "mx/24",
      "ptr",
      "all",
      "ip4:192.0.2.8/30",
      "ip6:2001:db8::/32",
      "a:b.example",
      "mx:b.example",
      "include:b.example",
      "include:gone.example",
      "include:error.example",
      "exists:%{l}.%{o}",
      "exists:%{p}",
      "a:%{d}..x.y",
      "ptr:b.example",
    ),
  )
  .map((parts) => parts.join(""));
const anySpf = fc
  .tuple(
    fc.array(anyTerm, { maxLength: 6 }),
    fc.constantFrom("", " redirect=b.example", " redirect=gone.example", " exp=b.example"),
  )
  .map(([terms, modifier]) => `v=spf1 ${terms.join(" ")}${modifier}`);
const anyLine = fc.constantFrom(
  "A 192.0.2.1",
  "A 192.0.2.9",
  "AAAA 2001:db8::1",
  "TIMEOUT",
  "TXT words",
  "MX 1 .",
  "MX 2 b.example",
  "MX 3 gone.example",
  "MX 4 a..b",
);
const anyLines = fc
  .tuple(fc.array(fc.oneof(anySpf, anyRecord), { maxLength: 2 }), fc.array(anyLine, { maxLength: 12 }))
  .map(([records, lines]) => [...records.map((record) => `TXT ${record}`), ...lines]);

test("checks of any records are explained, and quote what is not ours", () => {
  fc.assert(
    fc.property(
      anyLines,
      anyLines,
      fc.constantFrom("192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1", "x"),
      fc.constantFrom("user@d.example", "한@d.example", "", "user@x", "@"),
      fc.integer({ min: 0, max: 9 }),
      (d, b, ip, from, shadow) => {
        const names = {
          "d.example": d,
          "b.example": b,
          "1.2.0.192.in-addr.arpa": ["PTR b.example", "PTR gone.d.example", "PTR d.example"],
        };
        expectExplained(traceIn(names, { ip, from, helo: "b.example" }, shadow));
      },
    ),
    { numRuns: 300 },
  );
});

const TWELVE = Array.from({ length: 12 }, (_, index) => `PTR p${index}.example`);

/** A record's first term and other lines of d.example that make each decision. */
const DECISIONS: Record<Decision, [term: string, lines: string[], from?: string]> = {
  "void-mx": ["mx", ["MX 1 gone.example"]],
  "mx-host-without-address": ["mx", ["MX 1 gone.example", "MX 2 b.example"]],
  "ptr-forward-miss": ["ptr:p1.example", []],
  "ptr-names-ignored": ["ptr", []],
  "ptr-dns-error": ["ptr", [], "error"],
  "invalid-target": ["a:%{d}..x.example", []],
  "non-ascii-local-part": ["exists:%{l}.x.example", [], "한"],
  "null-mx": ["mx", ["MX 1 ."]],
  "other-family": ["ip6:::/0", []],
};

test.each(Object.entries(DECISIONS))(
  "%s is told in words of its own, with its section",
  (decision, [term, lines, from = "user"]) => {
    const names = {
      "d.example": [`TXT v=spf1 ${term} -all`, ...lines],
      "b.example": ["A 192.0.2.9"],
      "1.2.0.192.in-addr.arpa": from === "error" ? ["TIMEOUT"] : TWELVE,
    };
    const step = stepsOf(traceIn(names, { from: `${from}@d.example` }))[0]!;
    expect(step.decisions).toContain(decision);
    for (const language of LANGUAGES)
      expect(explainStep(step, language).map(({ rfc }) => rfc)).toContain(
        SECTION_OF_DECISION[decision as Decision],
      );
    expectExplained(traceIn(names, { from: `${from}@d.example` }));
  },
);
