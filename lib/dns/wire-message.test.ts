import packet from "dns-packet";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rawRecord, soaRecord } from "./dns-response.fixture";
import { answersQuestion, readMessage, writeQuery } from "./wire-message";
import { TYPE_NUMBERS } from "./wire-record";

const ASKED = { id: 0xbeef, name: "Example.org", type: "TXT" } as const;

function response(answers: packet.Answer[], more: Partial<packet.Packet> = {}): Buffer {
  const questions = [{ name: "example.ORG", type: "TXT" as const }];
  return packet.encode({ type: "response", id: 0xbeef, questions, answers, ...more });
}

/** A response whose answers are these bytes, `count` of them. */
function rawResponse(count: number, ...answers: Uint8Array[]): Buffer {
  const bytes = response([]);
  bytes.writeUInt16BE(count, 6);
  return Buffer.concat([bytes, ...answers]);
}

test("a query is one that another implementation reads", () => {
  const read = packet.decode(Buffer.from(writeQuery(ASKED, 1232)!));
  expect(read).toMatchObject({ id: 0xbeef, type: "query", flag_rd: true, opcode: "QUERY" });
  expect(read.questions).toEqual([{ name: "Example.org", type: "TXT", class: "IN" }]);
  expect(read.additionals).toMatchObject([{ type: "OPT", udpPayloadSize: 1232, flags: 0 }]);
  expect(packet.decode(Buffer.from(writeQuery(ASKED, 0)!)).additionals).toEqual([]);
});

test("records that another implementation wrote are read", () => {
  const bytes = response([
    { type: "A", name: "example.org", ttl: 60, data: "192.0.2.7" },
    { type: "AAAA", name: "example.org", ttl: 61, data: "2001:db8:0:0:0:0:0:7" },
    { type: "MX", name: "example.org", ttl: 62, data: { preference: 10, exchange: "mx.example.org" } },
    {
      type: "TXT",
      name: "example.org",
      ttl: 63,
      data: [Buffer.from("v=spf1 "), Buffer.from([0xff, 0, 0x2d])],
    },
    { type: "PTR", name: "example.org", ttl: 64, data: "host.example.org" },
    { type: "CNAME", name: "www.example.org", ttl: 65, data: "example.org" },
    { type: "CAA", name: "example.org", ttl: 66, data: { flags: 0, tag: "issue", value: "x" } },
  ]);
  const owner = "example.org";
  expect(readMessage(bytes)?.answers).toEqual([
    { owner, ttl: 60, record: { type: "A", address: "192.0.2.7", ttl: 60 } },
    { owner, ttl: 61, record: { type: "AAAA", address: "2001:db8::7", ttl: 61 } },
    { owner, ttl: 62, record: { type: "MX", preference: 10, host: "mx.example.org", ttl: 62 } },
    { owner, ttl: 63, record: { type: "TXT", strings: ["v=spf1 ", "\xff\0-"], ttl: 63 } },
    { owner, ttl: 64, record: { type: "PTR", host: "host.example.org", ttl: 64 } },
    { owner: "www.example.org", ttl: 65, alias: "example.org" },
  ]);
});

test("an absence is remembered for the lesser of the SOA's TTL and its minimum", () => {
  const soa = { mname: "ns.example.org", rname: "root.example.org", minimum: 30 };
  const authorities: packet.Answer[] = [{ type: "SOA", name: "example.org", ttl: 40, data: soa }];
  expect(readMessage(response([], { authorities }))).toMatchObject({ rcode: 0, negativeTtl: 30 });
  expect(readMessage(response([]))).toMatchObject({ negativeTtl: null });
});

test("a query to a server that is to speak for itself desires no recursion", () => {
  const read = packet.decode(Buffer.from(writeQuery({ ...ASKED, type: "NS", recursion: false }, 1232)!));
  expect(read).toMatchObject({
    flag_rd: false,
    questions: [{ name: "Example.org", type: "NS", class: "IN" }],
  });
});

test("servers of a zone, and whether a server speaks for it, are read", () => {
  const answers: packet.Answer[] = [{ type: "NS", name: "example.org", ttl: 9, data: "ns.example.net" }];
  expect(readMessage(response(answers, { flags: packet.AUTHORITATIVE_ANSWER }))).toMatchObject({
    isAuthoritative: true,
    answers: [{ owner: "example.org", ttl: 9, nameServer: "ns.example.net" }],
    zone: null,
  });
  expect(readMessage(response(answers))).toMatchObject({ isAuthoritative: false });
});

test("an absence names its zone", () => {
  const soa = { mname: "ns.example.org", rname: "root.example.org", minimum: 30 };
  const authorities: packet.Answer[] = [{ type: "SOA", name: "example.org", ttl: 40, data: soa }];
  expect(readMessage(response([], { authorities }))).toMatchObject({ zone: "example.org" });
});

test("strings of the obsolete type SPF are read, and no string runs over its record", () => {
  const spf = rawRecord("a.example", TYPE_NUMBERS.SPF, 5, Buffer.from("\x06v=spf1\x05 -all"));
  expect(readMessage(rawResponse(1, spf))?.answers).toEqual([
    { owner: "a.example", ttl: 5, obsolete: ["v=spf1", " -all"] },
  ]);
  expect(
    readMessage(rawResponse(1, rawRecord("a.example", TYPE_NUMBERS.SPF, 5, Buffer.from("\x09x")))),
  ).toBeNull();
});

test("the upper bits of the rcode come from EDNS", () => {
  const bytes = response([]);
  bytes.writeUInt16BE(1, 10);
  expect(readMessage(Buffer.concat([bytes, Buffer.from([0, 0, 41, 2, 0, 1, 0, 0, 0, 0, 0])]))?.rcode).toBe(
    16,
  );
});

describe("a response is believed", () => {
  const right = response([]);
  const changed = (at: number, xor: number) => {
    const bytes = Buffer.from(right);
    bytes[at]! ^= xor;
    return bytes;
  };
  test.each([
    ["when id, flags and question are right, in any case of letters", right, true],
    ["not with another id", changed(1, 1), false],
    ["not if it is a query", changed(2, 0x80), false],
    ["not for another opcode", changed(2, 0x08), false],
    ["not for another name", changed(13, 2), false],
    ["not for another type", changed(right.length - 3, 1), false],
    ["not for another class", changed(right.length - 1, 2), false],
    ["not with two questions", changed(5, 3), false],
    ["not without a question", changed(5, 1), false],
    ["not if it ends early", right.subarray(0, 20), false],
    ["not if there is no header", Buffer.alloc(3), false],
  ])("%s", (_, bytes, expected) => expect(answersQuestion(bytes, ASKED)).toBe(expected));

  test("without a question, if it is an error and nothing else", () => {
    const bytes = Buffer.from(right.subarray(0, 12));
    bytes.writeUInt16BE(0, 4);
    expect(answersQuestion(bytes, ASKED)).toBe(false);
    bytes[3]! |= 1;
    expect(answersQuestion(bytes, ASKED)).toBe(true);
  });
});

describe("damage", () => {
  test.each([
    ["an address of 3 octets", rawRecord("a", TYPE_NUMBERS.A, 1, Buffer.alloc(3))],
    ["an IPv6 address of 4 octets", rawRecord("a", TYPE_NUMBERS.AAAA, 1, Buffer.alloc(4))],
    ["a string over the end", rawRecord("a", TYPE_NUMBERS.TXT, 1, Buffer.from([9, 1]))],
    ["an MX record of 1 octet", rawRecord("a", TYPE_NUMBERS.MX, 1, Buffer.alloc(1))],
    ["data behind a name", rawRecord("a", TYPE_NUMBERS.PTR, 1, Buffer.from([0, 0]))],
    ["data over the end", rawRecord("a", TYPE_NUMBERS.A, 1, Buffer.alloc(4)).subarray(0, -1)],
    ["fewer records than said", new Uint8Array(0)],
  ])("in the answers is one of the whole: %s", (_, bytes) =>
    expect(readMessage(rawResponse(1, bytes))).toBeNull(),
  );

  test("behind the answers takes nothing away", () => {
    const bytes = rawResponse(
      1,
      rawRecord("a", TYPE_NUMBERS.A, 1, Buffer.alloc(4)),
      soaRecord(1, 1).subarray(0, -3),
    );
    bytes.writeUInt16BE(1, 8);
    expect(readMessage(bytes)?.answers).toHaveLength(1);
  });

  test("a host with a dot inside a label is left out, never taken for another", () => {
    const data = Buffer.from([16, ...Buffer.from("mail.example.org"), 0]);
    expect(readMessage(rawResponse(1, rawRecord("a", TYPE_NUMBERS.PTR, 1, data)))?.answers).toEqual([]);
  });
});

test("any bytes are read without a throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      readMessage(bytes);
      answersQuestion(bytes, ASKED);
    }),
    { numRuns: 3000 },
  );
});

test("a response with any bytes changed is read without a throw", () => {
  const whole = rawResponse(
    2,
    rawRecord("example.org", TYPE_NUMBERS.MX, 1, Buffer.from([0, 1, 0xc0, 12])),
    soaRecord(1, 1),
  );
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(whole.length), (changes, length) => {
      const bytes = Buffer.from(whole.subarray(0, length));
      for (const [at, value] of changes) if (at < length) bytes[at] = value;
      readMessage(bytes);
    }),
    { numRuns: 3000 },
  );
});

test("of a bomb of pointers to one long name only the first 500 are unfolded", () => {
  const long = Array(127).fill("a").join(".");
  const first = rawRecord(long, TYPE_NUMBERS.TXT, 1, Buffer.from([0]));
  const again = Buffer.from([0xc0, 29, 0, 12, 0, 1, 0, 0, 0, 1, 0, 2, 0xc0, 29]);
  const bomb = (count: number) => rawResponse(count + 1, first, ...new Array<Buffer>(count).fill(again));
  const whole = readMessage(bomb(499))!;
  expect(whole).toMatchObject({ isCut: false });
  expect(whole.answers.at(-1)).toMatchObject({ owner: long, record: { host: long } });
  const cut = readMessage(bomb(4600))!;
  expect(cut.isCut).toBe(true);
  expect(cut.answers).toHaveLength(500);
});

test("of authorities without end only the first 500 are unfolded, and what is behind them is left alone", () => {
  const bytes = response([]);
  bytes.writeUInt16BE(60_000, 8);
  const soas = new Array<Buffer>(501).fill(soaRecord(7, 9));
  expect(readMessage(Buffer.concat([bytes, ...soas]))).toMatchObject({ answers: [], negativeTtl: 7 });
});
