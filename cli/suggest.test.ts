import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import { readZoneJson } from "@/lib/dns/zone-json";
import { runCommand } from "./call.fixture";
import { FAILED, OK, USAGE } from "./fault";
import { suggest } from "./suggest";

const folder = mkdtempSync(join(tmpdir(), "whyspf-suggest-"));
const servers: TestServer[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(servers.map((server) => server.close()));
});

const ZONE = {
  "kisarbl.or.kr": { TXT: ["v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all"] },
  "own.example.com": { TXT: ["v=spf1 ip4:198.51.100.1 ~all"] },
  "8.6.8.9.in-addr.arpa": { PTR: ["mail2.own.example.com"] },
  "mail2.own.example.com": { A: ["9.8.6.8"], TXT: ["v=spf1 a -all"] },
  "typo.example": { TXT: ["v=spf1 ipv4:9.8.7.6 -all"] },
  "twice.example": { TXT: ["v=spf1 ip4:198.51.100.1 -all", "v=spf1 ip4:198.51.100.2 -all"] },
  "moved.example": { TXT: ["v=spf1 redirect=kisarbl.or.kr"] },
  "hostile.example": { TXT: ["v=spf1 exists:\u001b[31m.%{d} -all"] },
  "bare.example": { A: ["198.51.100.3"] },
  "late.example": { timeout: true },
};

const zone = join(folder, "zone.json");
writeFileSync(zone, JSON.stringify(ZONE));

const KISA = ["--ip", "9.8.7.6", "--sender", "kisa@kisarbl.or.kr"];
const run = (...args: string[]) => runCommand(suggest, [...args, "--zone", zone]);
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).out);
const linesOf = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const BEFORE = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
const AFTER = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 -all";
const SUGGESTED = {
  domain: "kisarbl.or.kr",
  published: BEFORE,
  suggested: AFTER,
  noneBecause: null,
  edits: [{ kind: "insert", from: 63, to: 63, text: " ip4:9.8.7.6", reason: "authorise-client" }],
  warnings: [],
  zoneLines: [`kisarbl.or.kr. IN TXT "${AFTER}"`],
  pair: {
    fail: [`kisarbl.or.kr. IN TXT "${AFTER}"`],
    softfail: [`kisarbl.or.kr. IN TXT "${AFTER.replace("-all", "~all")}"`],
  },
  before: { result: "fail", lookups: 0, voidLookups: 0 },
  after: { result: "pass", lookups: 0, voidLookups: 0 },
  lookups: 0,
  diagnosis: { kind: "unlisted", who: "sender", certainty: "possible" },
};

describe("whyspf suggest", () => {
  test("prints the change and the diagnosis as one JSON object", async () => {
    const { code, out } = await run(...KISA, "--json");
    expect(code).toBe(OK);
    expect(JSON.parse(out)).toEqual(SUGGESTED);
    expect(Object.keys(JSON.parse(out))).toEqual(Object.keys(SUGGESTED));
  });

  test("asks a real DNS server the same questions", async () => {
    const read = readZoneJson(JSON.stringify(ZONE));
    if ("problem" in read) throw new Error(read.problem);
    const server = await dnsServer(read.zone);
    servers.push(server);
    const dns = `127.0.0.1:${server.server.port}`;
    const asked = await runCommand(suggest, [...KISA, "--json", "--dns", dns]);
    expect(JSON.parse(asked.out)).toEqual(SUGGESTED);
    const named = await runCommand(suggest, ["--ip", "9.8.6.8", "--sender", "a@own.example.com", "--json"], {
      env: { WHYSPF_DNS: dns },
    });
    expect(JSON.parse(named.out).diagnosis).toEqual({
      kind: "ip-missing",
      who: "senders-postmaster",
      certainty: "likely",
    });
  });

  test("tells people in both languages what to publish, why, and what to beware of", async () => {
    const english = await run(...KISA, "--language", "en");
    expect(english.code).toBe(OK);
    for (const text of [
      `Published record:\n  ${BEFORE}\n`,
      `Suggested record:\n  ${AFTER}\n`,
      "  add ip4:9.8.7.6\n    This server's address, alone",
      "! Add an address only if it is yours",
      `\n  ${SUGGESTED.zoneLines[0]}\n`,
      `-all asks receivers to refuse mail from all other servers:\n    ${SUGGESTED.pair.fail[0]}\n`,
      `~all asks them to accept such mail but to mark it:\n    ${SUGGESTED.pair.softfail[0]}\n`,
      "Diagnosis: The sending server is not in the SPF record (possible)\n",
    ])
      expect(english.out).toContain(text);
    expect(english.out).not.toMatch(/[가-힣]/);
    const korean = await runCommand(suggest, [...KISA, "--zone", zone], { env: { LANG: "ko_KR.UTF-8" } });
    expect(korean.out).toContain(`제안하는 레코드:\n  ${AFTER}\n`);
    expect(korean.out).toContain("! 직접 운영하는 서버이거나");
    expect(korean.out).toMatch(/^진단: /m);
  });

  test("computes the change for a stranger too, and says that the diagnosis speaks against it", async () => {
    const stranger = [...KISA, "--helo", "own.example.com"];
    expect(await json(...stranger)).toMatchObject({ suggested: AFTER });
    const { out } = await run(...stranger, "--language", "en");
    expect(out).toContain("! This is the change that was asked for. The diagnosis below speaks against");
    expect((await run(...KISA, "--language", "en")).out).not.toContain("speaks against");
  });

  test.each<[string, string[], object]>([
    [
      "mends a typo",
      ["--ip", "9.8.7.6", "--sender", "a@typo.example"],
      { suggested: "v=spf1 ip4:9.8.7.6 -all", before: { result: "permerror" } },
    ],
    [
      "joins two records",
      ["--ip", "198.51.100.2", "--sender", "a@twice.example"],
      { after: { result: "pass" }, diagnosis: { kind: "several-records" } },
    ],
    [
      "makes a record",
      ["--ip", "9.8.7.6", "--sender", "a@bare.example"],
      { published: null, suggested: "v=spf1 ip4:9.8.7.6 ?all" },
    ],
    [
      "makes none for a domain that does not exist",
      ["--ip", "9.8.7.6", "--sender", "a@none.example"],
      { published: null, suggested: null, noneBecause: "no-such-domain" },
    ],
    [
      "leaves the end to a redirect",
      ["--ip", "9.8.7.6", "--sender", "a@moved.example"],
      { suggested: "v=spf1 ip4:9.8.7.6 redirect=kisarbl.or.kr", pair: null },
    ],
    [
      "changes nothing that passes",
      ["--ip", "61.251.112.141", "--sender", "a@kisarbl.or.kr"],
      {
        suggested: null,
        noneBecause: "already-passes",
        after: null,
        diagnosis: { kind: "passes", who: "nobody" },
      },
    ],
    [
      "keeps private addresses out",
      ["--ip", "192.168.0.1", "--sender", "a@kisarbl.or.kr"],
      { suggested: null, noneBecause: "private-address" },
    ],
    [
      "looks at the HELO name's record",
      ["--ip", "9.8.7.6", "--sender", "<>", "--helo", "mail2.own.example.com"],
      { domain: "mail2.own.example.com", diagnosis: { kind: "helo" } },
    ],
  ])("%s", async (_, args, expected) => {
    expect(await json(...args)).toMatchObject(expected);
    for (const language of ["ko", "en"]) {
      const { code, out } = await run(...args, "--language", language);
      expect(code).toBe(OK);
      expect(out).not.toMatch(/undefined|null|\[object/);
    }
  });

  test("says what gave no answer", async () => {
    const { code, out, err } = await run("--ip", "9.8.7.6", "--sender", "a@late.example", "--json");
    expect(code).toBe(OK);
    expect(JSON.parse(out)).toMatchObject({ noneBecause: "dns-error", before: { result: "temperror" } });
    expect(err).toBe("whyspf suggest: no answer to TXT late.example: timeout\n");
  });

  test("shows nothing of a record to the terminal as it is", async () => {
    const { out } = await run("--ip", "9.8.7.6", "--sender", "a@hostile.example", "--language", "en");
    expect(out).toContain("␛[31m");
    expect(out).not.toContain("\u001b");
  });
});

describe("suggest --batch", () => {
  const batch = (input: string) => runCommand(suggest, ["--batch", "--zone", zone], { input });

  test("answers each line, in order, with its id", async () => {
    const { code, out } = await batch(
      [
        '{"id":"a","ip":"9.8.7.6","sender":"kisa@kisarbl.or.kr"}',
        '{"id":2,"ip":"61.251.112.141","sender":"kisa@kisarbl.or.kr","helo":"h.example"}',
      ].join("\n"),
    );
    expect(code).toBe(OK);
    expect(linesOf(out)[0]).toEqual({ id: "a", ...SUGGESTED });
    expect(linesOf(out)[1]).toMatchObject({ id: 2, noneBecause: "already-passes" });
  });

  test("says of a line what cannot be used, and goes on", async () => {
    const { code, out } = await batch(
      'no\n{"id":1}\n{"id":2,"ip":"9.8.7.6","sender":"a"}\n{"id":3,"ip":"9.8.7.6","sender":"a@b.example"}\n',
    );
    expect(code).toBe(FAILED);
    expect(linesOf(out)).toMatchObject([
      { id: null, error: expect.stringMatching(/^line 1 is no JSON/) },
      { id: 1, error: "line 2: ip is missing: the address of the client" },
      { id: 2, error: 'line 3: sender has no "@" and so no domain: "a"' },
      { id: 3, domain: "b.example" },
    ]);
  });
});

test.each<[string[], RegExp]>([
  [[...KISA, "--batch"], /^--batch .*no --ip/],
  [["--ip", "1.2.3", "--sender", "a@b.example"], /^--ip is no IP address: "1\.2\.3"\.$/],
  [["--ip", "1.2.3.4"], /^--helo is missing/],
  [["--ip", "1.2.3.4", "--sender", "kisa@"], /^--sender has no domain/],
  [[...KISA, "--dns", "127.0.0.1"], /--zone or --dns, not both/],
  [[...KISA, "--language", "fr"], /ko or en/],
  [[...KISA, "--trace"], /--trace/],
  [[...KISA, "more"], /not "more"/],
])("what suggest cannot use: %j", async (args, sentence) => {
  const { code, out, err } = await run(...args);
  expect(code).toBe(USAGE);
  expect(out).toBe("");
  expect(err).toMatch(sentence);
});
