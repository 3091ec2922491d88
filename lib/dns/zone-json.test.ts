import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readZoneJson } from "./zone-json";
import { zoneResolver } from "./zone-resolver";

const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

function recordsOf(fields: unknown, name = "example.org") {
  const read = readZoneJson(JSON.stringify({ [name]: fields }));
  if (!("zone" in read)) throw new Error(`${read.at}: ${read.problem}`);
  return [...read.zone.values()][0]?.records;
}

test.each([
  [{ TXT: [["v=spf1 ", "-all"], "other"] }, [{ strings: ["v=spf1 ", "-all"] }, { strings: ["other"] }]],
  [{ TXT: "alone" }, [{ strings: ["alone"] }]],
  [{ TXT: [""] }, [{ strings: [""] }]],
  [{ TXT: ["x".repeat(300)] }, [{ strings: ["x".repeat(255), "x".repeat(45)] }]],
  [{ TXT: ["\xff\x80"] }, [{ strings: ["\xff\x80"] }]],
  [{ TXT: ["한"] }, [{ strings: ["\xed\x95\x9c"] }]],
  [{ A: ["192.0.2.1"] }, [{ type: "A", address: "192.0.2.1" }]],
  [{ AAAA: ["2001:DB8:0::1"] }, [{ type: "AAAA", address: "2001:db8::1" }]],
  [{ MX: [[0, ""]] }, [{ type: "MX", preference: 0, host: "" }]],
  [{ MX: [[10, "mx.example.org."]] }, [{ type: "MX", preference: 10, host: "mx.example.org" }]],
  [{ PTR: ["한국.kr"] }, [{ type: "PTR", host: "xn--3e0b707e.kr" }]],
  [{}, []],
])("%j", (fields, records) => expect(recordsOf(fields)).toMatchObject(records));

test("names are kept by what they are, not how they are written", () => {
  const read = readZoneJson(
    '{"EXAMPLE.org.": {"CNAME": "A.b"}, "한국.kr": {"timeout": true}, "a b.\\u00ff": {}}',
  );
  expect(read).toMatchObject({ skipped: [] });
  expect([...("zone" in read ? read.zone : [])]).toEqual([
    ["example.org", { records: [], alias: "A.b", timeout: false }],
    ["xn--3e0b707e.kr", { records: [], alias: null, timeout: true }],
    ["a b.\xff", { records: [], alias: null, timeout: false }],
  ]);
});

test("other types are left out, and told", () => {
  expect(readZoneJson('{"a": {"NS": ["b"], "SOA": 1, "A": ["192.0.2.1"]}}')).toMatchObject({
    skipped: [{ at: '"a".NS' }, { at: '"a".SOA' }],
  });
});

describe("what is wrong is named with its place", () => {
  test.each([
    ["[]", "the zone", "must be an object in braces"],
    ["null", "the zone", "must be an object in braces"],
    ['{"a": []}', '"a"', "must be an object in braces"],
    ['{"a..b": {}}', '"a..b"', "must be a domain name"],
    ['{"a": {"txt": []}}', '"a".txt', "no such field; there are TXT"],
    ['{"a": {"Timeout": true}}', '"a".Timeout', "no such field"],
    ['{"a": {"timeout": 1}}', '"a".timeout', "must be true or false"],
    ['{"a": {"TXT": 1}}', '"a".TXT', "must be a list"],
    ['{"a": {"TXT": ["x", 1]}}', '"a".TXT[1]', "must be a string"],
    ['{"a": {"TXT": [["x", null]]}}', '"a".TXT[0][1]', "must be a string"],
    ['{"a": {"A": ["192.0.2.1", "192.0.2.256"]}}', '"a".A[1]', "must be an IPv4 address"],
    ['{"a": {"A": ["::1"]}}', '"a".A[0]', "must be an IPv4 address"],
    ['{"a": {"AAAA": ["192.0.2.1"]}}', '"a".AAAA[0]', "must be an IPv6 address"],
    ['{"a": {"MX": ["b"]}}', '"a".MX[0]', "must be [preference, host]"],
    ['{"a": {"MX": [["b", 10]]}}', '"a".MX[0][0]', "must be a number from 0 to 65535"],
    ['{"a": {"MX": [[65536, "b"]]}}', '"a".MX[0][0]', "must be a number"],
    ['{"a": {"MX": [[1, "b"], [1, "c..d"]]}}', '"a".MX[1][1]', "must be a domain name"],
    ['{"a": {"CNAME": ["b", "c"]}}', '"a".CNAME', "must be a domain name"],
    ["", "line 1, column 1", "not JSON: a value is expected"],
    ['{"a": {', "line 1, column 8", 'not JSON: a key or "}" is expected'],
    ['{"a":\n {"TXT": ["b",]}}', "line 2, column 15", "not JSON: a value is expected"],
    ['{"a": {} "b"', "line 1, column 10", 'not JSON: "," or the end is expected'],
    ['{"a" 1}', "line 1, column 6", 'not JSON: ":" is expected'],
    ["{'a': {}}", "line 1, column 2", 'not JSON: a key or "}" is expected'],
    ['{"a": "\n"}', "line 1, column 7", "not JSON: a value is expected"],
    ["{}\n{}", "line 2, column 1", 'not JSON: "," or the end is expected'],
    ["[1 2]", "line 1, column 4", "not JSON"],
    ["{]", "line 1, column 2", "not JSON"],
    ["\u0000", "line 1, column 1", "not JSON"],
  ])("%j", (text, at, problem) =>
    expect(readZoneJson(text)).toEqual({ at, problem: expect.stringContaining(problem) }),
  );
});

test("names and fields that objects of JavaScript have by themselves are like any others", () => {
  const odd = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  const read = readZoneJson(`{${odd.map((name) => `"${name}": {"A": ["192.0.2.1"]}`).join()}}`);
  if (!("zone" in read)) throw new Error(read.problem);
  expect([...read.zone.keys()]).toEqual(odd.map((name) => name.toLowerCase()));
  const resolver = zoneResolver(read.zone);
  for (const name of odd)
    expect(resolver.resolve(name, "A")).toEqual({
      status: "found",
      records: [{ type: "A", address: "192.0.2.1" }],
    });
  expect(zoneResolver(new Map()).resolve("__proto__", "A")).toEqual({ status: "void", reason: "nxdomain" });
  for (const field of odd)
    expect(readZoneJson(`{"a": {"${field}": ["x"]}}`)).toEqual({
      at: `"a".${field}`,
      problem: expect.stringContaining("no such field"),
    });
});

test("as many records as anyone has memory for are read", () => {
  const list = (item: string) => `[${Array(300_000).fill(item).join()}]`;
  const text = `{"a": {"A": ${list('"192.0.2.1"')}, "TXT": ${list('"x"')}, "MX": ${list('[1,"b"]')}}}`;
  const read = readZoneJson(text);
  expect("zone" in read && read.zone.get("a")?.records.length).toBe(900_000);
  for (const hostile of ["[".repeat(1_000_000), `"${"\\n".repeat(2_000_000)}`, `{"a":`.repeat(300_000)])
    expect(readZoneJson(hostile)).toMatchObject({ at: expect.stringMatching(/^line 1, column \d+$/) });
  const deep = `{"a": {"TXT": ${"[".repeat(300_000)}${"]".repeat(300_000)}}}`;
  expect(readZoneJson(deep)).toMatchObject({ at: '"a".TXT[0][0]' });
});

test("any text, and any JSON, is read without a throw", () => {
  fc.assert(fc.property(anyText, (text) => void readZoneJson(text)));
  fc.assert(fc.property(fc.json(), (text) => void readZoneJson(text)));
  const field = fc.constantFrom("TXT", "A", "AAAA", "MX", "PTR", "CNAME", "timeout");
  const zones = fc.dictionary(fc.string(), fc.dictionary(field, fc.jsonValue()));
  fc.assert(fc.property(zones, (zone) => void readZoneJson(JSON.stringify(zone))));
});

test("text that stops being JSON anywhere is told where, at or before the place", () => {
  const whole =
    '{"a.b": {"TXT": [["x\\u0041\\n", "y"], "z"], "MX": [[10, "b"]], "timeout": true}, "c": {"A": []}}';
  for (let length = 0; length < whole.length; length++) {
    const read = readZoneJson(whole.slice(0, length));
    const [, column] = "at" in read ? (/^line 1, column (\d+)$/.exec(read.at) ?? []) : [];
    expect(Number(column)).toBeGreaterThan(0);
    expect(Number(column)).toBeLessThanOrEqual(length + 1);
  }
});
