import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHost } from "../check-host";
import { parseRecord } from "../parse";
import type { Resolver } from "../resolver";
import { recordOf } from "../zone.fixture";
import { anyDirective, anyValidRecord } from "./lint.fixture";
import { lintRecord } from "./lint-record";

/** Up to fourteen terms, enough for more than ten lookups. */
const anyLongRecord = fc
  .tuple(
    fc.array(anyDirective, { minLength: 8, maxLength: 14 }),
    fc.constantFrom("-all", "", "redirect=b.example"),
    anyDirective,
  )
  .map(([terms, end, last]) => ["v=spf1", ...terms, end, last].filter((text) => text !== "").join(" "));

/** Every name has all that a term may ask for but an IPv4 address, and nothing of it is the client's. */
function answersOf(record: string): Resolver {
  const texts = (name: string) => (name.toLowerCase() === "a.example" ? record : "v=spf1 -all");
  return {
    resolve: (name, type) => {
      if (type === "A") return { status: "void", reason: "nodata" };
      const answers = {
        TXT: texts(name),
        AAAA: "2001:4860::1",
        MX: "5 b.example",
        PTR: "host.elsewhere.example",
      };
      return { status: "found", records: [recordOf(type, answers[type])] };
    },
  };
}

test("a record without a syntax error has errors exactly where one that matches nothing gets a permerror", () => {
  const seen = { permerror: 0, other: 0 };
  fc.assert(
    fc.property(fc.oneof(anyValidRecord, anyLongRecord), (text) => {
      fc.pre(parseRecord(text).problems.length === 0);
      const request = { ip: "2a02::1", domain: "a.example", sender: "user@a.example", helo: "b.example" };
      const checked = checkHost(request, answersOf(text), { clock: () => 0 });
      if (checked instanceof Promise) throw new Error("these answers are at hand");
      fc.pre(checked.reason !== "void-limit");
      const errors = lintRecord(text, { domain: "a.example" }).filter(({ severity }) => severity === "error");
      const isPermerror = checked.result === "permerror";
      seen[isPermerror ? "permerror" : "other"]++;
      expect({ text, isError: errors.length > 0 }).toEqual({ text, isError: isPermerror });
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.permerror, seen.other)).toBeGreaterThan(100);
});
