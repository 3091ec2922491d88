import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dnsClient } from "./dns-client";
import { type Asked, rawRecord, writeResponse } from "./dns-response.fixture";
import { checkOver } from "./hostile.fixture";
import { framed } from "./listen.fixture";
import { type RawReply, type RawServer, rawServer } from "./raw-server.fixture";
import { TYPE_NUMBERS } from "./wire-record";

const OWNER = Buffer.from([0xc0, 12]);
const text = (value: string, ttl = 60) =>
  rawRecord(OWNER, TYPE_NUMBERS.TXT, ttl, Buffer.from(String.fromCharCode(value.length) + value, "latin1"));
const spf = text("v=spf1 +all");
const right = (query: Asked) => writeResponse(query, { answers: [spf] });
/** The right response with one change. */
const changed = (change: (bytes: Buffer, query: Asked) => void) => (query: Asked) => {
  const bytes = right(query);
  change(bytes, query);
  return [bytes];
};
const answering =
  (...answers: Buffer[]) =>
  (query: Asked) => [writeResponse(query, { answers })];
const byTcp =
  (pieces: (query: Asked) => (Uint8Array | null)[]): RawReply =>
  (query, over) =>
    over === "udp" ? [writeResponse(query, { truncated: true })] : pieces(query);
const record = (type: number, ...data: number[]) => rawRecord(OWNER, type, 60, Buffer.from(data));
const malformed = ["malformed response"];
const silent = ["time budget used up"];
const TEMPERROR = "temperror";

/** What the server sends, what RFC 7208 makes of that, why, and how many questions it may cost. */
const CASES: [title: string, reply: RawReply, result: string, failures: string[], asked: number][] = [
  ["nothing", () => [], TEMPERROR, silent, 1],
  [
    "one wrong id",
    changed((bytes) => bytes.writeUInt16BE(bytes.readUInt16BE(0) ^ 1, 0)),
    TEMPERROR,
    silent,
    1,
  ],
  [
    "one wrong id, then the right one",
    (query) => [right({ ...query, id: query.id ^ 1 }), right(query)],
    "pass",
    [],
    1,
  ],
  [
    "a flood of wrong ids",
    (query, over) =>
      over === "tcp"
        ? [framed(right(query))]
        : Array.from({ length: 200 }, (_, i) => right({ ...query, id: query.id ^ (i + 1) })),
    "pass",
    [],
    2,
  ],
  [
    "a bomb of pointers to one long name",
    byTcp((query) => {
      const long = rawRecord(Array(127).fill("a").join("."), TYPE_NUMBERS.TXT, 1, Buffer.from([0]));
      const at = 12 + query.question.length;
      const again = Buffer.from([0xc0 | (at >> 8), at & 255, 0, 12, 0, 1, 0, 0, 0, 1, 0, 2, 0xc0, at]);
      return [framed(writeResponse(query, { answers: [long, ...new Array<Buffer>(4500).fill(again)] }))];
    }),
    TEMPERROR,
    ["more than 500 records"],
    2,
  ],
  ["a query", changed((bytes) => bytes.writeUInt8(bytes[2]! & 0x7f, 2)), TEMPERROR, silent, 1],
  ["another question", changed((bytes) => bytes.writeUInt8(bytes[13]! ^ 2, 13)), TEMPERROR, silent, 1],
  [
    "another question with ours as an answer's name",
    (query) => {
      const other = { ...query, question: Buffer.from("\x05other\0\0\x10\0\x01", "latin1") };
      return [
        writeResponse(other, {
          answers: [rawRecord(query.name, TYPE_NUMBERS.TXT, 1, Buffer.from("\x0bv=spf1 +all"))],
        }),
      ];
    },
    TEMPERROR,
    silent,
    1,
  ],
  [
    "an answer to what nobody asked",
    (query) => [
      writeResponse(query, {
        answers: [rawRecord("other", TYPE_NUMBERS.TXT, 1, Buffer.from("\x0bv=spf1 +all"))],
      }),
    ],
    "none",
    [],
    1,
  ],
  [
    "an answer of another class",
    changed((bytes, { question }) => bytes.writeUInt16BE(3, 12 + question.length + 4)),
    "none",
    [],
    1,
  ],
  ["an empty packet", () => [Buffer.alloc(0)], TEMPERROR, silent, 1],
  ["counts of 65535", changed((bytes) => bytes.fill(0xff, 6, 12)), TEMPERROR, malformed, 1],
  ["a count of 65535 authorities and no more", changed((bytes) => bytes.fill(0xff, 8, 12)), "pass", [], 1],
  ["65535 questions", changed((bytes) => bytes.fill(0xff, 4, 6)), TEMPERROR, silent, 1],
  ["data cut short", (query) => [right(query).subarray(0, -3)], TEMPERROR, malformed, 1],
  ["a string over its data", answering(record(TYPE_NUMBERS.TXT, 200, 1)), TEMPERROR, malformed, 1],
  [
    "an alias that is a loop of pointers",
    (query) => {
      const at = 12 + query.question.length + 12;
      return [writeResponse(query, { answers: [record(TYPE_NUMBERS.CNAME, 0xc0 | (at >> 8), at & 255)] })];
    },
    TEMPERROR,
    malformed,
    1,
  ],
  [
    "an alias that points forwards",
    answering(record(TYPE_NUMBERS.CNAME, 0xff, 0xff)),
    TEMPERROR,
    malformed,
    1,
  ],
  ["an alias to itself", answering(record(TYPE_NUMBERS.CNAME, 0xc0, 12)), TEMPERROR, ["CNAME loop"], 1],
  ["an alias with a dot in a label", answering(record(TYPE_NUMBERS.CNAME, 3, 97, 46, 98, 0)), "none", [], 1],
  ["an alias to the root", answering(record(TYPE_NUMBERS.CNAME, 0)), "none", [], 2],
  ["the TTL 2^32-1", answering(text("v=spf1 +all", 0xffffffff)), "pass", [], 1],
  ["the TTL 0", answering(text("v=spf1 +all", 0)), "pass", [], 1],
  ["octets of every kind", answering(text("\0\x1b[2J\xff\x80"), spf), "pass", [], 1],
  ["a record that is not SPF and no end", answering(text("v=spf1 a:\0\xff -all")), "permerror", [], 1],
  ["an rcode that is none", changed((bytes) => bytes.writeUInt8(0x8b, 3)), TEMPERROR, ["rcode 11"], 1],
  [
    "over TCP: another length than there is",
    byTcp(() => [Buffer.from([255, 255, 1]), null]),
    TEMPERROR,
    ["connection closed early"],
    2,
  ],
  [
    "over TCP: no message",
    byTcp(() => [Buffer.from([0, 0])]),
    TEMPERROR,
    ["response to another question"],
    2,
  ],
  ["over TCP: half a length", byTcp(() => [Buffer.from([9])]), TEMPERROR, silent, 2],
  [
    "over TCP: a megabyte behind it",
    byTcp((query) => [framed(right(query)), Buffer.alloc(1 << 20)]),
    "pass",
    [],
    2,
  ],
  [
    "over TCP: another id",
    byTcp((query) => [framed(right({ ...query, id: query.id ^ 1 }))]),
    TEMPERROR,
    ["response to another question"],
    2,
  ],
  [
    "over TCP: octet by octet",
    byTcp((query) => [...framed(right(query))].map((octet) => Buffer.from([octet]))),
    "pass",
    [],
    2,
  ],
];

describe("a check is answered", () => {
  let up: RawServer;
  beforeAll(async () => {
    up = await rawServer((query, over) => {
      if (query.name === "") return [writeResponse(query, {})];
      return CASES[Number.parseInt(query.name, 10)]![1](query, over);
    });
  });
  afterAll(() => up.close());

  test.each(CASES.map((each, i) => [...each, i] as const))(
    "%s",
    async (_, _reply, result, failures, asked, i) => {
      // Only those that wait for what never comes are given an end; the others may take what they need.
      const budget = failures === silent ? { milliseconds: 400 } : {};
      const before = up.asked.length;
      expect(await checkOver(up.server, `${i}.example`, { timeoutMs: 600_000, budget })).toMatchObject({
        result,
        failures,
      });
      const own = () => up.asked.slice(before).filter(({ name }) => name === `${i}.example` || name === "");
      // A busy machine may take the question in after the check has given it up.
      await expect.poll(() => own().length, { timeout: 10_000 }).toBe(asked);
    },
  );
});

describe("TTLs at their ends", () => {
  test.each([
    ["2^32-1 is one that is 0 (RFC 2181 section 8), and not kept", 0xffffffff, 2],
    ["0 is not kept", 0, 2],
    ["2^31-1 is kept for a day", 0x7fffffff, 1],
  ])("%s", async (_, ttl, asked) => {
    let now = 0;
    const server = await rawServer(answering(text("x", ttl)));
    const client = dnsClient({ servers: [server.server], timeoutMs: 600_000, attempts: 1, clock: () => now });
    await client.session().resolve("example.org", "TXT");
    now = 86_399_000;
    await client.session().resolve("example.org", "TXT");
    expect(server.asked).toHaveLength(asked);
    now = 86_400_000;
    await client.session().resolve("example.org", "TXT");
    expect(server.asked).toHaveLength(asked + 1);
    await server.close();
  });
});
