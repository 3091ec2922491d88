import { expect, test } from "vitest";
import { advisable } from "./advisable";
import { CLOSED, d, GUIDE, inputOf, type Mail, OTHER } from "./case.fixture";
import { CASES } from "./cases.fixture";
import { diagnose } from "./diagnose";

const shown = (zone: Record<string, string[]>, mail: Mail) => {
  const input = inputOf(zone, mail);
  expect(input.suggestion?.suggested).not.toBeNull();
  return advisable(diagnose(input), input)?.suggested ?? null;
};

const TWO = d("TXT v=spf1 mx -all", "TXT v=spf1 a -all");
const DEAD = d("TXT v=spf1 ip4:198.51.100.7 include:gone.example -all");
const NONE = d("TXT words");

test.each<[string, Record<string, string[]>, Mail, string | null]>([
  [
    "the guide's own case",
    GUIDE,
    { ip: "9.8.7.6", from: "kisa@kisarbl.or.kr" },
    "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 -all",
  ],
  [
    "the domain's own name",
    CLOSED,
    { names: ["out.d.example"] },
    "v=spf1 ip4:198.51.100.7 ip4:192.0.2.1 -all",
  ],
  [
    "a hoster's name alone",
    CLOSED,
    { names: ["s.hoster.example"] },
    "v=spf1 ip4:198.51.100.7 ip4:192.0.2.1 -all",
  ],
  [
    "two records, and the domain's own name",
    TWO,
    { names: ["out.d.example"] },
    "v=spf1 mx a ip4:192.0.2.1 -all",
  ],
  ["two records, and the domain's HELO name, which anyone may say", TWO, { helo: "out.d.example" }, null],
  [
    "two records, and the domain's HELO name, which passes",
    { ...TWO, "out.d.example": ["TXT v=spf1 ip4:192.0.2.1 -all"] },
    { helo: "out.d.example" },
    "v=spf1 mx a ip4:192.0.2.1 -all",
  ],
  ["two records, and nothing else", TWO, {}, null],
  ["two records, and a stranger's name", TWO, { names: ["s.hoster.example"] }, null],
  ["a dead include, and nothing else", DEAD, {}, null],
  [
    "a dead include, and a neighbour",
    d("TXT v=spf1 ip4:192.0.2.9 include:gone.example -all"),
    {},
    "v=spf1 ip4:192.0.2.9 ip4:192.0.2.1 -all",
  ],
  ["a slip, and nothing else", d("TXT v=spf1 ipv4:198.51.100.7 -all"), {}, null],
  [
    "a slip, and the domain's own name",
    d("TXT v=spf1 ipv4:198.51.100.7 -all"),
    { names: ["out.d.example"] },
    "v=spf1 ip4:198.51.100.7 ip4:192.0.2.1 -all",
  ],
  ["a slip that named the client", d("TXT v=spf1 ipv4:192.0.2.1 -all"), {}, "v=spf1 ip4:192.0.2.1 -all"],
  ["no record, and nothing else", NONE, {}, null],
  ["two records, and another's HELO name", TWO, { helo: "mail.other.example" }, null],
  [
    "two records, and a line at home that says it is the domain",
    TWO,
    { helo: "out.d.example", names: ["dsl-2-1.isp.example"] },
    null,
  ],
  ["no record, and another's HELO name", NONE, { helo: "mail.other.example" }, null],
  ["no record, and the receiver's HELO name", NONE, { helo: "mx.receiver.example" }, null],
  ["no record, and the domain's own name", NONE, { names: ["out.d.example"] }, "v=spf1 ip4:192.0.2.1 ?all"],
  ["a forwarder", { ...CLOSED, ...OTHER }, { helo: "mail.other.example" }, null],
  ["a forger", d("TXT v=spf1 -all"), {}, null],
  ["a forger with the domain's HELO name", d("TXT v=spf1 -all"), { helo: "mail.d.example" }, null],
  ["a client that is ruled out", d("TXT v=spf1 -ip4:192.0.2.0/24 ~all"), { helo: "mail.d.example" }, null],
  ["a line at home", CLOSED, { names: ["dsl-2-1.isp.example"] }, null],
])("the record for %s", (_, zone, mail, suggested) => expect(shown(zone, mail)).toBe(suggested));

test("no record is shown to whom it could not help", () => {
  for (const [name, verdict, , , zone, mail] of CASES) {
    const input = inputOf(zone, mail);
    if (/^(?:forger|forwarder|wrong|receiv|dns|passes|fixed|other|bad|incomplete)/.test(verdict))
      expect([name, advisable(diagnose(input), input)]).toEqual([name, null]);
  }
});
