import { expect, type Page, test } from "@playwright/test";
import { RECORD_TEXTS } from "./record-texts";
import { DOMAIN, PUBLISHED } from "./records.fixture";
import { desk, draftOf, isReady, LONG_DRAFT, saying, serveDesk } from "./records-desk.fixture";
import { watchConsole } from "./serve";

const T = RECORD_TEXTS.ko;
const E = T.recordEditor;

async function open(page: Page, record: string): Promise<void> {
  await page.goto(desk({ record }));
  await isReady(page);
}

test.describe("the editor of the workbench", () => {
  serveDesk();
  watchConsole();

  test("undoes and redoes by keyboard, from the text and from the rows", async ({ page }) => {
    await open(page, PUBLISHED);
    const field = draftOf(page);
    await field.press("Home");
    for (let n = 0; n < 6; n++) await page.keyboard.press("ArrowRight");
    await page.keyboard.type(" mx");
    const typed = PUBLISHED.replace("v=spf1", "v=spf1 mx");
    await expect(field).toHaveValue(typed);
    await page.getByRole("button", { name: saying(E.rows.remove, { number: 1 }) }).click();
    await expect(field).toHaveValue(PUBLISHED);
    await page.keyboard.press("Control+z");
    await expect(field).toHaveValue(typed);
    await field.focus();
    await page.keyboard.press("Control+z");
    await expect(field).toHaveValue(PUBLISHED);
    await page.keyboard.press("Control+z");
    await expect(field).toHaveValue(PUBLISHED);
    await page.keyboard.press("Control+y");
    await expect(field).toHaveValue(typed);
    await page.keyboard.press("Control+Shift+Z");
    await expect(field).toHaveValue(PUBLISHED);
    await expect(page.getByRole("button", { name: E.redo })).toBeDisabled();
    // What is entered in "Add" is undone by the field itself.
    const value = page.getByLabel(E.add.values.address);
    await value.fill("192.0.2.1");
    await value.press("Control+z");
    await expect(field).toHaveValue(PUBLISHED);
    await expect(page).toHaveURL(desk({ record: PUBLISHED }));
  });

  test("fixes one mistake at a press, and all safe ones", async ({ page }) => {
    const mistaken = "v=spf1 ipv4:203.0.113.10 ip4: 203.0.113.25 include:_spf.mailer.example mx, -all -all";
    await open(page, mistaken);
    const editor = page.getByRole("region", { name: E.title });
    const item = editor.getByRole("listitem").filter({ hasText: "ipv4" });
    await item.getByRole("button", { name: E.findings.fix, exact: true }).click();
    await expect(draftOf(page)).toHaveValue(mistaken.replace("ipv4", "ip4"));
    await expect(page.getByRole("heading", { name: E.findings.title, exact: true })).toBeFocused();
    await page.getByRole("button", { name: saying(E.findings.fixAll) }).click();
    // Those that were listed and no more: the second -all is found once the comma is gone.
    const once = "v=spf1 ip4:203.0.113.10 ip4:203.0.113.25 include:_spf.mailer.example mx -all -all";
    await expect(draftOf(page)).toHaveValue(once);
    const fix = page.getByRole("button", { name: E.findings.fix, exact: true });
    await fix.click();
    await expect(draftOf(page)).toHaveValue(once.replace(" -all", ""));
    await expect(fix).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(draftOf(page)).toHaveValue(mistaken);
    // What a finding is about is selected at a press.
    await editor.getByRole("button", { name: "ipv4", exact: true }).click();
    await expect(draftOf(page)).toBeFocused();
    const selected = await draftOf(page).evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toBe("ipv4");
  });

  test("adds a term of each kind where it works, and says what is none", async ({ page }) => {
    await open(page, "");
    const add = page.locator("form[data-own-undo]");
    const enter = async (kind: keyof typeof E.add.kinds, value: string) => {
      await add.getByLabel(E.add.kind).selectOption(E.add.kinds[kind]);
      const field = add.getByLabel(E.add.values[kind]);
      if (kind === "all") await field.selectOption(value);
      else await field.fill(value);
      await add.getByRole("button", { name: E.add.submit }).click();
    };
    let draft = "v=spf1";
    for (const [kind, value, term] of [
      ["all", "~all", " ~all"],
      ["address", "192.0.2.10", " ip4:192.0.2.10 ~all"],
      ["address", "2001:db8::/32", " ip6:2001:db8::/32 ~all"],
      ["a", "", " a ~all"],
      ["mx", DOMAIN, ` mx:${DOMAIN} ~all`],
      ["include", "_spf.mailer.example", " include:_spf.mailer.example ~all"],
      ["include", "네이버웍스", null],
      ["exists", "%{i}._spf.example.com", " exists:%{i}._spf.example.com ~all"],
      ["all", "-all", " -all"],
    ] as const) {
      await enter(kind, value);
      if (term === null) {
        await expect(draftOf(page)).toHaveValue(/ include:\S*(?:naver|works)\S* ~all$/);
        draft = await draftOf(page).inputValue();
      } else {
        draft = draft.replace(/ ~all$/, "") + term;
        await expect(draftOf(page)).toHaveValue(draft);
      }
    }
    await enter("address", "192.0.2.300");
    await expect(add.getByRole("alert")).toHaveText(E.add.faults.address);
    await expect(add.getByLabel(E.add.values.address)).toHaveValue("192.0.2.300");
    await enter("include", "two words");
    await expect(add.getByRole("alert")).toHaveText(E.add.faults.name);
    await enter("exists", "");
    await expect(add.getByRole("alert")).toHaveText(E.add.faults.missing);
    await enter("address", "192.0.2.10");
    await expect(add.getByRole("alert")).toHaveText(E.add.faults.there);
    await expect(draftOf(page)).toHaveValue(draft);
    await enter("redirect", "_spf.example.com");
    await expect(draftOf(page)).toHaveValue(/ redirect=_spf\.example\.com/);
  });

  test("moves rows with the focus, changes them, and is shared by its address", async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await open(page, "v=spf1 a mx include:_spf.mailer.example ~all");
    await page.getByRole("button", { name: saying(E.rows.up, { number: 3 }) }).click();
    await expect(draftOf(page)).toHaveValue("v=spf1 a include:_spf.mailer.example mx ~all");
    await expect(page.getByRole("button", { name: saying(E.rows.up, { number: 2 }) })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(draftOf(page)).toHaveValue("v=spf1 include:_spf.mailer.example a mx ~all");
    await expect(page.getByRole("button", { name: saying(E.rows.down, { number: 1 }) })).toBeFocused();
    await page.getByRole("button", { name: saying(E.rows.remove, { number: 2 }) }).click();
    await page.getByLabel(saying(E.rows.qualifier, { number: 3 })).selectOption("-");
    await page.getByLabel(saying(E.rows.kind, { number: 2 })).selectOption("a");
    await page.getByLabel(saying(E.rows.value, { number: 2 })).fill("news.hanbit.example/28");
    const draft = "v=spf1 include:_spf.mailer.example a:news.hanbit.example/28 -all";
    await expect(draftOf(page)).toHaveValue(draft);
    await expect(page).toHaveURL(desk({ record: draft }));
    await expect(page.getByRole("region", { name: T.recordTree.title })).toContainText(
      "a:news.hanbit.example/28",
    );

    const other = await browser.newContext({ baseURL, storageState: await context.storageState() });
    const second = await other.newPage();
    await second.goto(page.url());
    await expect(draftOf(second)).toHaveValue(draft);
    await expect(second.getByRole("heading", { level: 1 })).toContainText(DOMAIN);
    await other.close();
    await page.getByRole("button", { name: E.toPublished }).click();
    await expect(draftOf(page)).toHaveValue(PUBLISHED);
    await expect(page).toHaveURL(desk());
    await page.goBack();
    await expect(page).not.toHaveURL(/\/records\?/);
  });

  test("keeps the draft while language and theme change", async ({ page }) => {
    const short = "v=spf1 ip4:203.0.113.10 -all";
    for (const draft of [short, LONG_DRAFT]) {
      await open(page, PUBLISHED);
      await draftOf(page).fill(draft);
      await expect(page).toHaveURL(desk({ record: draft }));
      await page.getByRole("button", { name: T.preferences.dark }).click();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect(draftOf(page)).toHaveValue(draft);
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(draftOf(page)).toHaveValue(draft);
      await page.getByRole("button", { name: "한국어" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "ko");
      await expect(draftOf(page)).toHaveValue(draft);
      await expect(page).toHaveURL(desk({ record: draft }));
    }
    // Left before it got into the address: offered again.
    await open(page, PUBLISHED);
    await draftOf(page).fill(short);
    await page.getByRole("button", { name: T.preferences.light }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    const use = page.getByRole("button", { name: E.restore.use });
    await expect(async () => {
      if (await use.isVisible()) await use.click();
      await expect(draftOf(page)).toHaveValue(short, { timeout: 500 });
    }).toPass();
  });

  test("answers a keystroke in a record of 500 octets", async ({ page }) => {
    const terms = Array.from({ length: 27 }, (_, n) => `ip4:198.51.${n + 100}.0`).join(" ");
    const record = `v=spf1 include:_spf.mailer.example ${terms} -all`.padEnd(500, " ");
    await open(page, record.trimEnd());
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { whyspfTimes: times });
      document.addEventListener(
        "keydown",
        ({ timeStamp }) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - timeStamp);
            port2.postMessage(null);
          }),
        true,
      );
    });
    await draftOf(page).press("Control+End");
    const typed = " ip4:192.0.2.1 include:spf.example.net a mx";
    await page.keyboard.type(typed, { delay: 60 });
    await expect(draftOf(page)).toHaveValue(record.trimEnd() + typed);
    const painted = () => page.evaluate(() => (window as unknown as { whyspfTimes: number[] }).whyspfTimes);
    await expect.poll(async () => (await painted()).length).toBeGreaterThanOrEqual(typed.length);
    const times = await painted();
    const sorted = times.slice(-typed.length).sort((a, b) => a - b);
    const at = (part: number) => Math.round(sorted[Math.floor((sorted.length - 1) * part)]!);
    console.log(
      `keystroke to paint, ${record.trimEnd().length} octets: median ${at(0.5)} ms, worst ${at(1)} ms`,
    );
  });
});
