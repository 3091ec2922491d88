import { expect, test } from "vitest";
import { inputOf } from "./case.fixture";
import { CASES } from "./cases.fixture";
import { diagnose } from "./diagnose";
import { CERTAINTIES, DIAGNOSIS_KINDS, WHO } from "./diagnosis";

test.each(CASES)("%s: %s", (_, verdict, evidence, alternatives, zone, mail) => {
  const found = diagnose(inputOf(zone, mail));
  expect(`${found.kind} ${found.certainty}`).toBe(verdict);
  expect(found.who).toBe(WHO[found.kind]);
  expect(found.evidence.map(({ kind }) => kind).join(" ")).toBe(evidence);
  for (const other of found.alternatives)
    expect(CERTAINTIES.indexOf(other.certainty)).toBeLessThanOrEqual(CERTAINTIES.indexOf(found.certainty));
  if (alternatives !== null) expect(found.alternatives.map(({ kind }) => kind).join(" ")).toBe(alternatives);
});

test("every kind comes up twice", () => {
  const kinds = CASES.map(([, verdict]) => verdict.split(" ")[0]);
  const rare = DIAGNOSIS_KINDS.filter((kind) => kinds.indexOf(kind) === kinds.lastIndexOf(kind));
  expect(rare).toEqual([]);
});

test("a dead include is named where it stands, however deep", () => {
  const zone = {
    "d.example": ["TXT v=spf1 include:b.example -all"],
    "b.example": ["TXT v=spf1 redirect=c.example"],
    "c.example": ["TXT v=spf1 include:gone.example"],
  };
  expect(diagnose(inputOf(zone)).evidence[1]).toEqual({
    kind: "dead-target",
    at: "c.example",
    term: "include:gone.example",
  });
});
