import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import { importLogs } from "@/ingest/import-logs";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { postgresqlMissing, startPostgresql, type TestServer } from "./postgresql";
import { seed, seedNow } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole();

const KOREA = fixedZone(540);
const OPTIONS = { year: null, zone: KOREA, fallbackZone: KOREA, defaultHost: "here", demo: false };

/** Lines of a refused message, of now. */
function refusal(n: number): string {
  const id = `6AO3Y9${String(n).padStart(2, "0")}${String(100000 + n)}`;
  const time = new Date(Date.now() + 9 * 3_600_000).toISOString().replace("Z", "+09:00");
  return `${time} mx9 sm-mta[1]: ${id}: Milter: from=<a@live.example>, reject=550 5.7.1 Please see http://spf.pobox.com/why.html?sender=a%40live.example&ip=192.0.2.9&receiver=mx9\n`;
}

test.describe("a page that is looked at", () => {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-live-"));
  const log = join(folder, "maillog");
  let databaseUrl: string;
  let total: number;
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
  serve(async (url) => {
    databaseUrl = url;
    ({ total } = await seedNow(url));
    writeFileSync(log, "");
  });

  let stored = 0;
  async function more(): Promise<void> {
    appendFileSync(log, refusal(++stored));
    const store = await Store.open(databaseUrl);
    await importLogs(store, [log], OPTIONS);
    await store.close();
  }

  const heading = (page: Page) => page.getByRole("heading", { level: 1 });
  const allOf = () => `${(total + stored).toLocaleString("ko")}통`;
  /** Stores mail until a page shows it all by itself: what comes before it listens is shown with the next. */
  const showsMore = (page: Page) =>
    expect(async () => {
      await more();
      await expect(heading(page)).toContainText(allOf(), { timeout: 8_000 });
    }).toPass();

  test("shows new mail as it comes, and stands still when asked to", async ({ page, context }) => {
    await page.goto("/");
    await expect(heading(page)).toContainText(allOf());
    await showsMore(page);
    const live = page.getByRole("button", { name: ko.live.on });
    await expect(live).toHaveAttribute("aria-pressed", "true");
    await live.click();
    await expect(page.getByRole("button", { name: ko.live.off })).toHaveAttribute("aria-pressed", "false");
    const before = allOf();
    let asked = 0;
    page.on("request", () => asked++);
    const other = await context.newPage();
    await other.goto("/");
    await showsMore(other);
    await expect(heading(page)).toContainText(before);
    expect(asked).toBe(0);
    await page.getByRole("button", { name: ko.live.off }).click();
    await showsMore(page);
  });
});

/** Where there is none, the test run says so. */
if (postgresqlMissing() === null) test.describe("on PostgreSQL", () => onPostgresql());

function onPostgresql(): void {
  let server: TestServer;
  test.beforeAll(async () => {
    server = await startPostgresql();
  });
  test.afterAll(() => server?.stop());
  serve(
    async (url) => {
      await seed(url, Date.now());
    },
    { database: () => server.newDatabase() },
  );

  for (const path of [
    "/",
    "/?range=1y&client=198.51.100.0/24&tag=unknown",
    "/messages?text=sender1&result!=pass",
    "/domains/bank.example",
    "/clients/198.51.100.7",
    "/search?q=198.51.100.0/24",
    "/sources",
    "/account",
  ])
    test(`${path} is a page as on SQLite`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer!.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(ko.trouble.title)).toHaveCount(0);
    });
}
