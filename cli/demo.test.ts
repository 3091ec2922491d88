import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { ownDomains } from "@/lib/queries/own-domains";
import { toldMessage } from "@/lib/queries/story";
import { runCommand } from "./call.fixture";
import { loadDemo } from "./demo";
import { lint } from "./lint";

const NOW = Date.UTC(2026, 10, 24, 3);

describe("the demo", () => {
  const place = mkdtempSync(join(tmpdir(), "whyspf-demo-"));
  const url = `file:${join(place, "x.db")}`;
  let reader: PrismaClient;

  beforeAll(async () => {
    // Somebody's own folder of that name stays as it is.
    mkdirSync(join(place, "demo"));
    writeFileSync(join(place, "demo", "mx1-maillog"), "mine\n");
    expect(await loadDemo(url, NOW)).toBe(true);
    reader = await openReader(url);
  }, 120_000);
  afterAll(async () => {
    await reader?.$disconnect();
    rmSync(place, { recursive: true, force: true });
  });

  test("keeps its logs beside the database, in a folder of its own that nobody else may enter", async () => {
    expect(readFileSync(join(place, "demo", "mx1-maillog"), "latin1")).toBe("mine\n");
    const folder = join(place, "demo-2");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(folder, "invented-by-whyspf.txt"), "utf8")).toContain("demo data");
    const logs = await reader.logFile.findMany({ select: { path: true, demo: true } });
    expect(logs.length).toBeGreaterThan(2);
    for (const { path, demo } of logs)
      expect([demo, existsSync(path), path.startsWith(folder)]).toEqual([true, true, true]);
  });

  test("has its own domains, and no others, as those that mail is taken for", async () => {
    expect(await ownDomains(askReader(reader), 8)).toEqual(["example.kr", "mail.example.kr"]);
  });

  test("answers for its domains on the command line, and says so; not where servers are named", async () => {
    const args = ["--domain", "daon-trade.example.kr", "--json"];
    const env = { DATABASE_URL: url, WHYSPF_DNS: "127.0.0.1:9" };
    const told = await runCommand(lint, args, { env });
    expect(told.out).toContain('"result":"ok"');
    expect(told.err).toBe(
      "whyspf: domains of the demo are answered from the demo's own zone, not from the DNS.\n",
    );
    const named = await runCommand(lint, [...args, "--dns", "127.0.0.1:9"], { env });
    expect(named.out).not.toContain('"result":"ok"');
  });

  test("has the lines of its messages", async () => {
    const newest = await reader.message.findMany({
      orderBy: { time: "desc" },
      take: 50,
      include: { host: true },
    });
    for (const { queueId, host } of newest) {
      const { story } = (await toldMessage(reader, host.name, queueId))!;
      expect(story.lines.length).toBeGreaterThan(0);
      expect(story.lines.filter(({ missing }) => missing !== null)).toEqual([]);
    }
  });

  test("is not loaded twice", async () => {
    const before = readdirSync(place);
    expect(await loadDemo(url, NOW)).toBe(false);
    expect(readdirSync(place)).toEqual(before);
  });
});
