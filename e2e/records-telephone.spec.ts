import { expect, type Locator, test } from "@playwright/test";
import { RECORD_TEXTS } from "./record-texts";
import { desk, draftOf, isReady, serveDesk } from "./records-desk.fixture";

const { recordEditor: E, recordPublish: P } = RECORD_TEXTS.ko;

/** Of different lengths, so that the end of a line comes to stand within a term of each kind. */
const DRAFTS = [0, 3, 6, 9, 12].map(
  (length) =>
    `v=spf1 a:${"m".repeat(length)}.my-host.example include:_spf.my-mailer.example ip4:192.0.2.0/24 -all`,
);

/** The words of an element, each with the number of lines that it is on. */
const linesOfWords = (element: Locator): Promise<Record<string, number>> =>
  element.evaluate((all) => {
    const texts = document.createTreeWalker(all, NodeFilter.SHOW_TEXT);
    const lines: Record<string, number> = {};
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const { 0: word, index } of node.textContent!.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        lines[word] = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      }
    return lines;
  });

test.describe("the workbench on a telephone", () => {
  serveDesk();
  test.use({ viewport: { width: 390, height: 844 } });

  test("breaks zone lines between terms, and copies them as they are", async ({ page }) => {
    for (const record of DRAFTS) {
      await page.goto(desk({ record, view: "publish" }));
      const line = page.getByRole("region", { name: P.zone.title, exact: true }).locator("pre").first();
      await expect(line).toContainText(`IN TXT "${record}"`);
      const lines = await linesOfWords(line);
      expect(lines['-all"']).toBe(1);
      expect(Object.values(lines).every((count) => count === 1)).toBe(true);
      await line.click();
      const copied = await page.evaluate(() => getSelection()!.toString());
      expect(copied.trim()).toBe(await line.textContent());
    }
  });

  test("shows whole results in its rows, and each button beside something", async ({ page }) => {
    await page.goto(desk({ record: "v=spf1 redirect=a.example ~ip4:192.0.2.0/24 ~all" }));
    await expect(draftOf(page)).toBeVisible();
    await isReady(page);
    const rows = page.getByRole("region", { name: E.title }).locator("ol > li");
    await expect(rows).toHaveCount(3);
    const clipped = await rows.locator("select").evaluateAll((all) =>
      (all as HTMLSelectElement[])
        .filter((select) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(select);
          const pen = document.createElement("canvas").getContext("2d")!;
          pen.font = font;
          // The browser's arrow stands beside the text.
          const room =
            select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - 18;
          return pen.measureText(select.selectedOptions[0]!.text).width > room;
        })
        .map((select) => select.selectedOptions[0]!.text),
    );
    expect(clipped).toEqual([]);
    const all = rows.last();
    const beside = await all.getByText(E.rows.everyone).boundingBox();
    const remove = await all.locator("button[data-place=remove]").boundingBox();
    expect(Math.abs(beside!.y - remove!.y)).toBeLessThan(beside!.height);
    expect(beside!.x).toBeLessThan(remove!.x);
  });
});
