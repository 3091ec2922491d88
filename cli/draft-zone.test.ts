import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { openWorld, publishing, type World } from "@/lib/dns/authority.fixture";
import { serverText } from "@/lib/dns/servers";
import { LANGUAGES } from "@/lib/spf/sentence";
import { runCommand } from "./call.fixture";
import type { Command } from "./command";
import { draftZone } from "./draft-zone";
import { FAILED, OK, USAGE } from "./fault";

const folder = mkdtempSync(join(tmpdir(), "whyspf-draft-"));
const worlds: World[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const world of worlds) await world.close();
});

const zone = join(folder, "zone.json");
const OLD = "v=spf1 mx include:_spf.other.example ~all";
const NEW = "v=spf1 mx ip4:61.251.112.7 -all";
const ZONE = {
  "example.com": { TXT: [OLD, "site-verification=1"], MX: [[10, "mx.example.com"]] },
  "mx.example.com": { A: ["61.251.112.1"] },
  "_spf.other.example": { TXT: ["v=spf1 ip4:198.51.100.0/24 -all"] },
  "twice.example": { TXT: ["v=spf1 -all", "v=spf1 ~all"] },
  "bare.example": { TXT: ["hello"] },
  "late.example": { timeout: true },
};
writeFileSync(zone, JSON.stringify(ZONE));

const command: Command = { name: "draft", summary: "", help: "", run: draftZone };
const run = (...args: string[]) => runCommand(command, [...args, "--zone", zone]);
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).out);
const stateOf = ({ diff }: { diff: { terms: { state: string; text: string }[] } }) =>
  diff.terms.map(({ state, text }) => `${state} ${text}`);

describe("whyspf draft zone", () => {
  test("tells all of a draft as JSON", async () => {
    const drafted = await json("--domain", "Example.COM.", "--record", NEW);
    expect(drafted).toMatchObject({
      domain: "example.com",
      record: NEW,
      pasted: { domain: null, others: [], changes: [] },
      published: { status: "one", records: [OLD] },
      lint: { valid: true, result: "ok", lookups: 1 },
      addresses: { ip4: 2, ip6: "0", isExact: true },
      sizes: { record: { octets: NEW.length, limit: 450 }, answer: { isEstimate: false } },
      ttl: 3600,
      zoneLines: [`example.com. 3600 IN TXT "${NEW}"`],
      strings: [NEW],
      pair: {
        fail: { record: NEW, isDraft: true },
        softfail: { record: NEW.replace("-all", "~all"), isDraft: false },
      },
      authority: null,
      live: null,
    });
    expect(stateOf(drafted)).toEqual([
      "kept mx",
      "removed include:_spf.other.example",
      "added ip4:61.251.112.7",
      "changed-qualifier -all",
    ]);
    const kinds = drafted.plan.steps.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain("publish-softly");
    expect(drafted.plan.rollback.record.text).toBe(OLD);
  });

  test("shows people the same, in both languages", async () => {
    const args = ["--domain", "example.com", "--record", NEW, "--ttl", "600"];
    const english = await run(...args, "--language", "en");
    expect(english.code).toBe(OK);
    for (const line of [
      "Published record:",
      "  Up to 1 lookup (10 are allowed), 1 of them void (2 are allowed). The syntax is correct.",
      "It passes 2 IPv4 addresses.",
      `  record: ${NEW.length} of 450 bytes`,
      "  removed: include:_spf.other.example",
      "  added: ip4:61.251.112.7",
      "  qualifier changed: ~all → -all",
      `  example.com. 600 IN TXT "${NEW}"`,
    ])
      expect(english.out.split("\n")).toContain(line);
    expect(english.out).not.toMatch(/[가-힣]/);
    const korean = await run(...args, "--language", "ko");
    expect(korean.out).toContain("게시된 레코드:");
    expect(korean.out).toContain(`  example.com. 600 IN TXT "${NEW}"`);
  });

  test.each(LANGUAGES)("what changes is said in the words of the pages, %s", async (language) => {
    const record = "v=spf1 -ip4:61.251.112.7 include:_spf.other.example mx -all";
    const { out } = await run("--domain", "example.com", "--record", record, "--language", language);
    const { changes } = TEXTS[language].recordVersions;
    const said = Object.values(changes).map((word) => `  ${word}: `);
    expect(out.split("\n").filter((line) => said.some((word) => line.startsWith(word)))).toEqual([
      `  ${changes.added}: -ip4:61.251.112.7`,
      `  ${changes.moved}: include:_spf.other.example`,
      `  ${changes["changed-qualifier"]}: ~all → -all`,
    ]);
  });

  test("reads a line of a zone file, the domain too, and says what it did", async () => {
    const line = `mail.example.com. 300 IN TXT "v=spf1 mx " "-all"`;
    const drafted = await json("--record", line);
    expect(drafted).toMatchObject({ domain: "mail.example.com", record: "v=spf1 mx -all" });
    expect(drafted.pasted.changes).toEqual(expect.arrayContaining(["zone-line", "joined-strings"]));
    const { out } = await run("--record", line, "--domain", "example.com", "--language", "en");
    expect(out).toContain(
      "! It was written as the record of mail.example.com, and is checked as the record of example.com.",
    );
    expect(out).toContain("  - Its strings were joined, as the DNS joins them.");
  });

  test("reads a file, and standard input", async () => {
    const file = join(folder, "record.txt");
    writeFileSync(file, `"${NEW}"\n`);
    expect(await json("--domain", "example.com", "--record-file", file)).toMatchObject({ record: NEW });
    const args = ["--domain", "example.com", "--record-file", "-", "--json", "--zone", zone];
    const { out } = await runCommand(command, args, { input: `${NEW}\n` });
    expect(JSON.parse(out)).toMatchObject({ record: NEW });
  });

  test("splits a long record, and says that it is too long", async () => {
    const long = `v=spf1 ${Array.from({ length: 40 }, (_, n) => `ip4:61.251.112.${n}`).join(" ")} -all`;
    const drafted = await json("--domain", "example.com", "--record", long);
    expect(drafted.strings.length).toBe(3);
    expect(drafted.strings.join("")).toBe(long);
    expect(drafted.zoneLines).toHaveLength(5);
    const { out } = await run("--domain", "example.com", "--record", long, "--language", "en");
    expect(out).toContain(`record: ${long.length} of 450 bytes: over the limit`);
  });

  test("a draft with an error is told, printed, and no plan is made for it", async () => {
    const { code, out } = await run("--domain", "example.com", "--record", "v=spf1 ipv4:1.2.3.4", "--json");
    expect(code).toBe(OK);
    expect(JSON.parse(out)).toMatchObject({
      lint: { valid: false, result: "permerror" },
      zoneLines: ['example.com. 3600 IN TXT "v=spf1 ipv4:1.2.3.4"'],
      pair: null,
      plan: null,
    });
    const text = await run("--domain", "example.com", "--record", "v=spf1 ipv4:1.2.3.4", "--language", "en");
    expect(text.out).toContain("No plan: the draft has an error.");
    expect(text.out).not.toContain("It passes");
  });

  test("what no DNS record can hold has no zone line", async () => {
    const args = ["--domain", "example.com", "--record", "v=spf1 include:한글.example -all"];
    expect(await json(...args)).toMatchObject({ zoneLines: null, pair: null });
    expect((await run(...args, "--language", "en")).out).toContain("characters that DNS cannot hold");
  });

  test.each([
    ["twice.example", "several", null],
    ["bare.example", "none", false],
    ["nowhere.example", "nxdomain", false],
  ])("%s: %s", async (domain, status, isSame) => {
    const drafted = await json("--domain", domain, "--record", NEW);
    expect(drafted.published.status).toBe(status);
    expect(drafted.diff?.isSame ?? null).toBe(isSame);
  });

  test("says that nothing changes, and plans nothing", async () => {
    const { out } = await run("--domain", "example.com", "--record", OLD, "--language", "en");
    expect(out).toContain("The draft means the same as the published record.");
    expect(out).toContain("There is nothing to publish.");
  });

  test("ends with 1 where the DNS does not tell what is published, and still prints", async () => {
    const { code, out, err } = await run("--domain", "late.example", "--record", NEW, "--language", "en");
    expect(code).toBe(FAILED);
    expect(err).toContain("whyspf draft: no answer to TXT late.example: timeout\n");
    expect(out).toContain("What is published is not known: the DNS gave no answer.");
    expect(out).toContain(`late.example. 3600 IN TXT "${NEW}"`);
    expect(out).toContain("No plan: what is published is not known.");
    expect(out).not.toContain("To go back");
    expect((await json("--domain", "late.example", "--record", NEW)).plan).toBeNull();
  });

  test("nothing in 100 kB of junk reaches the terminal as it is", async () => {
    const junk = `v=spf1 \u001b]0;x\u0007${"\u0000ÿ=:/%{".repeat(15_000)}`;
    const { code, out } = await run("--domain", "example.com", "--record", junk, "--language", "en");
    expect(code).toBe(OK);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test.each([
    [[], "needs --record or --record-file."],
    [["--record", NEW], "needs --domain, since the text names none."],
    [["--record", NEW, "--record-file", "x"], "takes --record or --record-file, not both."],
    [["--domain", "example.com", "--record", "  "], "--record has no text."],
    [["--domain", "example.com", "--record-file", "/nonexistent/x"], "--record-file cannot read"],
    [["--domain", "local host", "--record", NEW], "--domain takes a domain"],
    [["--domain", "example.com", "--record", NEW, "--ttl", "0"], "--ttl takes a number from 1"],
    [["--domain", "example.com", "--record", NEW, "--check"], "--zone asks nobody; it takes no --check."],
    [["--domain", "example.com", "--record", NEW, "--authority", "127.0.0.1"], "--authority is for --check."],
    [["--domain", "example.com", "--record", NEW, "more"], 'takes options only, not "more".'],
    [["--domain", "example.com", "--record", NEW, "--language", "fr"], "--language takes ko or en"],
  ])("%j is refused: %s", async (args, reason) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([USAGE, ""]);
    expect(err).toContain(reason);
  });
});

describe("whyspf draft zone --check", () => {
  async function world(texts: Record<string, string[]>): Promise<World> {
    const servers = Object.fromEntries(
      Object.entries(texts).map(([address, own]) => [address, publishing(own, { ttl: 7200 })]),
    );
    const opened = await openWorld({ ns: {}, hosts: {}, txt: { "example.com": [OLD] } }, servers);
    worlds.push(opened);
    return opened;
  }
  const checking = ({ resolver, servers }: World, ...more: string[]) => {
    const list = Object.values(servers).map(({ server }) => serverText(server));
    const asked = ["--dns", serverText(resolver.server), "--authority", list.join(",")];
    return runCommand(command, ["--domain", "example.com", "--record", NEW, "--check", ...asked, ...more]);
  };

  test("says server by server whether the draft is live", async () => {
    const opened = await world({ "192.0.2.1": [NEW], "192.0.2.2": [OLD] });
    const { code, out } = await checking(opened, "--language", "en");
    expect(code).toBe(OK);
    expect(out).toContain("as drafted, TTL 7200");
    expect(out).toContain("the record from before, TTL 7200");
    const { out: line } = await checking(opened, "--json");
    expect(JSON.parse(line)).toMatchObject({
      live: { kind: "partly", have: 1, answered: 2 },
      authority: { isConfigured: true, problem: null },
    });
  });

  test("asks the servers of WHYSPF_AUTHORITY", async () => {
    const { resolver, servers } = await world({ "192.0.2.1": [NEW] });
    const env = { WHYSPF_AUTHORITY: serverText(servers["192.0.2.1"]!.server) };
    const args = ["--domain", "example.com", "--record", NEW, "--check", "--json"];
    const { out } = await runCommand(command, [...args, "--dns", serverText(resolver.server)], { env });
    expect(JSON.parse(out)).toMatchObject({ live: { kind: "everywhere", have: 1 } });
  });

  test("ends with 1 where no server gives an answer of use", async () => {
    const opened = await openWorld(
      { ns: {}, hosts: {}, txt: { "example.com": [OLD] } },
      { "192.0.2.1": publishing([], { rcode: 5, authoritative: false }) },
    );
    worlds.push(opened);
    const { code, out } = await checking(opened, "--json");
    expect(code).toBe(FAILED);
    expect(JSON.parse(out)).toMatchObject({ live: { kind: "unanswered" } });
  });

  test("refuses a list of servers that cannot be read", async () => {
    const args = ["--domain", "example.com", "--record", NEW, "--check", "--authority", "::1:53"];
    const { code, err } = await runCommand(command, args);
    expect(code).toBe(USAGE);
    expect(err).toContain("--authority takes HOST:PORT[,…] with IPv6 in brackets");
  });
});
