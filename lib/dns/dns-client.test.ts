import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, RecordType } from "@/lib/spf/resolver";
import { dnsClient } from "./dns-client";
import { dnsServer, type Fault, type TestServer } from "./dns-server.fixture";
import type { WireOptions } from "./wire-client";
import { readZoneJson } from "./zone-json";

/** Names of octets that node:dns refuses, and that macros make. */
const ODD = [
  "user+tag@example.com",
  "a=b%c",
  "with space",
  "pipe|bar",
  "nul\0nul",
  "\xff\xfe",
  "*",
  "\\",
  "a/b",
];

const ZONE = {
  "example.org": {
    TXT: [["v=spf1 ", "-all"], "other"],
    A: ["192.0.2.1", "192.0.2.2"],
    AAAA: ["2001:db8::1"],
    MX: [
      [10, "mx1.example.org"],
      [20, "mx2.example.org"],
    ],
  },
  "null.example.org": { MX: [[0, "."]] },
  "7.2.0.192.in-addr.arpa": { PTR: ["host.example.org"] },
  "www.example.org": { CNAME: "web.example.org" },
  "web.example.org": { CNAME: "example.org" },
  "loop1.example.org": { CNAME: "loop2.example.org" },
  "loop2.example.org": { CNAME: "loop1.example.org" },
  "dangling.example.org": { CNAME: "nowhere.example.org" },
  "links.example.org": { CNAME: "links2.example.org" },
  "links2.example.org": { CNAME: "example.org" },
  "big.example.org": { TXT: Array.from({ length: 9 }, (_, i) => `${i}`.repeat(250)) },
  "huge.example.org": { TXT: ["x".repeat(65_000)] },
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`c${i}.example.org`, { CNAME: `c${i + 1}.example.org` }]),
  ),
  "c12.example.org": { A: ["192.0.2.12"] },
  ...Object.fromEntries(
    ODD.map((label) => [`${label}.odd.example.org`, { A: ["127.0.0.2"], PTR: [`${label}.x`] }]),
  ),
};
const FAULTS: Record<string, Fault> = {
  "links.example.org": "first link only",
  "links2.example.org": "first link only",
};
for (let i = 0; i < 12; i++) FAULTS[`c${i}.example.org`] = "first link only";
const FAULTY: Fault[] = [
  "drop",
  "servfail",
  "refused",
  "no edns",
  "truncate",
  "truncate always",
  "wrong id",
  "wrong question",
  "wrong source",
  "query back",
  "wrong, then right",
  "wrong for ever",
  "drip",
  "close",
  "compression loop",
  "garbage",
];
for (const fault of FAULTY) {
  const name = `${fault.replace(/\W+/g, "-")}.faulty.example.org`;
  FAULTS[name] = fault;
  Object.assign(ZONE, { [name]: { TXT: ["here"] } });
}

const read = readZoneJson(JSON.stringify(ZONE));
if (!("zone" in read)) throw new Error(read.problem);
let up: TestServer;
let broken: TestServer;
beforeAll(async () => {
  up = await dnsServer(read.zone, { faults: FAULTS });
  broken = await dnsServer(new Map(), {
    faults: Object.fromEntries([["example.org", "servfail"] as const, ["web.example.org", "drop"] as const]),
  });
});
afterAll(async () => {
  await up.close();
  await broken.close();
});

function ask(name: string, type: RecordType, options: Partial<WireOptions> = {}) {
  const defaults = { servers: [up.server], timeoutMs: 10_000, attempts: 1 };
  return dnsClient({ ...defaults, ...options })
    .session()
    .resolve(name, type);
}

const found = (...records: unknown[]) => ({ status: "found", records });

describe("over the wire", () => {
  test.each<[string, RecordType, unknown]>([
    ["EXAMPLE.org", "TXT", found({ strings: ["v=spf1 ", "-all"] }, { strings: ["other"] })],
    ["example.org", "A", found({ address: "192.0.2.1" }, { address: "192.0.2.2" })],
    ["example.org", "AAAA", found({ type: "AAAA", address: "2001:db8::1", ttl: 300 })],
    ["example.org", "MX", found({ preference: 10, host: "mx1.example.org" }, { preference: 20 })],
    ["null.example.org", "MX", found({ preference: 0, host: "" })],
    ["7.2.0.192.in-addr.arpa", "PTR", found({ host: "host.example.org" })],
    ["www.example.org", "A", found({ address: "192.0.2.1" }, { address: "192.0.2.2" })],
    ["links.example.org", "A", found({ address: "192.0.2.1" }, { address: "192.0.2.2" })],
    ["example.org", "PTR", { status: "void", reason: "nodata" }],
    ["links.example.org", "PTR", { status: "void", reason: "nodata" }],
    ["nowhere.example.org", "A", { status: "void", reason: "nxdomain" }],
    ["dangling.example.org", "A", { status: "void", reason: "nxdomain" }],
    ["", "A", { status: "void", reason: "nodata" }],
    ["a..example.org", "A", { status: "void", reason: "nxdomain" }],
    [`${"a".repeat(64)}.org`, "A", { status: "void", reason: "nxdomain" }],
    ["loop1.example.org", "A", { status: "error", reason: "CNAME loop" }],
    ["c0.example.org", "A", { status: "error", reason: "more than 8 CNAMEs" }],
    ["c4.example.org", "A", found({ address: "192.0.2.12" })],
  ])("%s %s", async (name, type, expected) =>
    expect(await ask(name, type)).toMatchObject(expected as Answer),
  );

  test.each(ODD)("the label %j goes there and back as it is", async (label) => {
    expect(await ask(`${label}.odd.example.org`, "A")).toMatchObject(found({ address: "127.0.0.2" }));
    expect(await ask(`${label}.odd.example.org`, "PTR")).toMatchObject(found({ host: `${label}.x` }));
  });

  test("what does not fit a packet comes by TCP, up to 64 kB", async () => {
    for (const [name, length] of [
      ["big.example.org", 2250],
      ["huge.example.org", 65_000],
    ] as const) {
      const answer = (await ask(name, "TXT")) as Answer & { status: "found" };
      const texts = answer.records.map((record) => (record.type === "TXT" ? record.strings.join("") : ""));
      expect(texts.join("")).toHaveLength(length);
      expect(up.asked.filter((query) => query.name === name).map((query) => query.over)).toEqual([
        "udp",
        "tcp",
      ]);
    }
  });

  test("every query has a port and an id of its own", async () => {
    const before = up.asked.length;
    for (let i = 0; i < 20; i++) await ask("example.org", "A");
    const queries = up.asked.slice(before);
    expect(new Set(queries.map(({ port }) => port)).size).toBeGreaterThan(15);
    expect(new Set(queries.map(({ id }) => id)).size).toBeGreaterThan(15);
  });
});

describe("a server that misbehaves", () => {
  const error = (reason: string | RegExp) => ({ status: "error", reason: expect.stringMatching(reason) });
  const SILENT = error("timeout");
  test.each<[Fault, unknown]>([
    ["drop", SILENT],
    ["servfail", error("SERVFAIL")],
    ["refused", error("REFUSED")],
    ["no edns", found({ strings: ["here"] })],
    ["truncate", found({ strings: ["here"] })],
    ["truncate always", error("truncated over TCP")],
    ["wrong id", SILENT],
    ["wrong question", SILENT],
    ["wrong source", SILENT],
    ["query back", SILENT],
    ["wrong, then right", found({ strings: ["here"] })],
    ["wrong for ever", found({ strings: ["here"] })],
    ["drip", SILENT],
    ["close", error("connection closed early")],
    ["compression loop", error("malformed response")],
    ["garbage", error("malformed response")],
  ])("%s", async (fault, expected) => {
    const name = `${fault.replace(/\W+/g, "-")}.faulty.example.org`;
    expect(await ask(name, "TXT", expected === SILENT ? { timeoutMs: 60 } : {})).toMatchObject(
      expected as Answer,
    );
  });

  test("is followed by the next one, in as many rounds as wanted", async () => {
    const servers = [broken.server, up.server];
    expect(await ask("example.org", "AAAA", { servers })).toMatchObject({ status: "found" });
    expect(await ask("web.example.org", "AAAA", { servers, timeoutMs: 500 })).toMatchObject({
      status: "found",
    });
    const before = broken.asked.length;
    const alone = { servers: [broken.server], timeoutMs: 20, attempts: 3 };
    expect(await ask("web.example.org", "A", alone)).toEqual({ status: "error", reason: "timeout" });
    expect(broken.asked.length - before).toBe(3);
  });

  test("or is not there at all", async () => {
    const gone = await dnsServer(new Map());
    await gone.close();
    expect(await ask("example.org", "A", { servers: [gone.server] })).toEqual(
      error(`127.0.0.1:${gone.server.port}: connection refused`),
    );
    const nameless = [{ host: "no-such-host.invalid", port: 53 }];
    expect(await ask("example.org", "A", { servers: nameless })).toEqual(
      error(/^no-such-host\.invalid:53: no address|^timeout/),
    );
    expect(await ask("example.org", "A", { servers: [] })).toEqual(error("no server"));
  });

  test("does not win time by many tries: one question has its end", async () => {
    const options = { timeoutMs: 30, attempts: 1000, lookupMs: 100 };
    const before = up.asked.length;
    expect(await ask("drop.faulty.example.org", "TXT", options)).toEqual(error("time budget used up"));
    expect(up.asked.length - before).toBeLessThanOrEqual(5);
  });
});

test("no socket is left open but those of the two test servers", async () => {
  const open = (kind: string) => process.getActiveResourcesInfo().filter((each) => each === kind).length;
  await expect.poll(() => open("UDPWrap"), { timeout: 5000 }).toBe(4);
  await expect.poll(() => open("TCPSocketWrap"), { timeout: 5000 }).toBe(0);
});
