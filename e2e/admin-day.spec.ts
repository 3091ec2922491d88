import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import koSources from "@/app/i18n/texts/ko.sources.json" with { type: "json" };
import { demoLogs } from "@/ingest/generate/demo";
import { importLogs } from "@/ingest/import-logs";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { linkFor, serve, watchConsole } from "./serve";

watchConsole();

const KOREA = fixedZone(540);
const OPTIONS = { year: null, zone: KOREA, fallbackZone: KOREA, defaultHost: "here", demo: false };
const SEED = 20_101_105;
const PARTNER = "daon-trade.example.kr";

let logs: ReturnType<typeof demoLogs>;
// Apart from their import, since either takes long.
test.beforeAll(() => {
  logs = demoLogs(Date.now(), SEED);
});

/** The demo's six weeks as logs of one's own, but for mx2, whose last days never came. */
async function fill(url: string): Promise<string> {
  const folder = join(dirname(url.slice("file:".length)), "logs");
  mkdirSync(folder);
  const paths = logs.map(({ name, lines }) => {
    const kept = name.startsWith("mx2") ? lines.slice(0, Math.floor(lines.length * 0.85)) : lines;
    const path = join(folder, name);
    writeFileSync(path, `${kept.join("\n")}\n`, "latin1");
    return path;
  });
  const store = await Store.open(url);
  await importLogs(store, paths, OPTIONS);
  await store.close();
  return linkFor(url, "kim@corp.example", "admin");
}

test.describe("the admin's day", () => {
  let token: string;
  serve(
    async (url) => {
      token = await fill(url);
    },
    { as: null },
  );

  test("from the link to the reason", async ({ page }) => {
    await test.step("signs in by the link", async () => {
      await page.goto("/messages");
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await page.goto(`/sign-in/${token}`);
      await page.getByRole("button", { name: "로그인" }).click();
      await expect(page).toHaveURL(/\/$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("실패");
    });

    await test.step("sees what happened, and narrows to a domain", async () => {
      const insights = page.getByRole("region", { name: ko.insights.title });
      await expect(insights).toContainText("mx2.example.kr");
      await insights
        .getByRole("link", { name: new RegExp(PARTNER) })
        .first()
        .click();
      await expect(page).toHaveURL(/\/domains\//);
      await page.goto(`/domains/${PARTNER}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(PARTNER);
      await expect(page.getByRole("region", { name: ko.subject.sources, exact: true })).toContainText(
        "192.0.2.18",
      );
    });

    let refused = 0;
    await test.step("goes from a number to its messages", async () => {
      const matrix = page.getByRole("table", { name: ko.matrix.caption });
      const cell = matrix
        .getByRole("row", { name: new RegExp(ko.results.notLogged) })
        .locator("td")
        .nth(2);
      refused = Number((await cell.textContent())!.replaceAll(",", ""));
      expect(refused).toBeGreaterThan(50);
      await cell.getByRole("link").click();
      await expect(page).toHaveURL(/\/messages\?.*action=reject/);
      const rows = page.getByRole("table", { name: ko.list.caption }).locator("tbody tr");
      await expect(rows).toHaveCount(50);
      await expect(rows.first()).toContainText(PARTNER);
    });

    await test.step("exports what is shown", async () => {
      await page.getByRole("button", { name: ko.list.export }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: ko.list.exportCsv }).click(),
      ]);
      const lines = readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n");
      expect(lines).toHaveLength(refused + 1);
      expect(lines.slice(1).every((line) => line.includes(PARTNER))).toBe(true);
    });

    await test.step("opens a refused message and reads its lines", async () => {
      await page.keyboard.press("Escape");
      const first = page.getByRole("table", { name: ko.list.caption }).locator("tbody tr").first();
      await first.getByRole("link").first().click();
      await expect(page).toHaveURL(/\/messages\/[^/]+\/[^/]+$/);
      const queueId = decodeURIComponent(page.url().split("/").at(-1)!);
      const main = page.getByRole("main");
      await expect(main).toContainText(`${queueId}: `);
      await expect(main).toContainText(/reject=550 5\.7\.1 Please see http:/);
    });

    await test.step("finds out why a source is silent", async () => {
      await page.getByRole("link", { name: ko.nav.sources, exact: true }).click();
      const findings = page.getByRole("region", { name: koSources.findings.title });
      await expect(findings).toContainText("mx2.example.kr");
    });
  });
});
