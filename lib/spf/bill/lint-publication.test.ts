import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";
import { lintPublished } from "./published-lint";

const lint = (names: Record<string, string[]>) => lintPublished(billOf(names));

test.each([
  "v=spf1ip4:192.0.2.1 -all",
  '"v=spf1 ip4:192.0.2.1 -all"',
  " v=spf1 ip4:192.0.2.1 -all",
  "v=spf1;ip4:192.0.2.1 -all",
  "v=spf1\tip4:192.0.2.1 -all",
  "v= spf1 -all",
  "\u00e2\u0080\u009cv=spf1 -all\u00e2\u0080\u009d",
  "V=SPF 1 -all",
  "v=spf10 -all",
])("a text that is nearly a record is shown, and no check sees it: %j", (text) => {
  const near = (names: Record<string, string[]>) => lint(names).filter(({ rule }) => rule === "near-record");
  const values = { domain: "d.example", text };
  expect(near({ "d.example": [`TXT ${text}`] })).toEqual([
    { rule: "near-record", severity: "error", from: 0, to: 0, where: [], values },
  ]);
  expect(near({ "d.example": ["TXT v=spf1 -all", `TXT ${text}`] })).toEqual([
    { rule: "near-record", severity: "warning", from: 0, to: 11, where: [], values },
  ]);
});

test("a text of another kind is not near, and a long one is cut", () => {
  const nears = (text: string) =>
    lint({ "d.example": [`TXT ${text}`] }).filter(({ rule }) => rule === "near-record");
  for (const text of ["spf2.0/pra -all", "v=DKIM1; p=", "v=DMARC1; p=none", "the record v=spf1 -all", "v"])
    expect(nears(text)).toEqual([]);
  expect(nears(`v${" ".repeat(60_000)}spf`)).toEqual([]);
  expect(nears(`v=spf1;${"x".repeat(60_000)}`)[0]?.values.text).toBe(`v=spf1;${"x".repeat(113)}…`);
});

test("several records are listed", () => {
  const [finding] = lint({ "d.example": ["TXT v=spf1 -all", "TXT words", "TXT v=spf1 a ~all"] });
  expect(finding?.values).toEqual({
    domain: "d.example",
    count: 2,
    texts: '"v=spf1 -all", "v=spf1 a ~all"',
  });
});
