import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { dnsClient } from "@/lib/dns/dns-client";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import { checkHost, mailfromRequest } from "@/lib/spf";
import { RECORD_TEXTS } from "./record-texts";
import {
  DOMAIN,
  DRAFTED,
  ERP,
  FORGER,
  importTraffic,
  NEWS,
  OWN,
  PUBLISHED,
  zoneOf,
  zoneText,
} from "./records.fixture";
import { saying } from "./records-desk.fixture";
import { serve, watchConsole } from "./serve";

const LINE = `${DOMAIN}. 3600 IN TXT "${DRAFTED}"`;

let dns: TestServer;

async function prepare(url: string): Promise<void> {
  dns = await dnsServer(zoneOf(zoneText(`${DOMAIN}. IN TXT "${PUBLISHED}"`)), { isAuthority: true });
  await importTraffic(url, mkdtempSync(join(tmpdir(), "whyspf-records-")), Date.now());
}

const environment = () => {
  const server = `127.0.0.1:${dns.server.port}`;
  return { WHYSPF_DNS: server, WHYSPF_AUTHORITY: server };
};

/** What the DNS server's record says of a client's mail. */
async function verdictOn({ ip, helo, senders }: typeof OWN): Promise<string> {
  const { server } = dns;
  const client = dnsClient({ servers: [server], attempts: 2, timeoutMs: 2_000 });
  const request = mailfromRequest({ ip, helo, envelopeFrom: `${senders[0]}@${DOMAIN}` });
  return (await checkHost(request, client.session(), { clock: Date.now })).result;
}

const draftOf = (page: Page) => page.locator("textarea[name=record]");

for (const language of ["ko", "en"] as const)
  test.describe(`from a month's log to a record that is published (${language})`, () => {
    serve(prepare, { environment });
    test.afterAll(() => dns.close());
    watchConsole();
    const texts = RECORD_TEXTS[language];
    const tab = (page: Page, view: keyof typeof texts.records.views) =>
      page
        .getByRole("navigation", { name: texts.records.views.label })
        .getByRole("link", { name: texts.records.views[view], exact: true })
        .click();

    test("authorises the domain's own two servers, and refuses the forger", async ({
      page,
      context,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      await context.addCookies([{ name: "whyspf-locale", value: language, url: baseURL! }]);

      await test.step("begins with the domain", async () => {
        await page.goto("/records");
        await page.getByRole("textbox", { name: texts.records.start.domainLabel }).fill(DOMAIN);
        await page.getByRole("button", { name: texts.records.start.open }).first().click();
        await expect(draftOf(page)).toHaveValue(PUBLISHED);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(DOMAIN);
      });

      await test.step("sees who sent, and authorises what looks like its own", async () => {
        await tab(page, "traffic");
        const main = page.locator("main");
        for (const { ip } of [ERP, FORGER]) await expect(main).toContainText(ip);
        await expect(main).toContainText(texts.recordTraffic.roles.forger);
        await page.getByRole("link", { name: texts.recordTraffic.suggested.authorise }).click();
        await expect(draftOf(page)).toHaveValue(DRAFTED.replace("-all", "~all"));
        await expect(page).toHaveURL(/203\.0\.113\.25/);
      });

      await test.step("ends the record strictly, by its rows", async () => {
        await page.getByLabel(saying(texts.recordEditor.rows.qualifier, { number: 4 })).selectOption("-");
        await expect(draftOf(page)).toHaveValue(DRAFTED);
        await page.getByRole("button", { name: texts.recordEditor.undo }).click();
        await expect(draftOf(page)).toHaveValue(DRAFTED.replace("-all", "~all"));
        await page.getByRole("button", { name: texts.recordEditor.redo }).click();
        await expect(draftOf(page)).toHaveValue(DRAFTED);
        await expect(page).toHaveURL(/-all/);
      });

      await test.step("asks what would become of each of them", async () => {
        await tab(page, "what-if");
        for (const [client, result] of [
          [NEWS, "pass"],
          [ERP, "pass"],
          [FORGER, "fail"],
        ] as const) {
          await page.getByLabel(texts.recordTree.whatIf.fields.ip, { exact: true }).fill(client.ip);
          await page.getByLabel(texts.recordTree.whatIf.fields.sender, { exact: true }).fill(`kim@${DOMAIN}`);
          await page.getByRole("button", { name: texts.recordTree.whatIf.submit }).click();
          // What was asked before may have the same answer.
          await expect(page).toHaveURL((url) => url.searchParams.get("ip") === client.ip);
          const verdict = page.getByRole("region", { name: texts.recordTree.whatIf.verdict, exact: true });
          await expect(verdict).toContainText(texts.recordTree.whatIf.changes);
          await expect(verdict).toContainText(texts.results[result]);
          await expect(draftOf(page)).toHaveValue(DRAFTED);
        }
      });

      await test.step("holds the draft against the month's mail", async () => {
        await tab(page, "replay");
        await page.locator("form[action='/records/replay'] button").click();
        const result = page.getByRole("region", { name: texts.recordReplay.result, exact: true });
        // 40 of the newsletter and 25 of the office pass; the forger's 30 fail.
        await expect(result).toContainText("65");
        await expect(result).toContainText("30");
        await expect(page.locator("main")).toContainText("155");
        await expect(page.locator(`a[href^="/messages/spf/"]`).first()).toBeAttached();
      });

      await test.step("publishes the line in the zone file, and sees that it is live", async () => {
        await tab(page, "publish");
        await expect(page.locator("pre").filter({ hasText: LINE }).first()).toBeVisible();
        await page.getByRole("link", { name: texts.recordPublish.live.check }).click();
        const live = page.getByRole("region", { name: texts.recordPublish.live.title });
        await expect(live).toContainText(texts.recordPublish.live.holds.published);
        expect(await Promise.all([OWN, NEWS, ERP, FORGER].map(verdictOn))).toEqual([
          "pass",
          "softfail",
          "softfail",
          "softfail",
        ]);
        dns.publish(zoneOf(zoneText(LINE.replace(" 3600 ", " 1 "))));
        await expect(async () => {
          await page.reload();
          await expect(live.getByText(texts.recordPublish.live.holds.draft, { exact: true })).toHaveCount(2);
        }).toPass();
        expect(await Promise.all([OWN, NEWS, ERP, FORGER].map(verdictOn))).toEqual([
          "pass",
          "pass",
          "pass",
          "fail",
        ]);
      });

      await test.step("keeps the draft, and finds both what was published and what was kept", async () => {
        await page.getByLabel(texts.recordVersions.save.note, { exact: true }).fill("newsletter and office");
        await page.getByRole("button", { name: texts.recordVersions.save.button }).click();
        const kept = page.getByRole("region", { name: texts.recordVersions.title });
        await expect(kept).toContainText("newsletter and office");
        await expect(kept).toContainText(PUBLISHED);
        await page.goto("/records");
        await expect(page.getByRole("table")).toContainText(DRAFTED);
      });
    });
  });
