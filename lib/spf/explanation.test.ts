import { expect, test } from "vitest";
import { check } from "./check.fixture";
import { zoneOf } from "./zone.fixture";

test.each([
  ["%{l} in %{c}, %{r}, %{t}, %{h}", "user in 192.0.2.1, mx.example, 1700000000, mail.example"],
  ["%{S} %{ir} %{v} %{d1} %{d1r}", "user%40d.example 1.2.0.192 in-addr example d"],
  ["%{p} %%%_%-", "unknown % %20"],
  ["%{o", null],
  ["tab\there", null],
  ["caf\u00e9", null],
])("the explanation %j is %j", (text, explanation) => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 -all exp=%{d1r}.exp.example"],
    "d.exp.example": [`TXT ${text}`],
  });
  expect(check(zone, { receiver: "mx.example" }).explanation).toBe(explanation);
});

test("an explanation with what a reply cannot carry is none", () => {
  const zone = zoneOf({ "d.example": ["TXT v=spf1 -all exp=e.example"], "e.example": ["TXT to %{l}"] });
  for (const local of ["a\r\nb", "사용자", "\u0000"])
    expect(check(zone, { sender: `${local}@d.example` })).toMatchObject({
      result: "fail",
      explanation: null,
    });
});

test("the explanation is that of the record that decided", () => {
  const said = (record: string) =>
    check(
      zoneOf({
        "d.example": [`TXT ${record}`],
        "a.example": ["TXT v=spf1 -all exp=x.%{d}"],
        "x.d.example": ["TXT words of %{d}"],
        "x.a.example": ["TXT other words of %{d}, for %{o}"],
      }),
    ).explanation;
  expect(said("v=spf1 -all exp=x.%{d}")).toBe("words of d.example");
  expect(said("v=spf1 redirect=a.example exp=x.%{d}")).toBe("other words of a.example, for d.example");
  expect(said("v=spf1 include:a.example -all exp=x.%{d}")).toBe("words of d.example");
  expect(said("v=spf1 include:a.example -all")).toBeNull();
  expect(said("v=spf1 ~all exp=x.%{d}")).toBeNull();
});

test("an explanation must be one record of text", () => {
  const said = (...lines: string[]) =>
    check(zoneOf({ "d.example": ["TXT v=spf1 -all exp=e.example"], "e.example": lines })).explanation;
  expect(said("TXT one")).toBe("one");
  expect(said("TXT one", "TXT two")).toBeNull();
  expect(said("A 192.0.2.1")).toBeNull();
  expect(said("TIMEOUT")).toBeNull();
});
