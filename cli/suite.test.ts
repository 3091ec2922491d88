import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dnsServer } from "@/lib/dns/dns-server.fixture";
import { readSuiteZone, suiteZoneJson } from "@/lib/dns/suite-zone.fixture";
import { readSuite, type SuiteCase, suitePath } from "@/lib/spf/suite.fixture";
import { runCommand } from "./call.fixture";
import { check } from "./check";
import { OK } from "./fault";

const path = suitePath();
const cases = path === null ? [] : readSuite(path);
const titles = [...new Set(cases.map(({ section }) => section))];

const folder = mkdtempSync(join(tmpdir(), "whyspf-suite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (path === null)
  test("the RFC 7208 suite is not on this machine", () => {
    console.info("skipped: no RFC 7208 suite; name its file in WHYSPF_SUITE, or install python3-spf");
    expect(cases).toEqual([]);
  });
else
  test("the suite has all its tests", () => {
    expect(cases.length).toBe(203);
    expect(cases.filter(({ explanation }) => explanation !== undefined).length).toBe(22);
  });

/** One line per test, in the order of the section. */
function linesOf(section: SuiteCase[]): string {
  return section
    .map(({ name, ip, mailfrom, helo }) =>
      JSON.stringify({ id: name, ip, sender: mailfrom, helo, receiver: "receiver.example" }),
    )
    .join("\n");
}

async function batch(section: SuiteCase[], ...args: string[]): Promise<void> {
  const { code, out } = await runCommand(check, ["--batch", ...args], { input: linesOf(section) });
  expect(code).toBe(OK);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id)).toEqual(section.map(({ name }) => name));
  section.forEach(({ name, results, explanation }, index) => {
    expect(results, name).toContain(answers[index].result);
    if (explanation !== undefined) expect(answers[index].explanation, name).toBe(explanation);
  });
}

for (const title of titles) {
  const section = cases.filter((one) => one.section === title);
  test(`check --batch --zone, ${title}`, async () => {
    const file = join(folder, "zone.json");
    writeFileSync(file, suiteZoneJson(section[0]!.zone));
    await batch(section, "--zone", file);
  });

  test(`check --batch --dns, ${title}`, async () => {
    const server = await dnsServer(readSuiteZone(section[0]!.zone));
    try {
      await batch(section, "--dns", `127.0.0.1:${server.server.port}`, "--dns-timeout", "500");
    } finally {
      await server.close();
    }
  });
}
