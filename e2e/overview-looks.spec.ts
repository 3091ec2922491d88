import { renameSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import { looksRight } from "./looks";
import { seedNow } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole(/503 \(Service Unavailable\)/);

test.describe("with mail", () => {
  serve(async (url) => {
    await seedNow(url);
  });

  test.describe("the overview", () => {
    looksRight(async (page) => {
      await page.goto("/");
      await expect(page.getByRole("img")).toHaveCount(3);
      for (const details of await page.locator("summary").all()) await details.click();
      const isNarrow = page.viewportSize()!.width < 600;
      const tables = page.getByRole("button", { name: /^(표|Table)$/ });
      if (isNarrow) for (const button of await tables.all()) await button.click();
    });
  });

  test.describe("the messages", () => {
    looksRight(async (page) => {
      await page.goto(
        "/messages?result!=pass&client=999&columns=time,result,action,sender,domain,host,tag,size,queueId",
      );
      for (const details of await page.locator("summary").all()) await details.click();
      await page.getByRole("button", { name: /^(저장한 보기|Saved views)$/ }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
    });
  });

  test.describe("a domain", () => {
    looksRight(async (page) => {
      await page.goto("/domains/xn--9t4b11yi5a.example?compare=year");
      await expect(page.getByRole("img")).toHaveCount(2);
    });
  });

  test.describe("what was searched for", () => {
    looksRight((page) => page.goto("/search?q=m"));
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

test.describe("a database that comes back", () => {
  let path: string;
  serve((url) => {
    path = url.slice("file:".length);
    writeFileSync(path, "no database ".repeat(500));
  });

  test("brings the page back by itself", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("alert").first()).toHaveText(ko.trouble.kinds.corrupt);
    await seedNow(`file:${path}.new`);
    renameSync(`${path}.new`, path);
    await expect(page).toHaveURL(/\/sign-in/, { timeout: 30_000 });
  });
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
