import { afterEach, describe, expect, test } from "vitest";
import { type Known, openWorld, publishing, type World } from "./authority.fixture";
import { rawRecord, writeResponse } from "./dns-response.fixture";
import { type RawReply, rawServer } from "./raw-server.fixture";
import { writeName } from "./wire-name";
import { TYPE_NUMBERS } from "./wire-record";

const NEW = "v=spf1 ip4:192.0.2.7 -all";
const OLD = "v=spf1 mx ~all";
const KNOWN: Known = {
  ns: { "example.org": ["ns2.example.net", "NS1.example.net"] },
  hosts: { "ns1.example.net": ["192.0.2.1", "2001:db8::1"], "ns2.example.net": ["192.0.2.2"] },
  txt: { "example.org": [OLD] },
};

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});
const open = async (replies: Record<string, RawReply>, more: Partial<Known> = {}) => {
  world = await openWorld({ ...KNOWN, ...more }, replies);
  return world;
};
const nameOf = (text: string) => Buffer.from(writeName(text)!);

test("all servers of the zone are asked, by their addresses of both families, without recursion", async () => {
  const { ask, servers } = await open({
    "192.0.2.1": publishing([NEW, "other"]),
    "192.0.2.2": publishing([NEW], { ttl: 60 }),
    "2001:db8::1": publishing([NEW]),
  });
  const answered = { status: "answered", reason: null, ttl: 3600, txt: [[NEW]], alias: null };
  expect(await ask("Example.org.")).toEqual({
    domain: "Example.org",
    alias: null,
    zone: "example.org",
    isConfigured: false,
    problem: null,
    isCut: false,
    servers: [
      { ...answered, name: "ns1.example.net", address: "192.0.2.1", txt: [[NEW], ["other"]] },
      { ...answered, name: "ns1.example.net", address: "2001:db8::1" },
      { ...answered, name: "ns2.example.net", address: "192.0.2.2", ttl: 60 },
    ],
    resolver: { txt: [[OLD]], ttl: 120 },
    obsolete: [],
    askedAt: 1_700_000_000_000,
  });
  for (const { asked } of Object.values(servers))
    expect(asked).toEqual([{ name: "Example.org", type: "TXT", over: "udp", recursion: false }]);
});

const CASES: [title: string, reply: RawReply, expected: object][] = [
  ["one that has the old record", publishing([OLD]), { status: "answered", txt: [[OLD]] }],
  ["one that has two", publishing([OLD, NEW]), { status: "answered", txt: [[OLD], [NEW]] }],
  ["one that has none", publishing([]), { status: "answered", txt: [], ttl: 60 }],
  [
    "one that knows no such name",
    publishing([], { rcode: 3 }),
    { status: "answered", txt: [], reason: null },
  ],
  [
    "one that does not speak for the zone",
    publishing([NEW], { authoritative: false }),
    { status: "lame", reason: "not-authoritative", txt: [], ttl: null },
  ],
  ["one that refuses", publishing([], { rcode: 5 }), { status: "lame", reason: "refused" }],
  ["one that fails", publishing([], { rcode: 2 }), { status: "no-answer", reason: "servfail" }],
  ["one that truncates", publishing([NEW], { truncated: true }), { status: "answered", txt: [[NEW]] }],
  [
    "one that tells an alias of a name elsewhere",
    (query) => {
      const answers = [rawRecord(Buffer.from([0xc0, 12]), TYPE_NUMBERS.CNAME, 60, nameOf("else.example"))];
      return [writeResponse(query, { answers, authoritative: true })];
    },
    { status: "answered", txt: [], ttl: 60, alias: "else.example" },
  ],
  ["one that says nonsense", (query) => [nonsense(query)], { status: "no-answer", reason: "malformed" }],
];

/** A right beginning, and counts that nothing follows. */
function nonsense(query: Parameters<RawReply>[0]): Buffer {
  return writeResponse(query, { authoritative: true }).fill(0xff, 6, 8);
}

test.each(CASES)("beside the others, %s", async (_, reply, expected) => {
  const { ask } = await open({
    "192.0.2.1": publishing([NEW]),
    "2001:db8::1": publishing([NEW]),
    "192.0.2.2": reply,
  });
  const { servers } = await ask("example.org");
  expect(servers.map(({ status }) => status).slice(0, 2)).toEqual(["answered", "answered"]);
  expect(servers[2]).toMatchObject({ name: "ns2.example.net", address: "192.0.2.2", ...expected });
});

test("a silent one is asked twice, and the others are not kept from answering", async () => {
  const { ask, servers } = await open({ "192.0.2.1": publishing([NEW]), "192.0.2.2": () => [] });
  const report = await ask("example.org", { patienceMs: 500 });
  expect(report.servers.map(({ reason }) => reason)).toEqual([null, "private-address", "timeout"]);
  await expect.poll(() => servers["192.0.2.2"]!.asked.length).toBe(2);
});

test("one where nobody listens is said to be unreachable", async () => {
  const { ask, servers } = await open({ "192.0.2.1": publishing([NEW]) });
  const gone = await rawServer(() => []);
  await gone.close();
  const reach = (address: string) => servers[address]?.server ?? gone.server;
  const { servers: asked } = await ask("example.org", { reach });
  expect(asked[0]).toMatchObject({ status: "answered" });
  expect(asked[2]).toMatchObject({ status: "no-answer", reason: "unreachable" });
});

describe("the zone is found", () => {
  const at = async (domain: string, more: Partial<Known>) => {
    const { ask, resolver } = await open({ "192.0.2.1": publishing([NEW]) }, more);
    const report = await ask(domain);
    return {
      ...report,
      questions: resolver.asked.filter(({ type }) => type === "NS").map(({ name }) => name),
    };
  };

  test("from a name deep inside it, by what an absence tells", async () => {
    const { zone, questions, servers } = await at("a.b.c.d.example.org", {});
    expect(zone).toBe("example.org");
    expect(questions).toEqual(["a.b.c.d.example.org", "example.org"]);
    expect(servers[0]).toMatchObject({ status: "answered", txt: [[NEW]] });
  });

  test("step by step, where an absence tells nothing", async () => {
    const { zone, questions } = await at("a.b.example.org", { tellsZone: false });
    expect(zone).toBe("example.org");
    expect(questions).toEqual(["a.b.example.org", "b.example.org", "example.org"]);
  });

  test("behind an alias, with the servers of the name it leads to", async () => {
    const { ask, servers } = await open(
      { "192.0.2.1": publishing([NEW]) },
      { aliases: { "mail.example.com": "spf.example.org" }, txt: { "spf.example.org": [OLD] } },
    );
    const report = await ask("mail.example.com");
    expect(report).toMatchObject({
      domain: "mail.example.com",
      alias: "spf.example.org",
      zone: "example.org",
    });
    expect(report.resolver).toEqual({ txt: [[OLD]], ttl: 120 });
    expect(servers["192.0.2.1"]!.asked).toMatchObject([{ name: "spf.example.org" }]);
  });

  test.each<[string, string, Partial<Known>]>([
    ["not-known.example", "no-zone", {}],
    ["example.org", "no-zone", { ns: { org: ["ns1.example.net"] } }],
    ["localhost", "no-zone", {}],
    ["", "no-zone", {}],
    [`${"a".repeat(64)}.example.org`, "no-zone", {}],
    ["\u{1f600}\0..", "no-zone", {}],
    ["example.org", "no-answer", { mute: ["example.org"] }],
    ["example.org", "no-servers", { hosts: {} }],
    ["example.org", "no-servers", { hosts: { "ns1.example.net": ["10.0.0.1"] } }],
  ])("not of %j: %s", async (domain, problem, more) => {
    world = await openWorld({ ...KNOWN, ...more }, {});
    const recursive = { servers: [world.resolver.server], timeoutMs: 200, attempts: 1 };
    expect(await world.ask(domain, { recursive, reach: undefined })).toMatchObject({ problem });
  });
});

test("where a resolver cannot tell what is at an alias, the servers of the domain tell the alias", async () => {
  const alias: RawReply = (query) => {
    const answers = [rawRecord(Buffer.from([0xc0, 12]), TYPE_NUMBERS.CNAME, 60, nameOf("dead.example"))];
    return [writeResponse(query, { answers, authoritative: true })];
  };
  const { ask } = await open({ "192.0.2.1": alias }, { muteTypes: ["TXT", "SPF"] });
  const resolver = world!.resolver.server;
  const report = await ask("example.org", {
    recursive: { servers: [resolver], timeoutMs: 1000, attempts: 1 },
  });
  expect(report).toMatchObject({ resolver: null, alias: null, zone: "example.org", problem: null });
  expect(report.servers[0]).toMatchObject({ status: "answered", txt: [], alias: "dead.example" });
});

test("records of the obsolete type are told", async () => {
  const { ask } = await open(
    { "192.0.2.1": publishing([NEW]) },
    { obsolete: { "example.org": "v=spf1 a -all" } },
  );
  expect((await ask("example.org")).obsolete).toEqual(["v=spf1 a -all"]);
});

test("servers that the settings name are asked in place of those that the NS records do, wherever they are", async () => {
  const { ask, servers, resolver } = await open({ "192.0.2.1": publishing([NEW]) });
  const { server } = servers["192.0.2.1"]!;
  const report = await ask("example.org", { authority: [server], reach: undefined });
  expect(report).toMatchObject({ isConfigured: true, zone: null, problem: null });
  expect(report.servers).toMatchObject([
    { name: "127.0.0.1", address: `127.0.0.1:${server.port}`, status: "answered", txt: [[NEW]] },
  ]);
  expect(report.resolver).toEqual({ txt: [[OLD]], ttl: 120 });
  expect(resolver.asked.map(({ type }) => type)).not.toContain("NS");
});
