import { expect, type Page, test } from "@playwright/test";
import { RECORD_TEXTS } from "./record-texts";
import { DOMAIN, DRAFTED, ERP, PUBLISHED } from "./records.fixture";
import { desk, draftOf, saying, serveDesk } from "./records-desk.fixture";
import { watchConsole } from "./serve";

const T = RECORD_TEXTS.ko;

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const tab = (page: Page, view: keyof typeof T.records.views) =>
  page
    .getByRole("navigation", { name: T.records.views.label })
    .getByRole("link", { name: T.records.views[view], exact: true })
    .click();

test.describe("the workbench without script", () => {
  serveDesk();
  test.use({ javaScriptEnabled: false });
  watchConsole();

  test("takes a domain, a text and fixes, and shows what they cost", async ({ page }) => {
    await page.goto("/records");
    await page.getByRole("textbox", { name: T.records.start.domainLabel }).fill(DOMAIN);
    await page.getByRole("button", { name: T.records.start.open }).first().click();
    await expect(draftOf(page)).toHaveValue(PUBLISHED);
    await draftOf(page).fill("v=spf1 ipv4:203.0.113.10 ip4: 192.0.2.9 include:_spf.mailer.example -all");
    await page.getByRole("button", { name: T.recordEditor.check }).click();
    await expect(page).toHaveURL(new RegExp(`domain=${DOMAIN}`));
    const fixes = page
      .locator("main li")
      .getByRole("link", { name: T.recordEditor.findings.fix, exact: true });
    await expect(fixes).not.toHaveCount(0);
    await page.getByRole("link", { name: saying(T.recordEditor.findings.fixAll) }).click();
    const draft = "v=spf1 ip4:203.0.113.10 ip4:192.0.2.9 include:_spf.mailer.example -all";
    await expect(draftOf(page)).toHaveValue(draft);
    await expect(fixes).toHaveCount(0);
    const tree = panel(page, T.recordTree.title);
    await expect(tree).toContainText("_a.mailer.example");
    await expect(tree).toContainText("out2.mailer.example");
    await expect(panel(page, T.recordTree.sizes.title)).toBeVisible();
  });

  test("opens a pasted zone line, and a record from nothing", async ({ page }) => {
    await page.goto("/records");
    const line = 'hanbit.example.  3600  IN TXT ( "v=spf1 ip4:203.0.113.10 "\n "ip4:192.0.2.9 -all" )';
    await page.getByLabel(T.recordEditor.paste.label).fill(line);
    await page.getByRole("button", { name: T.recordEditor.paste.open }).click();
    await expect(draftOf(page)).toHaveValue("v=spf1 ip4:203.0.113.10 ip4:192.0.2.9 -all");
    await page.goto("/records");
    await page.getByRole("link", { name: T.records.start.emptyLink }).click();
    await expect(draftOf(page)).toHaveValue("");
    await draftOf(page).fill("v=spf1 mx -all");
    await page.getByRole("button", { name: T.recordEditor.check }).click();
    await expect(draftOf(page)).toHaveValue("v=spf1 mx -all");
    // The domain comes later, and the draft goes along.
    await page.getByRole("textbox", { name: T.records.start.domainLabel }).fill(DOMAIN);
    await page.getByRole("button", { name: T.records.start.open }).click();
    await expect(draftOf(page)).toHaveValue("v=spf1 mx -all");
    await expect(panel(page, T.recordTree.title)).toContainText("203.0.113.10");
  });

  test("asks what would become of a message, and of a change elsewhere in the tree", async ({ page }) => {
    await page.goto(desk({ view: "what-if", record: "v=spf1 include:_spf.mailer.example -all" }));
    const { fields, submit, changes } = T.recordTree.whatIf;
    await page.getByLabel(fields.ip, { exact: true }).fill("192.0.2.99");
    await page.getByLabel(fields.sender, { exact: true }).fill(`kim@${DOMAIN}`);
    await page.getByRole("button", { name: submit }).click();
    const verdict = panel(page, T.recordTree.whatIf.verdict);
    await expect(verdict).toContainText(changes);
    await expect(verdict).toContainText(T.results.fail);
    await expect(page.getByLabel(fields.ip, { exact: true })).toHaveValue("192.0.2.99");
    await page.getByText(T.recordTree.whatIf.other).click();
    await page.getByRole("link", { name: "_a.mailer.example" }).click();
    await expect(page.getByLabel(fields.at, { exact: true })).toHaveValue("_a.mailer.example");
    const as = page.getByLabel(fields.as, { exact: true });
    await expect(as).toHaveValue(/^v=spf1 ip4:192\.0\.2\.128/);
    await as.fill("v=spf1 ip4:192.0.2.99 -all");
    await page.getByRole("button", { name: submit }).click();
    await expect(verdict).toContainText(T.results.pass);
    await page.getByLabel(fields.ip, { exact: true }).fill("192.0.2");
    await page.getByRole("button", { name: submit }).click();
    await expect(page.getByText(T.recordTree.whatIf.problems["ip-invalid"])).toBeVisible();
    await expect(as).toHaveValue("v=spf1 ip4:192.0.2.99 -all");
  });

  test("ticks who may send, and takes it back", async ({ page }) => {
    await page.goto(desk({ view: "traffic" }));
    const tick = page.getByRole("link", { name: new RegExp(`^${T.recordTraffic.tick.none} ${ERP.ip}`) });
    await tick.click();
    const withErp = PUBLISHED.replace(" ~all", ` ip4:${ERP.ip} ~all`);
    await expect(draftOf(page)).toHaveValue(withErp);
    await page.getByRole("link", { name: new RegExp(`^✓?${T.recordTraffic.tick.all} ${ERP.ip}`) }).click();
    await expect(draftOf(page)).toHaveValue(PUBLISHED);
    await expect(tick).toBeVisible();
    await page.getByRole("link", { name: T.recordTraffic.suggested.authorise }).click();
    await expect(draftOf(page)).toHaveValue(DRAFTED.replace("-all", "~all"));
  });

  test("replays, looks again, and reads the report", async ({ page }) => {
    await page.goto(desk({ view: "replay", record: DRAFTED }));
    await page.locator("form[action='/records/replay'] button").click();
    await expect(page).toHaveURL(/job=/);
    const result = panel(page, T.recordReplay.result);
    const again = page.getByRole("link", { name: T.recordReplay.running.lookAgain });
    await expect(async () => {
      if (await again.isVisible()) await again.click();
      await expect(result).toContainText("65", { timeout: 500 });
    }).toPass();
    await expect(draftOf(page)).toHaveValue(DRAFTED);
    // Another draft keeps the report, which says of what it is.
    await draftOf(page).fill("v=spf1 -all");
    await page.getByRole("button", { name: T.recordEditor.check }).click();
    await expect(result).toContainText(T.recordReplay.otherDraft);
  });

  test("shows what to publish, checks it, and keeps and removes a version", async ({ page }) => {
    await page.goto(desk({ record: DRAFTED }));
    await tab(page, "publish");
    await expect(
      page
        .locator("pre")
        .filter({ hasText: `"${DRAFTED}"` })
        .first(),
    ).toBeVisible();
    await page.getByLabel(T.recordPublish.ttl.label).selectOption("300");
    await page.getByRole("button", { name: T.recordPublish.ttl.apply }).click();
    await expect(
      page
        .locator("pre")
        .filter({ hasText: `300 IN TXT "${DRAFTED}"` })
        .first(),
    ).toBeVisible();
    await page.getByRole("link", { name: T.recordPublish.live.check }).click();
    await expect(panel(page, T.recordPublish.live.title)).toContainText(T.recordPublish.live.holds.published);

    const kept = panel(page, T.recordVersions.title);
    await page.getByLabel(T.recordVersions.save.note, { exact: true }).fill("<b>새 서버</b>");
    await page.getByRole("button", { name: T.recordVersions.save.button }).click();
    await expect(kept).toContainText("<b>새 서버</b>");
    await expect(kept).toContainText(T.recordVersions.save.saved);
    await expect(draftOf(page)).toHaveValue(DRAFTED);
    const row = kept.getByRole("listitem").filter({ hasText: "새 서버" });
    await row.getByRole("link", { name: T.recordVersions.open }).click();
    await expect(draftOf(page)).toHaveValue(DRAFTED);
    const remove = row.getByRole("button", { name: T.recordVersions.remove.button });
    await expect(remove).toBeHidden();
    await row.locator("summary", { hasText: T.recordVersions.remove.open }).click();
    await remove.click();
    await expect(row).toHaveCount(0);
    await page.getByLabel(T.recordVersions.save.note, { exact: true }).fill("x".repeat(200));
    await page.getByRole("button", { name: T.recordVersions.save.button }).click();
    await expect(row).toHaveCount(0);
    await expect(kept).toContainText("x".repeat(200));
  });

  test("changes its language and keeps the draft", async ({ page }) => {
    await page.goto(desk({ record: DRAFTED, view: "publish" }));
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(draftOf(page)).toHaveValue(DRAFTED);
    await expect(page.getByRole("heading", { name: RECORD_TEXTS.en.recordPublish.zone.title })).toBeVisible();
  });
});
