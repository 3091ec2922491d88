import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordType } from "@/lib/spf/resolver";
import { dnsClient } from "./dns-client";
import { type Asked, rawRecord, writeResponse } from "./dns-response.fixture";
import { dnsServer, type TestServer } from "./dns-server.fixture";
import { framed, hasIpv6 } from "./listen.fixture";
import { type RawServer, rawServer } from "./raw-server.fixture";
import type { DnsServer } from "./servers";
import { TYPE_NUMBERS } from "./wire-record";
import { readZoneJson } from "./zone-json";

const read = readZoneJson('{"example.org": {"TXT": ["here"]}, "big.example.org": {"TXT": ["a", "b"]}}');
if (!("zone" in read)) throw new Error(read.problem);
const { zone } = read;

function ask(server: DnsServer, name: string, type: RecordType = "TXT", timeoutMs = 10_000) {
  return dnsClient({ servers: [server], timeoutMs, attempts: 1 })
    .session()
    .resolve(name, type);
}

const HERE = { status: "found", records: [{ strings: ["here"] }] };

describe("a server that cannot be reached is named at once", () => {
  let closed: TestServer;
  beforeAll(async () => {
    closed = await dnsServer(new Map());
    await closed.close();
  });

  test("where nothing listens", async () => {
    const reason = `127.0.0.1:${closed.server.port}: connection refused`;
    expect(await ask(closed.server, "example.org")).toEqual({ status: "error", reason });
  });

  test("also by the name that the system knows it by", async () => {
    const reason = `localhost:${closed.server.port}: connection refused`;
    expect(await ask({ ...closed.server, host: "localhost" }, "example.org")).toEqual({
      status: "error",
      reason,
    });
  });

  test("where the name cannot be one", async () => {
    const host = `${"a".repeat(64)}.invalid`;
    const reason = expect.stringMatching(`^${host}:53: no address`);
    expect(await ask({ host, port: 53 }, "example.org")).toEqual({ status: "error", reason });
  });
});

const isIpv6Here = await hasIpv6();

describe("by IPv6", () => {
  if (!isIpv6Here) {
    test("nothing is tried: this machine has no ::1", () => {
      console.info("skipped: no IPv6 loopback on this machine");
      expect(isIpv6Here).toBe(false);
    });
    return;
  }
  let six: TestServer;
  beforeAll(async () => {
    six = await dnsServer(zone, { host: "::1", faults: { "big.example.org": "truncate" } });
  });
  afterAll(() => six.close());

  test("a server is asked, by UDP and by TCP", async () => {
    expect(await ask(six.server, "example.org")).toMatchObject(HERE);
    expect(await ask(six.server, "big.example.org")).toMatchObject({ status: "found" });
    expect(six.asked.map(({ over }) => over)).toEqual(["udp", "udp", "tcp"]);
  });
});

describe("a flood of wrong responses", () => {
  const text = (name: string) => rawRecord(name, TYPE_NUMBERS.TXT, 60, Buffer.from("\x04here"));
  const right = (query: Asked) => writeResponse(query, { answers: [text(query.name)] });
  const forged = (query: Asked, xor: number) => {
    const lie = rawRecord(query.name, TYPE_NUMBERS.TXT, 60, Buffer.from("\x03lie"));
    return writeResponse({ ...query, id: query.id ^ xor }, { answers: [lie] });
  };
  let server: RawServer;
  beforeAll(async () => {
    server = await rawServer((query, over) => {
      if (over === "tcp") return query.name === "deaf" ? [null] : [framed(right(query))];
      const count = Number(/\d+/.exec(query.name)?.[0] ?? 11);
      const wrong = Array.from({ length: count }, (_, i) => forged(query, i + 1));
      // One that guesses ids comes to the right one at last.
      return [...wrong, forged(query, 0)];
    });
  });
  afterAll(() => server.close());

  test.each([
    ["after which the next would be believed is not waited for: TCP is asked", "w11", "here", ["udp", "tcp"]],
    ["of thousands is none that takes longer", "w1000", "here", ["udp", "tcp"]],
    ["is not what a few strays are", "w10", "lie", ["udp"]],
  ])("%s", async (_, name, strings, over) => {
    const before = server.asked.length;
    expect(await ask(server.server, name)).toMatchObject({
      status: "found",
      records: [{ strings: [strings] }],
    });
    expect(server.asked.slice(before).map((each) => each.over)).toEqual(over);
  });

  test("is an error where TCP says nothing", async () => {
    const reason = "connection closed early";
    expect(await ask(server.server, "deaf")).toEqual({ status: "error", reason });
  });
});

test("by TCP a question has only the time that UDP left of its own", async () => {
  let now = 0;
  const server = await rawServer((query, over) => {
    now += 600_000;
    return over === "udp" ? [writeResponse(query, { truncated: true })] : [];
  });
  const patience = { timeoutMs: 600_000, attempts: 1, lookupMs: 600_000, clock: () => now };
  const client = dnsClient({ servers: [server.server], ...patience });
  const answer = await client.session({ milliseconds: 3_600_000 }).resolve("example.org", "TXT");
  expect(answer).toEqual({ status: "error", reason: "timeout" });
  await server.close();
});

test("nothing stays open after a thousand questions given up, wherever they stood", async () => {
  const open = () =>
    process.getActiveResourcesInfo().filter((kind) => /UDP|TCPSocket|Timeout|GetAddrInfo/.test(kind)).length;
  const faults = { "mute.org": "drop", "slow.org": "drip", "drop.org": "truncate" } as const;
  const before = open();
  const server = await dnsServer(zone, { faults, dripMs: 1000 });
  const { port } = server.server;
  const servers = [server.server, { host: "localhost", port }];
  for (let round = 0; round < 10; round++) {
    const abort = new AbortController();
    const client = dnsClient({ servers, timeoutMs: 10_000, attempts: 2 });
    const asked = Array.from({ length: 100 }, (_, i) => {
      const resolver = client.session({ signal: abort.signal });
      return resolver.resolve(`${i}.${Object.keys(faults)[i % 3]}`.slice(i % 2 ? 0 : 2), "TXT");
    });
    // Some are given up before their socket is there, others while a server drips.
    for (let turn = 0; turn < round * 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    const answers = await Promise.all(asked);
    expect(answers.some((answer) => answer.status === "error" && answer.reason === "aborted")).toBe(true);
  }
  await server.close();
  await expect.poll(open, { timeout: 5000 }).toBeLessThanOrEqual(before);
});
