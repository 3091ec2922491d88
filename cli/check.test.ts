import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import { readZoneJson } from "@/lib/dns/zone-json";
import { runCommand } from "./call.fixture";
import { check } from "./check";
import { FAILED, OK, USAGE } from "./fault";

const folder = mkdtempSync(join(tmpdir(), "whyspf-check-"));
const servers: TestServer[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(servers.map((server) => server.close()));
});

const ZONE = {
  "kisarbl.or.kr": { TXT: ["v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all"] },
  "mail.example": { TXT: ["v=spf1 a -all"], A: ["192.0.2.1"] },
  "exp.example": { TXT: ["v=spf1 -all exp=why.example"] },
  "why.example": { TXT: ["%{i} is not %{r}'s friend"] },
  "include.example": { TXT: ["v=spf1 include:mail.example ip4:192.0.2.0/24 ~all"] },
  "late.example": { timeout: true },
};

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const zone = fileOf("zone.json", JSON.stringify(ZONE));
const KISA = ["--ip", "9.8.7.6", "--sender", "kisa@kisarbl.or.kr"];
const run = (...args: string[]) => runCommand(check, args);

async function serverOf(): Promise<string> {
  const read = readZoneJson(JSON.stringify(ZONE));
  if ("problem" in read) throw new Error(read.problem);
  const server = await dnsServer(read.zone);
  servers.push(server);
  return `127.0.0.1:${server.server.port}`;
}

describe("whyspf check", () => {
  test("says the verdict in both languages, with the headers for it", async () => {
    const english = await run(...KISA, "--zone", zone, "--receiver", "mx.test.com", "--language", "en");
    expect(english.code).toBe(OK);
    expect(english.out).toMatch(/^[^\n]*fail/);
    expect(english.out).toContain("Received-SPF: fail");
    expect(english.out).toContain("Authentication-Results: mx.test.com; spf=fail");
    const korean = await runCommand(check, [...KISA, "--zone", zone], { env: { LANG: "ko_KR.UTF-8" } });
    expect(korean.out).toMatch(/[가-힣]/);
    expect(english.out).not.toMatch(/[가-힣]/);
  });

  test("draws what each term did, also in the shadow of the one that decided", async () => {
    const { out } = await run(
      ...["--ip", "192.0.2.1", "--sender", "a@include.example", "--zone", zone],
      ...["--trace", "--language", "en"],
    );
    const tree = out.slice(out.indexOf("\ninclude.example\n"));
    expect(tree.split("\n").filter((line) => /\[.*\]$/.test(line))).toEqual([
      "├─ include:mail.example  [pass, lookups 2/10]",
      "│     ├─ a  [pass, lookups 2/10]",
      "│     └─ -all  [fail, shadow]",
      "├─ ip4:192.0.2.0/24  [pass, shadow]",
      "└─ ~all  [softfail, shadow]",
    ]);
  });

  test("prints one JSON object, with the trace where it is asked for", async () => {
    const { out } = await run(...KISA, "--zone", zone, "--json", "--helo", "h.example");
    expect(JSON.parse(out)).toEqual({
      ip: "9.8.7.6",
      sender: "kisa@kisarbl.or.kr",
      helo: "h.example",
      receiver: null,
      identity: "mailfrom",
      result: "fail",
      reason: "match",
      explanation: null,
      mechanism: "-all",
      recordDomain: "kisarbl.or.kr",
      lookups: 0,
      voidLookups: 0,
      headers: { receivedSpf: expect.any(String), authenticationResults: expect.any(String) },
    });
    const traced = JSON.parse((await run(...KISA, "--zone", zone, "--json", "--trace")).out);
    expect(traced.trace).toMatchObject({ version: 1, result: "fail", root: { domain: "kisarbl.or.kr" } });
    expect(traced.trace.root.steps).toHaveLength(4);
  });

  test("checks the HELO name without a sender, and with a null sender", async () => {
    for (const sender of [[], ["--sender", ""], ["--sender", "<>"]]) {
      const { out } = await run(
        "--ip",
        "192.0.2.1",
        ...sender,
        "--helo",
        "mail.example",
        "--zone",
        zone,
        "--json",
      );
      expect(JSON.parse(out)).toMatchObject({ identity: "helo", result: "pass", mechanism: "a" });
    }
  });

  test("gives the domain's explanation, with the receiver that it was told", async () => {
    const { out } = await run(
      ...["--ip", "192.0.2.1", "--sender", "a@exp.example", "--receiver", "mx.example"],
      ...["--zone", zone, "--json"],
    );
    expect(JSON.parse(out).explanation).toBe("192.0.2.1 is not mx.example's friend");
  });

  test("asks the server of --dns, or that of WHYSPF_DNS", async () => {
    const dns = await serverOf();
    const asked = await run(...KISA, "--dns", dns, "--json");
    expect(JSON.parse(asked.out)).toMatchObject({ result: "fail", mechanism: "-all" });
    const env = { WHYSPF_DNS: dns };
    expect(JSON.parse((await runCommand(check, [...KISA, "--json"], { env })).out).result).toBe("fail");
    const late = ["--ip", "192.0.2.1", "--sender", "a@late.example", "--dns", dns, "--dns-timeout", "60"];
    expect(JSON.parse((await run(...late, "--json")).out)).toMatchObject({
      result: "temperror",
      reason: "dns-error",
    });
  });

  test("says why the DNS gave no answer, beside the verdict", async () => {
    const { code, out, err } = await run(
      "--ip",
      "9.8.7.6",
      "--sender",
      "a@b.example",
      "--dns",
      "127.0.0.1:9",
      "--json",
    );
    expect(code).toBe(OK);
    expect(JSON.parse(out)).toMatchObject({ result: "temperror", reason: "dns-error" });
    expect(err).toBe("whyspf check: no answer to TXT b.example: 127.0.0.1:9: connection refused\n");
  });

  test("shows a terminal nothing that turns its writing", async () => {
    const { out } = await run("--ip", "9.8.7.6", "--sender", "a\u202ex@kisarbl.or.kr", "--zone", zone);
    expect(out).not.toContain("\u202e");
    expect(out).toContain("⟨U+202E⟩");
    const { out: json } = await run(
      ...["--ip", "9.8.7.6", "--sender", "a\u202ex@kisarbl.or.kr"],
      "--zone",
      zone,
      "--json",
    );
    expect(json).not.toContain("\u202e");
    expect(JSON.parse(json).sender).toBe("a\u202ex@kisarbl.or.kr");
  });

  test("tells of a zone file's directives that it leaves out", async () => {
    const file = fileOf(
      "i.zone",
      '$ORIGIN d.example.\n$INCLUDE more\n@ IN SOA a b 1 2 3 4 5\n@ IN TXT "v=spf1 -all"\n',
    );
    const { err, code } = await run("--ip", "192.0.2.9", "--sender", "a@d.example", "--zone", file, "--json");
    expect(code).toBe(OK);
    expect(err).toBe(`whyspf: ${file}, line 2: $INCLUDE is left out.\n`);
  });

  test("reads a BIND zone file too", async () => {
    const file = fileOf("d.zone", '$ORIGIN d.example.\n@ IN TXT "v=spf1 ip4:192.0.2.0/24 " "-all"\n');
    const { out } = await run("--ip", "192.0.2.9", "--sender", "a@d.example", "--zone", file, "--json");
    expect(JSON.parse(out)).toMatchObject({ result: "pass", mechanism: "ip4:192.0.2.0/24" });
  });
});

describe("whyspf check --batch", () => {
  const batch = (input: string, ...args: string[]) =>
    runCommand(check, ["--batch", "--zone", zone, ...args], { input });
  const linesOf = (out: string) =>
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("answers each line in its order, with its id", async () => {
    const lines = [
      { id: 1, ip: "9.8.7.6", sender: "kisa@kisarbl.or.kr", helo: "h.example" },
      { id: "zwei", ip: "192.0.2.1", sender: "", helo: "mail.example", receiver: "mx.example" },
      { ip: "61.251.112.143", sender: "kisa@kisarbl.or.kr" },
    ];
    const { code, out } = await batch(lines.map((line) => `${JSON.stringify(line)}\r\n`).join("\n"));
    expect(code).toBe(OK);
    const counts = { explanation: null, voidLookups: 0 };
    expect(linesOf(out)).toEqual([
      { id: 1, result: "fail", mechanism: "-all", lookups: 0, ...counts },
      { id: "zwei", result: "pass", mechanism: "a", lookups: 1, ...counts },
      { id: null, result: "pass", mechanism: "ip4:61.251.112.143", lookups: 0, ...counts },
    ]);
  });

  test("goes on after lines that it cannot use, says what is wrong with them, and ends with 1", async () => {
    const lines = [
      "not json",
      "[1]",
      '{"id":7,"ip":"1.2.3","sender":"a@b.example"}',
      '{"id":8,"ip":"1.2.3.4","sender":"kisa"}',
      '{"id":9,"ip":"1.2.3.4","sender":5}',
      '{"id":10,"ip":"9.8.7.6","sender":"kisa@kisarbl.or.kr"}',
    ];
    const { code, out } = await batch(lines.join("\n"));
    expect(code).toBe(FAILED);
    const answers = linesOf(out);
    expect(answers.map(({ id }) => id)).toEqual([null, null, 7, 8, 9, 10]);
    expect(answers[0].error).toMatch(/^line 1 is no JSON/);
    expect(answers.slice(1, 5).map(({ error }) => error)).toEqual([
      "line 2 is JSON, but no object",
      'line 3: ip is no IP address: "1.2.3"',
      'line 4: sender has no "@" and so no domain: "kisa"',
      "line 5: sender must be a text",
    ]);
    expect(answers[5].result).toBe("fail");
  });

  test("adds traces where they are asked for", async () => {
    const { out } = await batch('{"id":1,"ip":"9.8.7.6","sender":"kisa@kisarbl.or.kr"}', "--trace");
    expect(linesOf(out)[0].trace.root.steps).toHaveLength(4);
  });
});

describe("what check cannot use", () => {
  const mail = ["--sender", "a@b.example", "--zone", zone];
  test.each<[string[], RegExp]>([
    [["--ip", "1.2.3.4.5", ...mail], /^--ip is no IP address: "1\.2\.3\.4\.5"\.$/],
    [["--ip", "\u001b[31m1", ...mail], /^--ip is no IP address: "␛\[31m1"\.$/],
    [mail, /^--ip is missing/],
    [["--ip", "1.2.3.4", "--sender", "kisa", "--zone", zone], /^--sender has no "@"/],
    [["--ip", "1.2.3.4", "--sender", "kisa@", "--zone", zone], /^--sender has no domain .*character 5/],
    [["--ip", "1.2.3.4", "--zone", zone], /^--helo is missing/],
    [
      ["--ip", "1.2.3.4", "--sender", "a@b.example ", "--zone", zone],
      /^--sender has a space or a lone bracket/,
    ],
    [
      ["--ip", "1.2.3.4", "--sender", "<a@b.example", "--zone", zone],
      /^--sender has a space or a lone bracket/,
    ],
    [["--ip", "1.2.3.4", ...mail, "--dns", "127.0.0.1"], /--zone or --dns, not both/],
    [["--ip", "1.2.3.4", "--sender", "a@b.example", "--dns", "1.2.3.4:99999"], /^--dns .*1\.2\.3\.4:99999/],
    [
      ["--ip", "1.2.3.4", "--sender", "a@b.example", "--dns", "nowhere.invalid:53"],
      /no host "nowhere\.invalid"/,
    ],
    [["--ip", "1.2.3.4", "--sender", "a@b.example", "--zone", "/no/such"], /^--zone cannot read .*ENOENT/],
    [["--ip", "1.2.3.4", ...mail, "--dns-timeout", "soon"], /^--dns-timeout takes a number/],
    [["--ip", "1.2.3.4", ...mail, "--language", "fr"], /^--language takes ko or en/],
    [["--ip", "1.2.3.4", ...mail, "--batch"], /^--batch .*no --ip/],
    [["--ip", "1.2.3.4", ...mail, "more"], /not "more"/],
  ])("%j", async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(USAGE);
    expect(out).toBe("");
    expect(err).toMatch(sentence);
  });

  test.each([
    ['{"a.example": {"MX": [["ten", "b.example"]]}}', /"a\.example"\.MX\[0\]/],
    ['{"a.example": ', /JSON/],
    ["d.example. IN A 1.2.3\n", /line 1/],
    ["x".repeat(10_000), /line 1/],
  ])("a zone of %s", async (text, place) => {
    const { code, err } = await run(
      "--ip",
      "1.2.3.4",
      "--sender",
      "a@b.example",
      "--zone",
      fileOf("bad", text),
    );
    expect(code).toBe(USAGE);
    expect(err).toMatch(place);
    expect(err.length).toBeLessThan(700);
  });
});
