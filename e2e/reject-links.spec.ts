import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import en from "@/app/i18n/texts/en.reject-links.json" with { type: "json" };
import ko from "@/app/i18n/texts/ko.reject-links.json" with { type: "json" };
import { importLogs } from "@/ingest/import-logs";
import { keepServedAt } from "@/lib/accounts/served-at";
import { openReader } from "@/lib/db/reader";
import { fixedZone } from "@/lib/logs/zone";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";
import { countVisit, saveVisits, type VisitTally } from "@/lib/store/why-visits";
import { CHECKERS } from "@/lib/why/checker-lines";
import { DIAGNOSIS_KINDS } from "@/lib/why/diagnosis/diagnosis";
import { titles } from "@/lib/why/diagnosis/titles.ko";
import { looksRight } from "./looks";
import { serve, watchConsole } from "./serve";

watchConsole();

/** Where the pages were served last. */
const SITE = "http://mx1.corp.example:3000";

async function storeMessages(url: string): Promise<void> {
  const store = await Store.open(url);
  const mail = [
    { queueId: "a", envelopeFrom: "lee@a.example", checker: "spfmilter 0.97" },
    { queueId: "b", envelopeFrom: `x@${"long-label.".repeat(9)}example`, checker: "pyspf-milter" },
  ];
  await store.transaction(() => store.save(mail.map((changes) => fresh(message(changes)))));
  await store.close();
}

async function visitWhy(url: string): Promise<void> {
  const tally: VisitTally = new Map();
  const visit = (domain: string, kind: number, times: number) => {
    for (let n = 0; n < times; n++) countVisit(tally, { time: Date.now(), domain, kind, result: "fail" });
  };
  visit("a.example", DIAGNOSIS_KINDS.indexOf("ip-missing"), 3);
  visit("a.example", DIAGNOSIS_KINDS.indexOf("forger"), 1);
  visit(`${"long-label.".repeat(9)}example`, DIAGNOSIS_KINDS.indexOf("too-many-lookups"), 2);
  visit("made-up.example", DIAGNOSIS_KINDS.indexOf("unlisted"), 1);
  const client = await openReader(url);
  await saveVisits(client, tally);
  await keepServedAt(client, SITE);
  await client.$disconnect();
}

/** A log of another checker's. */
async function readLog(url: string): Promise<void> {
  const store = await Store.open(url);
  const log = join(import.meta.dirname, "fixtures", "samples", "s8138-a-mark-0.93-add", "maillog");
  const zone = { zone: null, fallbackZone: fixedZone(0), year: null };
  await importLogs(store, [log], { ...zone, defaultHost: "here", demo: false });
  await store.close();
}

const open = (page: Page) => page.goto("/reject-links");
const checkers = (page: Page) => page.locator("main li > details");

test.describe("links in refusals", () => {
  serve(async (url) => {
    await storeMessages(url);
    await readLog(url);
    await visitWhy(url);
  });

  test("are shown for each checker, those of the logs first and unfolded", async ({ page }) => {
    await page.goto("/sources");
    await page.getByRole("link", { name: ko.rejectLinks.fromSources }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ko.rejectLinks.title);
    await expect(checkers(page)).toHaveCount(CHECKERS.length);
    await expect(page.locator("main li > details[open]")).toHaveCount(3);
    await expect(page.getByText(`--explanation 'Please%_see%_${SITE}/why?id=%{S}`)).toBeVisible();
    const exim = checkers(page).filter({ hasText: "spf_smtp_comment_template" });
    await expect(exim.locator("code").first()).toBeHidden();
    await exim.locator("summary").click();
    await expect(exim.locator("code").first()).toBeVisible();
  });

  test("are followed by who was told what", async ({ page }) => {
    await open(page);
    const rows = page.getByRole("table", { name: ko.rejectLinks.told.caption }).locator("tbody tr");
    await expect(rows).toHaveCount(3);
    await expect(rows.first()).toContainText("a.example");
    await expect(rows.first()).toContainText(titles.titles["ip-missing"]);
    await expect(rows.first()).toContainText(titles.titles.forger);
    await expect(rows.last()).toContainText(ko.rejectLinks.told.unknown);
    await expect(page.getByText("made-up.example")).toHaveCount(0);
    await rows.first().getByRole("link").click();
    await expect(page).toHaveURL(/\/domains\/a\.example/);
  });

  looksRight(async (page) => {
    await open(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
    });
  });
});

test.describe("before anybody came", () => {
  serve(() => {});

  test("the page says what to do", async ({ page, context, baseURL }) => {
    await open(page);
    await expect(page.getByText(ko.rejectLinks.told.none)).toBeVisible();
    await expect(page.getByText(ko.rejectLinks.local)).toBeVisible();
    await expect(page.getByText(ko.rejectLinks.all, { exact: true })).toBeVisible();
    await context.addCookies([{ name: "whyspf-locale", value: "en", url: baseURL! }]);
    await open(page);
    await expect(page.getByText(en.rejectLinks.told.none)).toBeVisible();
  });
});

test.describe("for strangers", () => {
  serve(() => {}, { as: null });

  test("the page is closed", async ({ page }) => {
    await open(page);
    await expect(page).toHaveURL(/\/sign-in\?next=%2Freject-links/);
  });
});
