import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dnsServer } from "@/lib/dns/dns-server.fixture";
import { readSuiteZone, suiteZoneJson } from "@/lib/dns/suite-zone.fixture";
import { type SuiteCase, theSuite } from "@/lib/spf/suite.fixture";
import { runCommand } from "./call.fixture";
import { check } from "./check";
import { OK } from "./fault";

const cases = theSuite();
const titles = [...new Set(cases.map(({ section }) => section))];

const folder = mkdtempSync(join(tmpdir(), "whyspf-suite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
