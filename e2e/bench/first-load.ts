import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import config from "../../playwright.config";
import { seed } from "../seed";
import { signIn } from "../serve";
import { startWebServer } from "../web-server";

const PAGES = [
  "/",
  "/messages",
  "/domains/bank.example",
  "/sources",
  "/search?q=m",
  "/account",
  "/records",
  "/records?record=v%3Dspf1+mx+-all",
  "/sign-in",
];
const LIMIT = 200;

const folder = mkdtempSync(join(tmpdir(), "whyspf-first-load-"));
const databaseUrl = `file:${join(folder, "x.db")}`;
await seed(databaseUrl, Date.now());
const server = await startWebServer(databaseUrl);
const browser = await chromium.launch(config.use!.launchOptions);
let isOver = false;
try {
  const storageState = await signIn(databaseUrl, server.url, "admin");
  for (const path of PAGES) {
    const context = await browser.newContext(path === "/sign-in" ? {} : { storageState });
    const page = await context.newPage();
    const scripts: { size: number; url: string }[] = [];
    page.on("response", async (response) => {
      if (response.request().resourceType() !== "script") return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      scripts.push({ size: gzipSync(body, { level: 9 }).length, url: new URL(response.url()).pathname });
    });
    const answer = await page.goto(server.url + path, { waitUntil: "networkidle" });
    const html = await answer!.text();
    await page.waitForTimeout(500);
    const sum = (all: typeof scripts) => all.reduce((total, { size }) => total + size, 0) / 1000;
    const [whole, later] = [sum(scripts), sum(scripts.filter(({ url }) => !html.includes(url)))];
    isOver ||= whole > LIMIT;
    console.log(
      `${path.padEnd(24)} ${whole.toFixed(1).padStart(6)} kB gzip of script in all, ${later.toFixed(1)} kB of it after the page (Chart.js)`,
    );
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(isOver ? `More than ${LIMIT} kB.` : `Each page stays below ${LIMIT} kB.`);
process.exitCode = isOver ? 1 : 0;
