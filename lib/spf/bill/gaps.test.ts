import { expect, test } from "vitest";
import type { Resolver } from "../resolver";
import { zoneOf, zoneResolver } from "../zone.fixture";
import type { Bill } from "./bill";
import { billOf } from "./bill.fixture";
import { lintPublished } from "./published-lint";
import { recordBill } from "./record-bill";

const ZONE = { "ok.example": ["TXT v=spf1 -all", "A 192.0.2.1", "AAAA 2001:db8::1"] };

test("what is not seen is told with its cause, once for each", () => {
  const gaps = (terms: string, questions?: number) =>
    lintPublished(billOf({ ...ZONE, "d.example": [`TXT v=spf1 ${terms}`] }, undefined, questions))
      .filter(({ rule }) => rule === "incomplete-bill")
      .map(({ values }) => `${values.cause}: ${values.terms}`);
  expect(gaps("include:%{i}.example include:%{o} -all")).toEqual([
    "macro: include:%{i}.example, include:%{o}",
  ]);
  expect(gaps("include:error.example redirect=%{h}")).toEqual([
    "macro: redirect=%{h}",
    "no-answer: include:error.example",
  ]);
  expect(gaps("include:ok.example a:ok.example -all", 1)).toEqual([
    "limit: include:ok.example, a:ok.example",
  ]);
  expect(gaps("include:ok.example exists:%{i}.example -all")).toEqual([]);
});

test.each(["budget", "budget of 75 queries used up", "time budget used up"])(
  "where a resolver's %s is used up, that is told once and not of every term",
  (reason) => {
    const zone = zoneResolver(
      zoneOf({ "d.example": ["TXT v=spf1 include:a.example a mx -all exp=d.example"] }),
    );
    let left = 1;
    const resolve: Resolver["resolve"] = (name, type) =>
      left-- > 0 ? zone.resolve(name, type) : { status: "error", reason };
    const findings = lintPublished(recordBill({ domain: "d.example" }, { resolve }) as Bill);
    expect(findings.map(({ rule, values }) => [rule, values.cause ?? values.limit])).toEqual([
      ["possible-voids", 2],
      ["incomplete-bill", "limit"],
    ]);
    left = 0;
    const [none] = lintPublished(recordBill({ domain: "d.example" }, { resolve }) as Bill);
    expect(none?.rule).toBe("no-answer");
  },
);
