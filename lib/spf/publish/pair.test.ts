import fc from "fast-check";
import { expect, test } from "vitest";
import { readZoneFile } from "@/lib/dns/zone-file";
import { anyRecord } from "../record.fixture";
import { bindRecord } from "./bind-record";
import { allPair, ENDS } from "./pair";
import { endSentences } from "./words";

test("a draft is offered with both ends, and its own is marked", () =>
  expect(allPair("example.org.", "v=spf1 mx ~all", 3600)).toEqual([
    {
      all: "-all",
      text: "v=spf1 mx -all",
      record: { lines: ['example.org. 3600 IN TXT "v=spf1 mx -all"'], strings: ["v=spf1 mx -all"] },
      isDraft: false,
    },
    {
      all: "~all",
      text: "v=spf1 mx ~all",
      record: { lines: ['example.org. 3600 IN TXT "v=spf1 mx ~all"'], strings: ["v=spf1 mx ~all"] },
      isDraft: true,
    },
  ]));

test.each(["v=spf1 redirect=b.example", "v=spf1 moo", "", "v=spf1 a:\u{1f600} -all"])(
  "none for %j",
  (draft) => expect(allPair("example.org", draft, 3600)).toBeNull(),
);

test("each end says what it asks of receivers, by RFC 7208, and what DMARC makes of it", () => {
  for (const language of ["ko", "en"] as const) {
    const [fail, soft] = ENDS.map((end) => endSentences(end, language).map(({ rfc }) => rfc));
    expect(fail).toEqual(["7208#section-8.4", "7208#appendix-D", "7489#section-10.1"]);
    expect(soft).toEqual(["7208#section-8.5", null, "7489#section-10.1"]);
  }
});

test("a long record has each of its strings on a line of its own", () => {
  const text = `v=spf1 ${"ip4:192.0.2.1 ".repeat(20)}-all`;
  const { lines, strings } = bindRecord("한글.example", text, 300)!;
  expect(strings).toHaveLength(2);
  expect(lines).toEqual([
    "xn--bj0bj06e.example. 300 IN TXT (",
    `    "${strings[0]}"`,
    `    "${strings[1]}"`,
    ")",
  ]);
});

test("a text with characters that are no octets has no line", () =>
  expect(bindRecord("example.org", "v=spf1 –all", 300)).toBeNull());

const octets = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 900,
});
const domain = fc.constantFrom(
  "example.org",
  "_spf.a.example",
  "a b;c.example",
  '"x"(y).example',
  "$x.@.example",
);

test("BIND's lines give back exactly the text, under exactly the name, with exactly the TTL", () => {
  const texts = fc.oneof(
    anyRecord,
    octets,
    octets.map((text) => `${text} ${text} ${text}`),
  );
  fc.assert(
    fc.property(domain, texts, fc.nat(604_800), (name, text, ttl) => {
      const bind = bindRecord(name, text, ttl);
      expect(bind === null).toBe(/[^\x00-\xff]/.test(text));
      if (bind === null) return;
      const read = readZoneFile(bind.lines.join("\n"));
      if (!("zone" in read)) throw new Error(`${read.at}: ${read.problem}`);
      expect([...read.zone.keys()]).toEqual([name]);
      const records = read.zone.get(name)!.records;
      expect(records).toEqual([{ type: "TXT", strings: bind.strings, ttl }]);
      expect(bind.strings.join("")).toBe(text);
      for (const string of bind.strings) expect(string.length).toBeLessThanOrEqual(255);
    }),
  );
});
