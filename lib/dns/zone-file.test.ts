import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readZoneFile } from "./zone-file";

const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

const TEXT = String.raw`; a draft
$TTL 1h
$ORIGIN example.org.
@   IN SOA ns1 hostmaster (
        2026010101 ; serial
        7200 3600 1209600 300 )
    IN NS  ns1
    3600 IN TXT ( "v=spf1 "   ; begins
                  "a -all" )
    TXT "one \"quoted\" \\ \255;" bare\032word
@ 1d12h MX 10 mx1
  IN 60 MX 20 mx2.example.net.
mx1 A 192.0.2.1
    AAAA 2001:DB8::1
www.example.org. CNAME @
*.wild A 127.0.0.2
a\@b\032c A 127.0.0.3
$ORIGIN sub
host PTR target
$INCLUDE other.zone
@ CH TXT "chaos"
`;

test("a master file is read", () => {
  const read = readZoneFile(TEXT);
  if (!("zone" in read)) throw new Error(`${read.at}: ${read.problem}`);
  expect(Object.fromEntries(read.zone)).toEqual({
    "example.org": {
      records: [
        { type: "TXT", strings: ["v=spf1 ", "a -all"], ttl: 3600 },
        { type: "TXT", strings: ['one "quoted" \\ \xff;', "bare word"], ttl: 3600 },
        { type: "MX", preference: 10, host: "mx1.example.org", ttl: 129_600 },
        { type: "MX", preference: 20, host: "mx2.example.net", ttl: 60 },
      ],
      alias: null,
      timeout: false,
    },
    "mx1.example.org": {
      records: [
        { type: "A", address: "192.0.2.1", ttl: 3600 },
        { type: "AAAA", address: "2001:db8::1", ttl: 3600 },
      ],
      alias: null,
      timeout: false,
    },
    "www.example.org": { records: [], alias: "example.org", timeout: false },
    "*.wild.example.org": {
      records: [{ type: "A", address: "127.0.0.2", ttl: 3600 }],
      alias: null,
      timeout: false,
    },
    "a@b c.example.org": {
      records: [{ type: "A", address: "127.0.0.3", ttl: 3600 }],
      alias: null,
      timeout: false,
    },
    "host.sub.example.org": {
      records: [{ type: "PTR", host: "target.sub.example.org", ttl: 3600 }],
      alias: null,
      timeout: false,
    },
  });
  expect(read.skipped).toEqual([
    { at: "line 4", problem: "type SOA" },
    { at: "line 7", problem: "type NS" },
    { at: "line 20", problem: "$INCLUDE" },
    { at: "line 21", problem: "class CH" },
  ]);
});

test("an origin may be given from outside, and lines may end as on Windows", () => {
  const read = readZoneFile('@ TXT "v=spf1 -all"\r\n_spf TXT v=spf1\r\n', "example.org");
  expect("zone" in read && [...read.zone.keys()]).toEqual(["example.org", "_spf.example.org"]);
});

describe("what is wrong is named with its line", () => {
  test.each([
    ["a A 192.0.2.1", "line 1", '"a" is no usable name: say $ORIGIN'],
    ["a. A 192.0.2.1\nb. A 192.0.2.256", "line 2", '"192.0.2.256" is no IPv4 address'],
    ["a. AAAA 192.0.2.1", "line 1", '"192.0.2.1" is no IPv6 address'],
    ["a. MX mx.", "line 1", "an MX record is a preference"],
    ["a. MX 70000 mx.", "line 1", "an MX record is a preference"],
    ["a. MX 10 mx", "line 1", "an MX record is a preference"],
    ["a. TXT", "line 1", "a TXT record without a string"],
    ["a. CNAME b", "line 1", '"b" is no usable name: say $ORIGIN'],
    ["a..b. A 192.0.2.1", "line 1", '"a..b." is no usable name'],
    ["a\\.b. A 192.0.2.1", "line 1", "is no usable name"],
    ["\n  A 192.0.2.1", "line 2", "a record before the first name"],
    ["  A 192.0.2.1", "line 1", "a record before the first name"],
    ["a.", "line 1", "a record without a type"],
    ["a. 300 IN", "line 1", "a record without a type"],
    ["$TTL x", "line 1", '"x" is no TTL'],
    ["$TTL", "line 1", '"" is no TTL'],
    ["$ORIGIN a", "line 1", '"a" is no usable name'],
    ['\n\na. TXT "open', "line 3", "a quote that is not closed"],
    ['a. TXT ( "x"\n\n', "line 1", "a ( that is not closed"],
    ["\na. TXT x )", "line 2", "a ) without its ("],
    ["a. TXT x\\", "line 1", "a backslash"],
  ])("%j", (text, at, problem) =>
    expect(readZoneFile(text)).toEqual({ at, problem: expect.stringContaining(problem) }),
  );
});

test("names that objects of JavaScript have by themselves are like any others", () => {
  const odd = ["__proto__", "constructor", "tostring"];
  const read = readZoneFile(odd.map((name) => `${name} A 192.0.2.1`).join("\n"), "");
  expect("zone" in read && [...read.zone.keys()]).toEqual(odd);
  expect(readZoneFile("a. __proto__ x\na. constructor x")).toMatchObject({
    skipped: [
      { at: "line 1", problem: "type __PROTO__" },
      { at: "line 2", problem: "type CONSTRUCTOR" },
    ],
  });
});

test("whatever is read, what is wrong has a line of the text", () => {
  const line = fc.constantFrom(
    "a A 192.0.2.1",
    "  TXT x",
    "b A x",
    "$TTL",
    "c MX (\n1\n)",
    'd TXT "',
    "e PTR .",
    "",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, anyText)), (lines) => {
      const text = lines.join("\n");
      const read = readZoneFile(text, "example");
      const places = "zone" in read ? read.skipped : [read];
      for (const { at, problem } of places) {
        const [, number] = /^line (\d+)$/.exec(at) ?? [];
        expect(Number(number)).toBeGreaterThan(0);
        expect(Number(number)).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
        expect(problem).not.toBe("");
      }
    }),
  );
});

test("any text is read without a throw, also one of 20 MB", () => {
  fc.assert(fc.property(anyText, (text) => void readZoneFile(text, "a")));
  const piece = fc.constantFrom(
    "a. ",
    "TXT ",
    '"',
    "\\",
    "(",
    ")",
    "\n",
    ";",
    " ",
    "$TTL ",
    "1h1",
    "A ",
    "192.0.2.1",
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => void readZoneFile(pieces.join(""), "a")));
  for (const text of ["x", ";"]) readZoneFile(`a. TXT ${text.repeat(20_000_000)}`);
  readZoneFile(`a. TXT ${"\\1".repeat(1_000_000)}`);
  for (const text of ['"', "1", "1h", "(", "\n", "( ", "x "]) {
    readZoneFile(`a. TXT ${text.repeat(200_000)}`);
    readZoneFile(`$TTL ${text.repeat(200_000)}`);
  }
});
