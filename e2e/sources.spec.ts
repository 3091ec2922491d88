import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import en from "@/app/i18n/texts/en.sources.json" with { type: "json" };
import koShared from "@/app/i18n/texts/ko.json" with { type: "json" };
import ko from "@/app/i18n/texts/ko.sources.json" with { type: "json" };
import { importLogs } from "@/ingest/import-logs";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { looksRight } from "./looks";
import { seedNow } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole(/404/);

const SAMPLE = readFileSync(
  join(import.meta.dirname, "fixtures", "samples", "s8138-a-mark-0.93-add", "maillog"),
);
const HOSTILE = [
  '<img src=x onerror="alert(1)"> & <script>alert(2)</script>',
  "turned \u202e round \u001b[31m red",
  "x".repeat(600),
];

let folder: string;
test.beforeAll(() => {
  folder ??= mkdtempSync(join(tmpdir(), "whyspf-sources-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The mail of a seeded server, a log read to its end, and one that nobody understands. */
async function fill(url: string): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "whyspf-sources-"));
  await seedNow(url);
  const [log, odd] = [join(folder, "read.log"), join(folder, "odd.log")];
  writeFileSync(log, SAMPLE);
  const lines = HOSTILE.map((text) => `Nov 24 12:00:00 mx1 odd<b>program: ${text}\n`);
  writeFileSync(odd, lines.join("").repeat(9));
  const store = await Store.open(url);
  const zone = { zone: null, fallbackZone: fixedZone(0), year: null };
  await importLogs(store, [log, odd], { ...zone, defaultHost: "here", demo: false });
  await store.close();
}

function logs(page: Page): Locator {
  const captions = [ko, en].map(({ sources }) => sources.logs.caption).join("|");
  return page.getByRole("table", { name: new RegExp(captions) });
}

async function openLog(page: Page, name: string): Promise<void> {
  await page.goto("/sources");
  const row = logs(page).getByRole("link", { name });
  await row.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

test.describe("the sources of data", () => {
  serve(fill);

  test("say what is the matter, worst first, and what to do", async ({ page }) => {
    await page.goto("/sources");
    const items = page.getByRole("listitem").filter({ hasText: ko.findings.severities.error });
    await expect(items.first()).toContainText("odd.log");
    await expect(items.first()).toContainText(ko.findings.advice.nothingMatched);
    const badges = await page
      .getByText(/^(오류|주의|참고)$/)
      .evaluateAll((all) => all.map(({ textContent }) => textContent));
    const order = ["오류", "주의", "참고"];
    expect(badges).toEqual([...badges].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)));
    expect(new Set(badges).size).toBeGreaterThan(1);
  });

  test("name every machine and log", async ({ page }) => {
    await page.goto("/sources");
    const hosts = page.getByRole("table", { name: ko.sources.hosts.caption });
    await expect(hosts.locator("tbody tr")).toHaveCount(3);
    await expect(hosts).toContainText("mx1");
    await expect(hosts.getByRole("img").first()).toHaveAccessibleName(/^최근 30일 동안 하루 메일 수: /);
    await expect(logs(page).locator("tbody tr")).toHaveCount(5);
  });

  test("show hostile lines as text", async ({ page }) => {
    await openLog(page, "odd.log");
    await page.getByText("모르는 줄 보기").click();
    const lines = page.getByRole("listitem");
    await expect(lines.filter({ hasText: HOSTILE[0]! }).first()).toBeVisible();
    await expect(lines.filter({ hasText: "turned ⟨U+202E⟩ round ␛[31m red" }).first()).toBeVisible();
    expect(await page.locator("img[src=x], main script").count()).toBe(0);
    await expect(page.getByText("odd<b>program").first()).toBeVisible();
  });

  test("agree with the file's own lines, and say so when it is another", async ({ page }) => {
    await openLog(page, "read.log");
    await page.getByRole("link", { name: ko.sources.count.button }).click();
    await expect(page.getByRole("status").first()).toContainText("파일에는 64줄이 있고, 64줄을 읽었습니다");
    appendFileSync(join(folder, "read.log"), "Nov 24 12:00:00 mx1 more\n");
    await page.getByRole("link", { name: ko.sources.count.again }).click();
    await expect(page.getByRole("status").first()).toContainText("64줄을 읽었습니다");
    await expect(page.getByText("25바이트 남음")).toBeVisible();
    truncateSync(join(folder, "read.log"), 100);
    await page.reload();
    await expect(page.getByRole("status").first()).toContainText(ko.sources.count.other);
    writeFileSync(join(folder, "read.log"), SAMPLE);
  });

  test("keep to the time zone of the address", async ({ page }) => {
    await page.goto("/sources?tz=Asia/Seoul");
    await expect(page.getByText("Asia/Seoul 기준")).toBeVisible();
    await logs(page).getByRole("link", { name: "odd.log" }).click();
    await expect(page).toHaveURL(/\/sources\/\d+\?tz=Asia\/Seoul$/);
    await page.getByRole("link", { name: ko.sources.back }).click();
    await expect(page).toHaveURL(/\/sources\?tz=Asia\/Seoul$/);
    await page.goto("/sources?tz=No/Where&tz=2");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ko.sources.title);
  });

  for (const id of ["0", "999", "99999999999999999999", "abc", "1;", "-1"])
    test(`know no log ${id}`, async ({ page }) => {
      // The page has begun when it turns out that there is no such log: 200, or 404 before.
      const answer = await page.goto(`/sources/${id}`);
      expect(answer!.status()).toBeLessThan(500);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(koShared.notFound.title);
    });

  looksRight(async (page) => {
    await page.goto("/sources");
    for (const details of await page.locator("main summary").all()) await details.click();
  });

  test.describe("one of them", () => {
    looksRight(async (page) => {
      await openLog(page, "odd.log");
      for (const details of await page.locator("main summary").all()) await details.click();
      await page.getByRole("link", { name: /^(줄 세기|Count lines)$/ }).click();
      await expect(page.getByRole("status").first()).toContainText("27");
      for (const details of await page.locator("main summary").all()) await details.click();
    });
  });
});

test.describe("no source", () => {
  serve(() => {});

  test("tells what to do next", async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "whyspf-locale", value: "en", url: baseURL! }]);
    await page.goto("/sources");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.sources.empty.title);
    for (const command of ["npm start -- FILE", "whyspf -- import FILE", "whyspf -- doctor"])
      await expect(page.getByText(command)).toBeVisible();
  });

  looksRight((page) => page.goto("/sources"));
});
