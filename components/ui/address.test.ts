import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressText, narrowed, type Parameters, readAddress, widened } from "./address";

const read = (given: Parameters) => readAddress("/", given).address;

test.each<[string, Parameters, string]>([
  ["nothing", {}, "/"],
  ["the default", { range: "30d" }, "/"],
  ["a range", { range: "1y" }, "/?range=1y"],
  ["a day", { to: "2026-11-24" }, "/?to=2026-11-24"],
  ["an hour", { range: "24h", to: "2026-11-24T09" }, "/?range=24h&to=2026-11-24T09"],
  ["a day's hours", { range: "24h", to: "2026-11-24" }, "/?range=24h&to=2026-11-24T23"],
  ["a zone", { tz: "Asia/Seoul" }, "/?tz=Asia/Seoul"],
  ["all", { range: "7d", to: "2026-01-31", tz: "+09:00" }, "/?range=7d&to=2026-01-31&tz=%2B09:00"],
  ["a range twice", { range: ["7d", "90d"] }, "/?range=7d"],
  ["days of one's own", { from: "2026-11-01", to: "2026-11-03" }, "/?from=2026-11-01&to=2026-11-03"],
  ["one day of one's own", { from: "2026-11-01" }, "/?from=2026-11-01&to=2026-11-01"],
  [
    "hours of one's own",
    { from: "2026-11-01T05:30", to: "2026-11-01T07" },
    "/?from=2026-11-01T05&to=2026-11-01T07",
  ],
  ["a comparison", { compare: "year" }, "/?compare=year"],
  [
    "terms",
    { result: ["fail", "softfail"], "domain!": "Example.com", client: "192.0.2.7/24" },
    "/?result=fail&result=softfail&domain!=example.com&client=192.0.2.0/24",
  ],
])("an address that names %s is read, and written the same", (_, given, written) => {
  expect(readAddress("/", given).problems).toEqual([]);
  expect(addressText(read(given))).toBe(written);
});

test.each<[string, Parameters, string]>([
  ["range", { range: "__proto__" }, "word"],
  ["range", { to: "2026-13-01" }, "word"],
  ["range", { to: "2026-02-31" }, "word"],
  ["range", { to: "2026-11-24T25" }, "word"],
  ["range", { from: "2026-11-03", to: "2026-11-01" }, "order"],
  ["range", { to: "9".repeat(100_000) }, "word"],
  ["tz", { tz: "Mars/Olympus" }, "word"],
  ["tz", { tz: "x".repeat(100_000) }, "word"],
  ["compare", { compare: "me" }, "word"],
  ["client", { client: "999" }, "network"],
])("what cannot be used of %s is told and left out", (field, given, fault) => {
  const { address, problems } = readAddress("/", given);
  expect(problems).toMatchObject([{ field, fault }]);
  expect(addressText(address)).toBe("/");
});

test("whatever is given, what is written reads the same again", () => {
  const name = fc.constantFrom(
    "range",
    "from",
    "to",
    "tz",
    "compare",
    "text",
    "domain!",
    "sender",
    "result",
    "client",
  );
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("fail", "2026-11-24", "7d", "UTC", "10.0.0.1"),
  );
  fc.assert(
    fc.property(fc.dictionary(name, value), (given) => {
      const written = addressText(read(given));
      const { searchParams } = new URL(written, "http://localhost");
      const again: Parameters = {};
      for (const key of searchParams.keys()) again[key] = searchParams.getAll(key);
      expect(addressText(read(again))).toBe(written);
    }),
  );
});

describe("a filtered address", () => {
  test("keeps the columns of a list, and leads to no other page with them", () => {
    const list = readAddress("/messages", { columns: ["host", "nothing", "result"], result: "fail" }).address;
    expect(addressText(list)).toBe("/messages?result=fail&columns=time%2Cresult%2Chost");
    expect(addressText(narrowed(list, "host", "mx1"))).toBe(
      "/messages?result=fail&host=mx1&columns=time%2Cresult%2Chost",
    );
    expect(addressText({ ...list, path: "/" })).toBe("/?result=fail");
    expect(readAddress("/messages", { columns: "nothing" }).address.columns).toBe("");
  });

  test("is narrowed and widened again", () => {
    const start = read({ range: "7d" });
    const filtered = narrowed(narrowed(start, "domain", "a.example"), "result", "fail", true);
    expect(addressText(filtered)).toBe("/?range=7d&domain=a.example&result!=fail");
    expect(addressText(widened(filtered, filtered.filter[0]!))).toBe("/?range=7d&result!=fail");
    expect(addressText(filtered, { before: "1.2" })).toBe(
      "/?range=7d&domain=a.example&result!=fail&before=1.2",
    );
  });
});
