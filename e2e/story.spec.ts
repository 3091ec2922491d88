import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.story.json" with { type: "json" };
import { importLogs } from "@/ingest/import-logs";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { looksRight } from "./looks";
import { serve, watchConsole } from "./serve";

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), "fixtures", "samples");
const OPTIONS = {
  year: 2026,
  zone: fixedZone(540),
  fallbackZone: fixedZone(540),
  defaultHost: "spf",
  demo: false,
};

const REFUSED = "/messages/spf/6AO373Jr000683";
const TAGGED = "/messages/spf/6AO3SgEe004577";
const SEVERAL = "/messages/spf/6AO3789Y000704";
const HOSTILE = "/messages/mx/6AO3ZZZZ000001";
const LOST = "/messages/lost/6AO3YYYY000002";
const SPLIT = "/messages/mx/6AO3WWWW000003";

/** A log by someone who means harm: markup, escapes, marks that turn the writing, a line of 9 kB, a text split by syslog. */
const HOSTILE_LOG = [
  `Nov 24 12:00:00 mx sendmail[7]: 6AO3ZZZZ000001: from=<"<script>alert(1)</script>"@xn--9t4b11yi5a.example>, size=1200, class=0, nrcpts=1, msgid=<${"m".repeat(9000)}>, relay=[192.0.2.66]`,
  "Nov 24 12:00:00 mx sendmail[7]: 6AO3ZZZZ000001: Milter (smf-spf) insert (0): header: Received-SPF: softfail (mx: \x1b[31mred\x07 \xe2\x80\xaegnp \xed\x85\x8c\xec\x8a\xa4\xed\x8a\xb8) client-ip=192.0.2.66; helo=<b>bold</b>; envelope-from=x@xn--9t4b11yi5a.example;",
  "Nov 24 12:00:01 mx sendmail[7]: 6AO3ZZZZ000001: to=<kim@corp.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, relay=mail.corp.example. [192.0.2.9], dsn=4.0.0, stat=Deferred: Connection refused by mail.corp.example.",
  "Nov 24 12:10:01 mx sendmail[9]: 6AO3ZZZZ000001: to=<kim@corp.example>, delay=00:10:01, xdelay=00:00:01, mailer=esmtp, relay=mail.corp.example. [192.0.2.9], dsn=2.0.0, stat=Sent (ok <img src=x onerror=alert(2)>)",
  "Nov 24 12:20:00 mx sendmail[8]: 6AO3WWWW000003[1]: from=<lee@example.com>, size=0, class=0, nrcpts=0, ...",
  "Nov 24 12:20:00 mx sendmail[8]: 6AO3WWWW000003[2]: proto=ESMTP, daemon=MTA, relay=mail.example.com [192.0.2.25]",
];
const LOST_LOG = [
  "Nov 24 12:00:00 lost sendmail[7]: 6AO3YYYY000002: from=<>, size=1200, class=0, nrcpts=1, relay=[192.0.2.66]",
];

async function fill(url: string): Promise<void> {
  const folder = join(dirname(url.slice("file:".length)), "logs");
  mkdirSync(folder);
  const runs = ["p3-reject-rcpt-0.97", "s8138-a-mark-0.93-add"];
  for (const run of runs)
    for (const log of ["maillog", "procmail"]) cpSync(join(SAMPLES, run, log), join(folder, `${run}-${log}`));
  writeFileSync(join(folder, "hostile"), `${HOSTILE_LOG.join("\n")}\n`, "latin1");
  writeFileSync(join(folder, "lost"), `${LOST_LOG.join("\n")}\n`, "latin1");
  const store = await Store.open(url);
  const names = runs.flatMap((run) => [`${run}-maillog`, `${run}-procmail`]);
  await importLogs(
    store,
    [...names, "hostile", "lost"].map((name) => join(folder, name)),
    OPTIONS,
  );
  await store.close();
  renameSync(join(folder, `${runs[0]}-maillog`), join(folder, `${runs[0]}-maillog.1`));
  rmSync(join(folder, "lost"));
}

watchConsole(/404 \(Not Found\)/);

test.describe("a message", () => {
  serve(fill);

  test("that was refused tells who refused it, when, and by which lines", async ({ page }) => {
    await page.goto(REFUSED);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "ceo@fail.example\u2060에서 온 메일을 RCPT 단계에서 거부했습니다",
    );
    const story = page.getByRole("region", { name: ko.story.steps.title });
    const steps = story.locator("ol > li");
    await expect(steps.getByRole("heading")).toHaveText([
      "접속",
      "HELO",
      "MAIL FROM",
      "SPF 판정",
      "받는 사람",
      "거부",
    ]);
    await expect(steps.filter({ hasText: "MAIL FROM" }).getByRole("figure")).toContainText(
      "from=<ceo@fail.example>, size=0",
    );
    await expect(steps.filter({ hasText: "받는 사람" }).getByRole("figure")).toContainText(
      "reject=550 5.7.1 Please see",
    );
    await expect(steps.nth(1)).toContainText(ko.story.helo.unknown);
    await expect(story.getByText(ko.story.verdict.gap.silentRefusal)).toBeVisible();
    await expect(page.getByRole("link", { name: "fail.example", exact: true })).toHaveAttribute(
      "href",
      "/domains/fail.example",
    );
    await expect(page.getByRole("link", { name: ko.story.facts.otherMail })).toHaveAttribute(
      "href",
      "/messages?sender=ceo%40fail.example",
    );
    await expect(page.getByRole("link", { name: "192.0.2.66", exact: true }).first()).toHaveAttribute(
      "href",
      "/clients/192.0.2.66",
    );
  });

  test("that was tagged and delivered shows the lines of both logs", async ({ page }) => {
    await page.goto(TAGGED);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "webmaster@softfail.example\u2060에서 온 메일을 표시해서 배달했습니다: SPF softfail",
    );
    const steps = page.getByRole("region", { name: ko.story.steps.title }).locator("ol > li");
    await expect(steps.filter({ hasText: "SPF 판정" }).getByRole("figure")).toContainText(
      "Received-SPF: softfail",
    );
    const recipient = steps.filter({ has: page.getByRole("heading", { name: "받는 사람" }) });
    await expect(recipient).toContainText(ko.story.recipient.tagged);
    await expect(recipient).toContainText("====SPF_filter(softfail)");
    await expect(recipient).toContainText("mailer=local");
  });

  test("leads from a step to the line that stands elsewhere", async ({ page }) => {
    await page.goto(TAGGED);
    await page.getByRole("link", { name: "줄 2" }).first().click();
    await expect(page.locator("figure:target")).toContainText("Received-SPF: softfail");
  });

  test("of a hostile sender shows his text as text", async ({ page }) => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => asked.push(dialog.message()));
    await page.goto(HOSTILE);
    const figures = page.getByRole("figure");
    await expect(figures.filter({ hasText: "<script>alert(1)</script>" }).first()).toBeVisible();
    await expect(figures.filter({ hasText: "⟨U+202E⟩" })).toContainText("␛[31mred␇");
    await expect(page.locator("main b, main img, main script")).toHaveCount(0);
    await expect(page.getByText(ko.story.lines.cut)).toBeVisible();
    await expect(page.getByText("2번 시도")).toBeVisible();
    expect(asked).toEqual([]);
  });

  test("whose text syslog split shows all of its pieces", async ({ page }) => {
    await page.goto(SPLIT);
    const figure = page.getByRole("figure").first();
    await expect(figure).toContainText("6AO3WWWW000003[1]: from=<lee@example.com>");
    await expect(figure).toContainText("6AO3WWWW000003[2]: proto=ESMTP");
  });

  test("whose log is gone says where its lines were", async ({ page }) => {
    await page.goto(LOST);
    const missing = page.getByRole("region", { name: ko.story.lines.missingTitle });
    await expect(missing).toContainText(/logs\/lost/);
    await expect(missing).toContainText(ko.story.lines.missing.gone);
    await expect(page.getByText(ko.story.unproven.gone).first()).toBeVisible();
  });

  for (const path of [
    "spf/none",
    "nowhere/6AO373Jr000683",
    "spf/%00",
    "%25zz/%25",
    "a%2Fb/c%3Fd",
    `spf/${"x".repeat(1500)}`,
  ]) {
    test(`that is not stored is answered with 404 and a way back: ${path.slice(0, 30)}`, async ({ page }) => {
      const answer = await page.goto(`/messages/${path}`);
      expect(answer!.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(ko.story.notFound.title);
      await expect(page.getByRole("link", { name: ko.story.notFound.back })).toHaveAttribute(
        "href",
        "/messages",
      );
    });
  }

  const pages = { REFUSED, TAGGED, SEVERAL, HOSTILE, LOST, NONE: "/messages/spf/none" };
  for (const [name, path] of Object.entries(pages))
    test.describe(name.toLowerCase(), () => {
      looksRight(async (page) => {
        await page.goto(path);
        await expect(page.locator("main").getByRole("heading", { level: 1 })).toBeVisible();
      });
    });
});
