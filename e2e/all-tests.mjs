// Everything that is tested, in order; the last line tells how much of it passed. Plain Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DEBIAN = [
  {
    name: "chromium",
    files: ["/usr/bin/chromium"],
    packages: ["chromium", "fonts-nanum"],
    for: "the pages in a browser",
  },
  {
    name: "PostgreSQL",
    files: ["/usr/lib/postgresql"],
    packages: ["postgresql"],
    for: "everything on PostgreSQL",
  },
  {
    name: "pyspf",
    files: ["/usr/lib/python3/dist-packages/spf.py"],
    packages: ["python3-spf"],
    for: "SPF compared with pyspf",
  },
  {
    name: "the RFC 7208 suite of python3-spf",
    files: ["/usr/share/doc/python3-spf/rfc7208-tests.yml.gz"],
    packages: ["python3-spf"],
    for: "the RFC 7208 suite",
  },
];
/** Slim images tell dpkg to leave all documentation out, and the suite is among it. */
const KEEP_SUITE = ["-o", "Dpkg::Options::=--path-include=/usr/share/doc/python3-spf/*"];
const skipped = [];
const totals = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, options = {}) {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", NEXT_TELEMETRY_DISABLED: "1", ...options.env };
  return spawnSync(command, args, { cwd: ROOT, stdio: options.stdio ?? "inherit", env, encoding: "utf8" });
}

/** Installs what Debian has and the tests need; what cannot be had is told, and what it would have tested. */
function provide() {
  const missing = DEBIAN.filter(({ files }) => !files.every((file) => existsSync(file)));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    console.log(`Installing ${missing.map(({ name }) => name).join(" and ")} from Debian …`);
    run("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
    const packages = [...new Set(missing.flatMap((one) => one.packages))];
    const options = ["-y", "-qq", "--no-install-recommends", "--reinstall", ...KEEP_SUITE];
    run("apt-get", ["install", ...options, ...packages], { env, stdio: "ignore" });
  }
  for (const { name, files, for: what } of missing) {
    if (!files.every((file) => existsSync(file)))
      skipped.push(`${what}: ${name} is not installed and could not be (it takes root on Debian)`);
  }
}

function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = run(command, args);
  totals[status === 0 ? "passed" : "failed"]++;
}

function vitest() {
  console.log("\n== tests of the code");
  const report = join(ROOT, "test-results", "vitest.json");
  rmSync(report, { force: true });
  run("node", [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return totals.failed++;
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests;
  // A file that could not even be loaded has no failed test.
  for (const { status, assertionResults } of testResults)
    if (status === "failed" && assertionResults.every((one) => one.status !== "failed")) totals.failed++;
}

function playwright() {
  if (!existsSync("/usr/bin/chromium")) return;
  console.log("\n== tests of the pages");
  const report = join(ROOT, "test-results", "playwright.json");
  rmSync(report, { force: true });
  run("node", ["node_modules/@playwright/test/cli.js", "test", "--reporter=dot,json"], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  if (!existsSync(report)) return totals.failed++;
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected;
  totals.skipped += stats.skipped;
}

provide();
step("types", "node", ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"]);
step("style", "node", ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
vitest();
playwright();
for (const what of skipped) console.log(`skipped: ${what}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped + skipped.length} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
