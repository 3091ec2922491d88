import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** Zero violations in both themes, both languages and both widths, and nothing wider than the page; of each page that is opened. */
export function looksRight(...pages: ((page: Page) => Promise<unknown>)[]): void {
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
          for (const open of pages) {
            await open(page);
            await expect(page.locator("html")).toHaveAttribute("lang", locale);
            expect((await new AxeBuilder({ page }).analyze()).violations, page.url()).toEqual([]);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(wide, page.url()).toBeLessThanOrEqual(width);
          }
        });
}
