import { describe, expect, test } from "vitest";
import type { Answer, RecordType } from "@/lib/spf/resolver";
import { overlayResolver } from "./overlay-resolver";
import { readZoneJson } from "./zone-json";
import { zoneResolver } from "./zone-resolver";

const read = readZoneJson(
  JSON.stringify({
    "example.org": { TXT: ["v=spf1 -all"], A: ["192.0.2.1"] },
    "www.example.org": { CNAME: "EXAMPLE.org" },
    "both.example.org": { CNAME: "example.org", TXT: ["own"] },
    "dangling.example.org": { CNAME: "nowhere.example.org" },
    "loop1.example.org": { CNAME: "loop2.example.org" },
    "loop2.example.org": { CNAME: "loop1.example.org" },
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`c${i}.org`, { CNAME: `c${i + 1}.org` }])),
    "c12.org": { A: ["192.0.2.12"] },
    "slow.example.org": { A: ["192.0.2.2"], timeout: true },
    "to-slow.example.org": { CNAME: "slow.example.org" },
    "*.wild.org": { A: ["127.0.0.2"] },
    "own.wild.org": { TXT: ["own"] },
    "deep.inner.wild.org": { TXT: ["deep"] },
    "*.alias.org": { CNAME: "example.org" },
    "*.*.tree.org": { TXT: ["literal"] },
    "user+a@b c.example.org": { A: ["127.0.0.3"] },
  }),
);
if (!("zone" in read)) throw new Error(read.problem);
const resolver = zoneResolver(read.zone);

const address = (text: string) => ({ status: "found", records: [{ type: "A", address: text }] });
const NODATA = { status: "void", reason: "nodata" };
const NXDOMAIN = { status: "void", reason: "nxdomain" };

test.each<[string, RecordType, unknown]>([
  ["example.org", "A", address("192.0.2.1")],
  ["eXample.ORG", "A", address("192.0.2.1")],
  ["example.org", "MX", NODATA],
  ["org", "A", NODATA],
  ["", "A", NODATA],
  ["example.com", "A", NXDOMAIN],
  ["www.example.org", "A", address("192.0.2.1")],
  ["www.example.org", "MX", NODATA],
  ["both.example.org", "TXT", { status: "found", records: [{ type: "TXT", strings: ["own"] }] }],
  ["both.example.org", "A", address("192.0.2.1")],
  ["dangling.example.org", "A", NXDOMAIN],
  ["loop1.example.org", "A", { status: "error", reason: "CNAME loop" }],
  ["c0.org", "A", { status: "error", reason: "more than 8 CNAMEs" }],
  ["c4.org", "A", address("192.0.2.12")],
  ["slow.example.org", "A", address("192.0.2.2")],
  ["slow.example.org", "TXT", { status: "error", reason: "timeout" }],
  ["to-slow.example.org", "TXT", { status: "error", reason: "timeout" }],
  ["a.wild.org", "A", address("127.0.0.2")],
  ["b.a.wild.org", "A", address("127.0.0.2")],
  ["*.wild.org", "A", address("127.0.0.2")],
  ["a.wild.org", "TXT", NODATA],
  ["wild.org", "A", NODATA],
  ["own.wild.org", "A", NODATA],
  ["below.own.wild.org", "A", NXDOMAIN],
  ["inner.wild.org", "A", NODATA],
  ["a.inner.wild.org", "A", NXDOMAIN],
  ["a.alias.org", "A", address("192.0.2.1")],
  ["user+A@b c.example.org", "A", address("127.0.0.3")],
  ["a..b", "A", NXDOMAIN],
])("%s %s", (name, type, expected) => expect(resolver.resolve(name, type)).toEqual(expected));

describe("as if a record were published", () => {
  const texts: [string, string[]][] = [
    ["EXAMPLE.org.", ["v=spf1 ~all"]],
    ["new.example.org", ["v=spf1 a ".padEnd(300, "x"), "other"]],
    ["www.example.org", []],
    ["no..name", ["x"]],
  ];
  const overlay = overlayResolver(resolver, texts);
  const textAt = (name: string) => {
    const answer = overlay.resolve(name, "TXT") as Answer;
    return answer.status === "found"
      ? answer.records.map((record) => "strings" in record && record.strings)
      : answer;
  };

  test("its text is in the place of what is there", () => {
    expect(textAt("example.org")).toEqual([["v=spf1 ~all"]]);
    expect(textAt("new.example.org")).toEqual([["v=spf1 a ".padEnd(255, "x"), "x".repeat(45)], ["other"]]);
    expect(textAt("www.example.org")).toEqual(NODATA);
  });

  test("all else is as it is", () => {
    expect(overlay.resolve("example.org", "A")).toEqual(address("192.0.2.1"));
    expect(textAt("own.wild.org")).toEqual([["own"]]);
    expect(textAt("no..name")).toEqual(NXDOMAIN);
  });
});
