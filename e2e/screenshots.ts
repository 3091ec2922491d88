import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import config from "../playwright.config";
import { seed } from "./seed";
import { startWebServer } from "./web-server";

const STATES = ["full", "empty", "error"] as const;

/** Pictures of the overview in every state, language, theme and width, as `folder/state-locale-theme-width.png`. */
export async function takeScreenshots(folder: string, only: readonly string[] = STATES): Promise<void> {
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

if (process.argv[1]?.endsWith("screenshots.ts") || process.argv[1]?.endsWith("screenshots.mjs")) {
  const [folder = "test-results/screenshots", ...only] = process.argv.slice(2);
  await takeScreenshots(folder, only.length > 0 ? only : undefined);
}
