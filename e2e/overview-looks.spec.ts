import { writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import ko from "@/app/messages/ko.json" with { type: "json" };
import { seed } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole();

/** Zero violations in both themes, both languages and both widths, and nothing wider than the page. */
function looksRight(open: (page: Page) => Promise<unknown>): void {
  for (const locale of ["ko", "en"])
    for (const theme of ["light", "dark"])
      for (const width of [390, 1440])
        test(`is accessible and fits: ${locale}, ${theme}, ${width} px`, async ({
          page,
          context,
          baseURL,
        }) => {
          await context.addCookies([
            { name: "whyspf-locale", value: locale, url: baseURL! },
            { name: "whyspf-theme", value: theme, url: baseURL! },
          ]);
          await page.setViewportSize({ width, height: 900 });
          await open(page);
          await expect(page.locator("html")).toHaveAttribute("lang", locale);
          expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        });
}

test.describe("the overview", () => {
  serve(async (url) => {
    await seed(url, Date.now());
  });

  looksRight(async (page) => {
    await page.goto("/");
    await expect(page.getByRole("img")).toBeVisible();
    for (const details of await page.locator("summary").all()) await details.click();
    const isNarrow = page.viewportSize()!.width < 600;
    if (isNarrow) await page.getByRole("button", { name: /^(표|Table)$/ }).click();
  });
});

test.describe("an empty database", () => {
  serve(() => {});

  test("tells what to do next", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText("npm start -- FILE")).toBeVisible();
    await expect(page.getByText("npm run --silent whyspf -- import FILE")).toBeVisible();
  });

  looksRight((page) => page.goto("/"));
});

test.describe("a broken database", () => {
  serve((url) => writeFileSync(url.slice("file:".length), "no database ".repeat(500)));

  test("is told of in a sentence, in every language", async ({ page, request }) => {
    await page.goto("/");
    await expect(page.getByRole("alert").first()).toHaveText(ko.trouble.kinds.corrupt);
    const health = await request.get("/api/health");
    expect(health.status()).toBe(503);
    expect(await health.json()).toMatchObject({
      ok: false,
      database: expect.stringMatching(/^The database .* is damaged/),
    });
  });

  looksRight((page) => page.goto("/"));
});
