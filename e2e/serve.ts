import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startWebServer, type WebServer } from "./web-server";

/** A zone in which it is afternoon, so that the seeded mail of a day never falls on two. */
function middayZone(now: number): string {
  const east = 14 - new Date(now).getUTCHours();
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

/** Serves a database, in a folder that goes with it, for the tests of one group. */
export function serve(prepare: (databaseUrl: string) => Promise<void> | void): void {
  let folder: string;
  let server: WebServer;
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "whyspf-e2e-"));
    const url = `file:${join(folder, "whyspf.db")}`;
    await prepare(url);
    server = await startWebServer(url, middayZone(Date.now()));
  });
  test.afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    baseURL: async ({}, use) => use(server?.url),
  });
}

/** Every test of a file fails when the browser complains of anything; what is `expected` may be said. */
export function watchConsole(expected: RegExp | null = null): void {
  let complaints: string[];
  test.beforeEach(({ page }) => {
    complaints = [];
    page.on("console", (said) => {
      if (said.type() === "error" || said.type() === "warning") complaints.push(said.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
  });
  test.afterEach(() => expect(complaints.filter((text) => !expected?.test(text))).toEqual([]));
}
