import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import ko from "@/app/messages/ko.json" with { type: "json" };
import { looksRight } from "./looks";
import { seed } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole();

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
