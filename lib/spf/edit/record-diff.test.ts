import fc from "fast-check";
import { expect, test } from "vitest";
import { anyValidRecord, anyWrittenRecord } from "../lint/lint.fixture";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { normaliseRecord } from "../write";
import { type DiffState, diffRecords } from "./record-diff";
import { rowsOf } from "./rows";

const SIGNS: Record<DiffState, string> = {
  kept: "",
  added: "+ ",
  removed: "- ",
  moved: "> ",
  "changed-qualifier": "* ",
};

/** What was published, a draft, and the terms of the difference, with "=" at the end where it means the same. */
const TABLE: [string | null, string, string[]][] = [
  [null, "v=spf1 mx -all", ["+ mx", "+ -all"]],
  [null, "", []],
  ["v=spf1 mx -all", "v=spf1 mx -all", ["mx", "-all", "="]],
  ["v=spf1 mx -all", "V=SPF1  +MX  -ALL ", ["+MX", "-ALL", "="]],
  ["v=spf1 ip4:192.0.2.1/32 -all", "v=spf1 ip4:192.0.2.1 -all", ["ip4:192.0.2.1", "-all", "="]],
  ["v=spf1 mx -all", "v=spf1 mx a -all", ["mx", "+ a", "-all"]],
  ["v=spf1 a mx -all", "v=spf1 mx -all", ["- a", "mx", "-all"]],
  ["v=spf1 a mx -all", "", ["- a", "- mx", "- -all"]],
  ["v=spf1 mx ~all", "v=spf1 mx -all", ["mx", "* -all"]],
  ["v=spf1 a mx -all", "v=spf1 mx a -all", ["> mx", "a", "-all"]],
  ["v=spf1 a:b.example -all", "v=spf1 a:c.example -all", ["- a:b.example", "+ a:c.example", "-all"]],
  [
    "v=spf1 redirect=b.example",
    "v=spf1 redirect=c.example",
    ["- redirect=b.example", "+ redirect=c.example"],
  ],
  ["v=spf1 mx mx -all", "v=spf1 mx -all", ["mx", "- mx", "-all"]],
  ["v=spf1 mx -all", "v=spf1 mx -mx -all", ["mx", "+ -mx", "-all"]],
  ["v=spf1 ip4: -all", "v=spf1 ip4: -all", ["ip4:", "-all", "="]],
  ["v=spf2 mx", "v=spf1 mx", ["mx"]],
];

test.each(TABLE)("%j to %j", (published, draft, expected) => {
  const { terms, isSame } = diffRecords(published, draft);
  const shown = terms.map(({ state, text }) => SIGNS[state] + text);
  expect(isSame ? [...shown, "="] : shown).toEqual(expected);
});

test("a term that another passed is told, and which one does not matter", () => {
  const { terms, isOrderChanged } = diffRecords("v=spf1 a mx ptr -all", "v=spf1 mx ptr a -all");
  expect(terms.filter(({ state }) => state === "moved").map(({ text }) => text)).toEqual(["a"]);
  expect(isOrderChanged).toBe(true);
  expect(diffRecords("v=spf1 a mx -all", "v=spf1 mx ptr").isOrderChanged).toBe(false);
});

const anyText = fc.oneof(anyWrittenRecord, anyRecord, anyValidRecord);

test("each term of both texts is told once, with its places", () => {
  fc.assert(
    fc.property(anyText, anyText, fc.boolean(), (published, other, isOther) => {
      const draft = isOther ? other : published.split(" ").toSorted().join(" ");
      const { terms } = diffRecords(published, draft);
      const placesIn = (side: "published" | "draft") => terms.flatMap((term) => term[side] ?? []);
      const spans = (text: string) => rowsOf(text).map(({ from, to }) => ({ from, to }));
      expect(placesIn("draft")).toEqual(spans(draft));
      expect(placesIn("published").toSorted((a, b) => a.from - b.from)).toEqual(spans(published));
      for (const term of terms) {
        if (term.draft) expect(draft.slice(term.draft.from, term.draft.to)).toBe(term.text);
        if (term.published) expect(published.slice(term.published.from, term.published.to)).toBe(term.was);
        expect(term.published === null).toBe(term.state === "added");
        expect(term.draft === null).toBe(term.state === "removed");
      }
    }),
    { numRuns: 1_000 },
  );
});

test("records mean the same exactly if they are one in normal form", () => {
  fc.assert(
    fc.property(anyValidRecord, anyValidRecord, fc.boolean(), (published, other, isOther) => {
      const draft = isOther ? other : published.toUpperCase().replace(/%\S*/g, "");
      const normal = (text: string) => normaliseRecord(parseRecord(text));
      const { isSame, terms } = diffRecords(published, draft);
      expect(isSame).toBe(normal(published) === normal(draft));
      if (isSame) expect(terms.every(({ state }) => state === "kept")).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("50,000 terms in reverse are compared", () => {
  const many = Array.from({ length: 50_000 }, (_, index) => `a:h${index}.example`);
  const { terms } = diffRecords(`v=spf1 ${many.join(" ")}`, `v=spf1 ${many.toReversed().join(" ")}`);
  expect(terms.filter(({ state }) => state === "kept")).toHaveLength(1);
  expect(diffRecords(`v=spf1${" a".repeat(50_000)}`, "v=spf1 a").terms).toHaveLength(50_000);
});
