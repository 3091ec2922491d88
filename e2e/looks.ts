import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** Zero violations in both themes, both languages and both widths, and nothing wider than the page; of each page that is opened. */
export function looksRight(...pages: ((page: Page) => Promise<unknown>)[]): void {
  for (const locale of ["ko", "en"])
    for (const width of [390, 1440])
      test(`is accessible and fits: ${locale}, ${width} px`, async ({ page, context, baseURL }) => {
        await context.addCookies([
          { name: "whyspf-locale", value: locale, url: baseURL! },
          { name: "whyspf-theme", value: "light", url: baseURL! },
        ]);
        await page.setViewportSize({ width, height: 900 });
        for (const open of pages) {
          await open(page);
          await expect(page.locator("html")).toHaveAttribute("lang", locale);
          await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
          for (const theme of ["light", "dark"]) await isRight(page, theme, width);
        }
      });
}

/** Of the page as it is opened: a theme is an attribute of the document and nothing else. */
async function isRight(page: Page, theme: string, width: number): Promise<void> {
  await page.locator("html").evaluate((html, value) => html.setAttribute("data-theme", value), theme);
  const told = `${page.url()} ${theme}`;
  expect(await violations(page), told).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, told).toBeLessThanOrEqual(width);
}

/** What axe finds. There are no frames, and what passes is not asked for: to carry it out of the browser takes longest. */
async function violations(page: Page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  return (await axe.analyze()).violations;
}
