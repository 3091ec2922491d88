import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import config from "../playwright.config";
import { seed } from "./seed";
import { startWebServer } from "./web-server";

const STATES = ["full", "empty", "error"] as const;

// Run with: npx esbuild e2e/screenshots.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/screenshots.mjs
// && node dist/screenshots.mjs FOLDER [full|empty|error|guide]

/** Pictures of the overview in every state, language, theme and width, as `folder/state-locale-theme-width.png`. */
async function takeScreenshots(folder: string, only: readonly string[] = STATES): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), "whyspf-screenshots-"));
  const browser = await chromium.launch(config.use!.launchOptions);
  try {
    for (const state of STATES.filter((name) => only.includes(name))) {
      const path = join(data, `${state}.db`);
      if (state === "full") await seed(`file:${path}`, Date.now());
      if (state === "error") writeFileSync(path, "no database ".repeat(500));
      const server = await startWebServer(`file:${path}`);
      try {
        for (const locale of ["ko", "en"])
          for (const colorScheme of ["light", "dark"] as const)
            for (const width of [390, 1440]) {
              const page = await browser.newPage({ locale, colorScheme, viewport: { width, height: 900 } });
              await page.goto(server.url, { waitUntil: "networkidle" });
              await page.screenshot({
                path: join(folder, `${state}-${locale}-${colorScheme}-${width}.png`),
                fullPage: true,
              });
              await page.close();
            }
      } finally {
        await server.stop();
      }
    }
  } finally {
    await browser.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** The pictures of the user guide: the top of the page, as small files. */
async function takeForGuide(folder: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "whyspf-screenshots-"));
  const browser = await chromium.launch(config.use!.launchOptions);
  const databaseUrl = `file:${join(data, "whyspf.db")}`;
  await seed(databaseUrl, Date.now());
  const server = await startWebServer(databaseUrl);
  try {
    for (const locale of ["ko", "en"]) {
      const page = await browser.newPage({ locale, viewport: { width: 1280, height: 1120 } });
      await page.goto(server.url, { waitUntil: "networkidle" });
      await page.screenshot({ path: join(folder, `overview-${locale}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

const [folder = "test-results/screenshots", ...only] = process.argv.slice(2);
if (only[0] === "guide") await takeForGuide(folder);
else await takeScreenshots(folder, only.length > 0 ? only : undefined);
