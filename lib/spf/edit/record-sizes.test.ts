import { expect, test } from "vitest";
import { lintPublished } from "../bill/published-lint";
import { recordBill } from "../bill/record-bill";
import type { DnsRecord } from "../resolver";
import { zoneResolver } from "../zone.fixture";
import { recordSizes } from "./record-sizes";

const NOWHERE = { domain: null, published: null };

function ofLength(length: number): string {
  return `v=spf1 ${"ip4:192.0.2.1 ".repeat(60)}`.slice(0, length - 5).concat(" -all");
}

test.each([
  [405, "ok"],
  [406, "near"],
  [450, "near"],
  [451, "over"],
])("a record of %i octets is %s", (octets, state) => {
  expect(recordSizes(ofLength(octets), NOWHERE).record).toEqual({ octets, limit: 450, state });
});

test.each([
  [229, [[229, "ok"]]],
  [230, [[230, "near"]]],
  [255, [[255, "near"]]],
  [
    256,
    [
      [252, "ok"],
      [4, "ok"],
    ],
  ],
])("%i octets are published in strings of %j", (octets, expected) => {
  const { strings } = recordSizes(ofLength(octets), NOWHERE);
  expect(strings.map((string) => [string.octets, string.state])).toEqual(expected);
  expect(strings.map(({ text }) => text).join("")).toBe(ofLength(octets));
});

test("an answer holds header, question, and what each record takes", () => {
  expect(recordSizes("v=spf1 -all", NOWHERE).answer).toBeNull();
  const at = (domain: string, published: string[][] | null) =>
    recordSizes("v=spf1 -all", { domain, published }).answer;
  expect(at("d.example", null)).toEqual({
    octets: 12 + 15 + 12 + 12,
    limit: 512,
    state: "ok",
    isEstimate: true,
  });
  expect(at("d.example", [["a".repeat(200), "b".repeat(200)]])).toEqual({
    octets: 51 + 12 + 402,
    limit: 512,
    state: "near",
    isEstimate: false,
  });
  expect(at("d.example", [["a".repeat(255), "b".repeat(255)]])?.state).toBe("over");
  expect(at("한글.example", [])?.octets).toBe(at("xn--bj0bj06e.example", [])?.octets);
});

test("letters count as the octets that they are in DNS", () => {
  expect(recordSizes("v=spf1 한", NOWHERE).record.octets).toBe(10);
  expect(recordSizes("v=spf1 \u00ed\u0095\u009c", NOWHERE).record.octets).toBe(10);
  expect(recordSizes("v=spf1 é", NOWHERE).record.octets).toBe(9);
  expect(recordSizes("v=spf1 \u{1f600}", NOWHERE).record.octets).toBe(11);
  expect(recordSizes("", NOWHERE).strings).toHaveLength(1);
});

test("a record takes the place of those for SPF", () => {
  const at = (published: string[][]) => recordSizes("v=spf1 -all", { domain: "d.example", published }).answer;
  expect(at([["v=spf1 a", " -all"], ["V=SPF1"], ["v=spf10"]])).toEqual(at([["v=spf10"]]));
});

test("what is over is what the linter says of the published record", async () => {
  for (const length of [200, 450, 451, 480]) {
    const text = ofLength(length);
    const others = [["x".repeat(60)]];
    const { strings, record, answer } = recordSizes(text, { domain: "d.example", published: others });
    const records: DnsRecord[] = [strings.map((string) => string.text), ...others].map((own) => ({
      type: "TXT",
      strings: own,
    }));
    const bill = await recordBill(
      { domain: "d.example" },
      zoneResolver(new Map([["d.example", { records }]])),
    );
    const findings = lintPublished(bill);
    const saying = (rule: string) => findings.find((finding) => finding.rule === rule)?.values.length;
    expect(saying("record-too-long")).toBe(record.state === "over" ? record.octets : undefined);
    expect(saying("answer-too-long")).toBe(answer?.state === "over" ? answer.octets : undefined);
  }
});
