import { expect, type Page, test } from "@playwright/test";
import { looksRight } from "./looks";
import { RECORD_TEXTS } from "./record-texts";
import { DOMAIN, DRAFTED, NEWS } from "./records.fixture";
import { desk, draftOf, isReady, serveDesk } from "./records-desk.fixture";
import { watchConsole } from "./serve";

// Mistakes of every kind, macros, and more lookups than are allowed.
const COSTLY =
  "v=spf1 ipv4:203.0.113.10 a mx ptr include:_spf.mailer.example include:_spf.shop.example exists:%{i}._spf.%{d} ~all -all";

/** Opens a page of the workbench with all that is folded away on it. */
const unfolded = (given: Record<string, string>) => async (page: Page) => {
  await page.goto(desk(given));
  await expect(draftOf(page)).toBeVisible();
  await isReady(page);
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
};

async function replayed(page: Page): Promise<void> {
  await page.goto(desk({ record: DRAFTED, view: "replay" }));
  await page.locator("form[action='/records/replay'] button").click();
  const results = Object.values(RECORD_TEXTS).map(({ recordReplay }) => recordReplay.result);
  const result = page.getByRole("region", { name: new RegExp(`^(${results.join("|")})$`) });
  await expect(result.getByRole("table").first()).toBeVisible();
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
}

async function enforced(page: Page): Promise<void> {
  await page.goto("/records/enforcement?result=softfail&allow=nonsense&days=365");
  await expect(page.getByRole("alert").first()).toContainText("nonsense");
  await expect(page.locator("main")).toContainText(DOMAIN);
}

test.describe("the workbench", () => {
  serveDesk();
  watchConsole();
  test.describe.configure({ timeout: 150_000 });
  looksRight(
    (page) => page.goto("/records"),
    unfolded({ record: COSTLY }),
    unfolded({
      record: DRAFTED,
      view: "what-if",
      ip: NEWS.ip,
      sender: `news@${DOMAIN}`,
      helo: NEWS.helo,
      at: "_spf.mailer.example",
    }),
    unfolded({ view: "traffic" }),
    replayed,
    unfolded({ record: DRAFTED, view: "publish", check: "1" }),
    enforced,
    unfolded({
      domain: "not a domain",
      record: `v=spf1 ${"x".repeat(300)} -all`,
      view: "what-if",
      ip: "1.2.3",
    }),
  );
});

test.describe("the workbench for strangers", () => {
  serveDesk({ as: null });
  watchConsole();
  looksRight((page) => page.goto("/records"));
});
