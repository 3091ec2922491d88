import { expect, type Locator, test } from "@playwright/test";
import en from "@/app/i18n/texts/en.json" with { type: "json" };
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import koPublish from "@/app/i18n/texts/ko.record-publish.json" with { type: "json" };
import { type Seeded, seed, seedNow } from "./seed";
import { serve, watchConsole } from "./serve";

const DAY = 86_400_000;

watchConsole(/404 \(Not Found\)/);

/** The numbers in a column of a table that is there. */
async function numbersOf(table: Locator, cell: string): Promise<number[]> {
  await expect(table).toBeVisible();
  const texts = await table.locator(`tbody tr ${cell}`).allTextContents();
  return texts.map((text) => Number(text.replaceAll(",", "")));
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

test.describe("the overview", () => {
  let seeded: Seeded;
  serve(async (url) => {
    seeded = await seedNow(url);
  });

  test("says the main thing with the right numbers", async ({ page }) => {
    await page.goto("/");
    const sentence = await page.getByRole("heading", { level: 1 }).textContent();
    for (const number of [seeded.total, seeded.failed, seeded.refused, seeded.tagged])
      expect(sentence).toContain(`${number.toLocaleString("ko")}통`);
    const figures = page.getByRole("region", { name: ko.totals.title });
    await expect(figures.getByText(seeded.total.toLocaleString("ko"), { exact: true })).toBeVisible();
    await expect(figures).toContainText(`⚠ ${ko.totals.unchecked}${seeded.unchecked}`);
  });

  test("shows the same numbers in the chart's table, the matrix and the totals", async ({ page }) => {
    await page.goto("/");
    const chart = page.getByRole("region", { name: ko.chart.titles.results });
    await expect(chart.getByRole("img")).toBeVisible();
    await expect(chart.getByRole("table")).toBeHidden();
    await chart.getByRole("button", { name: ko.chart.showTable }).click();
    await expect(chart.getByRole("table")).toBeVisible();
    const [total, before, ...days] = await numbersOf(chart.getByRole("table"), "td:last-child");
    expect(days).toHaveLength(30);
    expect(before).toBeGreaterThan(0);
    expect(sum(days)).toBe(total);
    expect(total).toBe(seeded.total);
    const matrix = page.getByRole("table", { name: ko.matrix.caption });
    expect(sum(await numbersOf(matrix, "td:last-child"))).toBe(total);
  });

  test("lists domains whose failures add up", async ({ page }) => {
    await page.goto("/");
    const domains = page.getByRole("table", { name: ko.domains.caption });
    // All of them fit into the list; the hostile sender's domain is one of them.
    expect(sum(await numbersOf(domains, "td:nth-child(2)"))).toBe(seeded.failed);
    await expect(domains).toContainText("xn--9t4b11yi5a.example");
    await expect(domains).toContainText("테스트.example");
  });

  test("shows hostile text as text", async ({ page }) => {
    await page.goto("/");
    const sender = page.locator("bdi", { hasText: "<script>alert(1)</script>" }).first();
    await expect(sender).toContainText("⟨U+202E⟩");
    await expect(sender).toContainText("␇");
  });

  test("takes a result out of the chart and puts it back", async ({ page }) => {
    await page.goto("/");
    const chart = page.getByRole("region", { name: ko.chart.titles.results });
    // The bars are drawn by script, as the buttons are answered by it.
    await expect(chart.getByRole("img")).toBeVisible();
    const pass = chart.getByRole("button", { name: /^pass [\d,]+/ });
    await expect(pass).toHaveAttribute("aria-pressed", "true");
    await pass.click();
    await expect(pass).toHaveAttribute("aria-pressed", "false");
    await pass.click();
    await expect(pass).toHaveAttribute("aria-pressed", "true");
  });

  test("keeps language and theme, without script too", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "ko-KR", baseURL });
    const page = await context.newPage();
    await page.goto("/not-a-page?range=7d");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("button", { name: en.preferences.dark }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(new URL(page.url()).search).toBe("?range=7d");
    await page.goto("/not-a-page");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.notFound.title);
    await context.close();
  });

  test("leads from period to period by its links", async ({ page }) => {
    await page.goto("/?tz=UTC");
    await page.getByRole("link", { name: ko.period["7d"], exact: true }).click();
    await expect(page).toHaveURL(/\?range=7d&tz=UTC$/);
    await page.getByRole("link", { name: ko.period.earlier }).click();
    await expect(page).toHaveURL(/\?range=7d&to=\d{4}-\d\d-\d\d&tz=UTC$/);
    await expect(page.getByText("UTC")).toBeVisible();
    await page.getByRole("link", { name: ko.period.later }).click();
    await expect(page).toHaveURL(/\?range=7d&tz=UTC$/);
  });

  for (const range of ["24h", "7d", "90d", "1y", "all"])
    test(`has a chart of ${range}`, async ({ page }) => {
      await page.goto(`/?range=${range}`);
      await expect(page.getByRole("img")).toHaveCount(3);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("통");
    });

  test("is reached by keyboard alone", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("img")).toHaveCount(3);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: ko.product.skip })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: ko.period["24h"] })).toBeFocused();
    const chart = page.getByRole("region", { name: ko.chart.titles.results });
    const table = chart.getByRole("button", { name: ko.chart.showTable, exact: true });
    for (let n = 0; n < 60 && !(await table.evaluate((node) => node === document.activeElement)); n++)
      await page.keyboard.press("Tab");
    await expect(table).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("table", { name: /SPF 결과별 메일 수/ }).first()).toBeVisible();
  });

  test("has headers that keep it out of frames, and loads nothing from elsewhere", async ({
    page,
    baseURL,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    const response = await page.goto("/");
    await page.waitForLoadState("networkidle");
    const headers = response!.headers();
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(new Set(asked)).toEqual(new Set([baseURL]));
  });

  test("answers monitors", async ({ request }) => {
    const response = await request.get("/api/health");
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true, database: "ok", messages: seeded.stored });
  });
});

test.describe("old logs of a demonstration", () => {
  serve(async (url) => {
    await seed(url, Date.now() - 500 * DAY, true);
  });

  test("are shown as of then, and as what they are", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("complementary", { name: ko.product.demo })).toBeVisible();
    await expect(page.getByText("가장 새로운 메일이")).toBeVisible();
    await expect(page.getByRole("table", { name: ko.refusals.caption })).toBeVisible();
    await page.goto("/nowhere");
    await expect(page.getByRole("complementary", { name: ko.product.demo })).toBeVisible();
  });

  test("have domains that are answered for by the demo, which says so", async ({ page }) => {
    await page.goto("/records?domain=example.kr&view=publish&check=1");
    await expect(page.getByText(ko.product.demoZone)).toBeVisible();
    await expect(page.getByText(koPublish.recordPublish.live.demo)).toBeVisible();
    await expect(page.getByText("v=spf1 mx ip4:192.0.2.45 ~all").first()).toBeVisible();
    await page.goto("/why?sender=order@daon-trade.example.kr&ip=192.0.2.185");
    await expect(page.getByText(ko.product.demoZone)).toBeVisible();
    await expect(page.getByText("_spf.sendcloud.example").first()).toBeVisible();
  });
});
