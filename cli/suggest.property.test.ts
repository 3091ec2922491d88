import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { SPF_RESULTS } from "@/lib/spf";
import { CERTAINTIES, DIAGNOSIS_KINDS, WHO } from "@/lib/why/diagnosis/diagnosis";
import { runCommand } from "./call.fixture";
import { FAILED, OK } from "./fault";
import { suggest } from "./suggest";

const folder = mkdtempSync(join(tmpdir(), "whyspf-suggest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zone = join(folder, "zone.json");
writeFileSync(
  zone,
  JSON.stringify({
    "a.example": { TXT: ["v=spf1 ip4:192.0.2.1 include:b.example ~all"] },
    "b.example": { TXT: ["v=spf1 a mx ptr exists:%{i}.%{l}.a.example -all"], A: ["203.0.113.9"] },
    "c.example": { TXT: ["v=spf1 ip4: 192.0.2.1 all:x", "v=spf1 -all"] },
    "d.example": { TXT: ["v=spf1 include:late.example include:gone.example ?all"] },
    "late.example": { timeout: true },
  }),
);

const anyIp = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom("8.8.8.8", "192.0.2.1", "::ffff:9.8.7.6", "[9.8.7.6]"),
);
const anyName = fc.oneof(
  fc.constantFrom("a.example", "b.example", "c.example", "d.example", "none.example"),
  fc.domain(),
);
const anySender = fc.oneof(
  fc.tuple(fc.string(), anyName).map((parts) => parts.join("@")),
  fc.constantFrom("", "<>", "@", "a@", "<a@b.example>", '"a b"@c.example'),
  fc.string({ unit: "binary" }),
);
const anyUsed = fc.record(
  {
    id: fc.jsonValue(),
    ip: anyIp,
    sender: anySender,
    helo: fc.oneof(anyName, fc.string()),
    receiver: fc.oneof(anyName, fc.string()),
  },
  { requiredKeys: ["ip", "sender"] },
);
const anyLine = fc.oneof(
  { weight: 4, arbitrary: anyUsed.map((value) => JSON.stringify(value)) },
  fc
    .record({ id: fc.jsonValue(), ip: fc.jsonValue(), sender: fc.jsonValue(), helo: fc.jsonValue() })
    .map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: "binary" }).map((text) => text.replace(/[\r\n]/g, " ")),
);

const FIELDS =
  "id,domain,published,suggested,noneBecause,edits,warnings,zoneLines,pair,before,after,lookups,diagnosis";

test("any lines are answered, each with the same shape or with what is wrong with it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 8 }), async (lines) => {
      const { code, out, err } = await runCommand(suggest, ["--batch", "--zone", zone], {
        input: lines.join("\n"),
      });
      const answers = out
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      expect(answers).toHaveLength(lines.filter((line) => line.trim() !== "").length);
      expect(err).toBe("");
      expect(code).toBe(answers.some(({ error }) => error !== undefined) ? FAILED : OK);
      for (const answer of answers) checkShape(answer);
    }),
    { numRuns: 250 },
  );
});

// biome-ignore lint/suspicious/noExplicitAny: what JSON holds is what is tested.
function checkShape(answer: any): void {
  if (answer.error !== undefined) {
    expect(Object.keys(answer)).toEqual(["id", "error"]);
    expect(answer.error).toMatch(/^line \d+/);
    return;
  }
  expect(Object.keys(answer).join()).toBe(FIELDS);
  const { suggested, noneBecause, after, before, zoneLines, edits, diagnosis } = answer;
  expect(SPF_RESULTS).toContain(before.result);
  expect((suggested === null) === (noneBecause !== null)).toBe(true);
  expect(after?.result ?? null).toBe(suggested === null ? null : "pass");
  expect(zoneLines).toHaveLength(suggested === null ? 0 : 1);
  if (suggested !== null) expect(edits.length).toBeGreaterThan(0);
  expect(Object.keys(diagnosis)).toEqual(["kind", "who", "certainty"]);
  expect(DIAGNOSIS_KINDS).toContain(diagnosis.kind);
  expect(diagnosis.who).toBe(WHO[diagnosis.kind as keyof typeof WHO]);
  expect(CERTAINTIES).toContain(diagnosis.certainty);
}
