import { expect, type Page, test } from "@playwright/test";
import koSignIn from "@/app/i18n/texts/ko.sign-in.json" with { type: "json" };
import { RECORD_TEXTS } from "./record-texts";
import { DOMAIN, ERP, FORGER, NEWS, OWN, PUBLISHED } from "./records.fixture";
import {
  desk,
  draftOf,
  isReady,
  LONG_DRAFT,
  SAVED_NOTE,
  saying,
  serveDesk,
  withDatabase,
} from "./records-desk.fixture";
import { linkFor, serve, watchConsole } from "./serve";

const T = { ...RECORD_TEXTS.ko, ...koSignIn };
const PASSWORD = "correct horse battery";
/** What the log has and neither the DNS nor these addresses do: clients, senders, queue ids, a saved draft's note. */
const SECRETS = [ERP.ip, NEWS.ip, FORGER.ip, "staff0", "billing@", "aa000", SAVED_NOTE];

const views = (page: Page) => page.getByRole("navigation", { name: T.records.views.label });
const tab = (page: Page, view: "tree" | "what-if" | "publish") =>
  views(page).getByRole("link", { name: T.records.views[view], exact: true });

test.describe("a stranger at the workbench", () => {
  const served = serveDesk({ as: null });
  watchConsole(/401|404/);

  test("drafts, sees the tree, asks what would become of mail, and gets the zone lines", async ({ page }) => {
    await page.goto("/records");
    await page.getByRole("textbox", { name: T.records.start.domainLabel }).fill(DOMAIN);
    await page.getByRole("button", { name: T.records.start.open }).first().click();
    await expect(draftOf(page)).toHaveValue(PUBLISHED);
    await isReady(page);
    await draftOf(page).fill("v=spf1 ip4:203.0.113.10 ipv4:192.0.2.9 include:_spf.mailer.example ~all");
    await draftOf(page).press("Enter");
    await page.getByRole("button", { name: T.recordEditor.findings.fix }).first().click();
    const draft = "v=spf1 ip4:203.0.113.10 ip4:192.0.2.9 include:_spf.mailer.example ~all";
    await expect(draftOf(page)).toHaveValue(draft);
    await expect(page.getByRole("region", { name: T.recordTree.title })).toContainText("_a.mailer.example");
    await expect(page).toHaveURL(/ip4%3A192\.0\.2\.9/);

    await tab(page, "what-if").click();
    await page.getByLabel(T.recordTree.whatIf.fields.ip, { exact: true }).fill("192.0.2.9");
    await page.getByLabel(T.recordTree.whatIf.fields.sender, { exact: true }).fill(`kim@${DOMAIN}`);
    await page.getByRole("button", { name: T.recordTree.whatIf.submit }).click();
    const verdict = page.getByRole("region", { name: T.recordTree.whatIf.verdict, exact: true });
    await expect(verdict).toContainText(T.recordTree.whatIf.changes);
    await expect(page.getByText(T.recordTree.whatIf.seen)).toHaveCount(0);

    await tab(page, "publish").click();
    await expect(page.locator("pre").filter({ hasText: draft }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: T.recordPublish.live.title })).toHaveCount(0);
    await expect(page.getByRole("region", { name: T.recordVersions.title })).toHaveCount(0);
    await expect(views(page).getByRole("link")).toHaveCount(3);
    await expect(page.locator("a[href*='view=traffic'], a[href*='view=replay']")).toHaveCount(0);
    await expect(page.locator("a[href*='/messages'], a[href*='/records/']")).toHaveCount(0);
  });

  test("is sent nothing that the log holds, as a page or as a part of one", async ({ request }) => {
    const paths = [
      "/records",
      ...["tree", "what-if", "publish"].map((view) => desk({ view })),
      desk({ view: "publish", check: "1", ttl: "300" }),
      desk({ view: "what-if", ip: OWN.ip, sender: `kim@${DOMAIN}`, days: "365" }),
    ];
    for (const path of paths)
      for (const headers of [{}, { RSC: "1" }] as Record<string, string>[]) {
        const answer = await request.get(path, { headers });
        expect(answer.status()).toBe(200);
        expect(answer.headers()["content-type"]).toContain(
          "RSC" in headers ? "text/x-component" : "text/html",
        );
        const text = await answer.text();
        expect(text.length).toBeGreaterThan(1_000);
        for (const secret of SECRETS) expect(text, `${path} ${Object.keys(headers)}`).not.toContain(secret);
        expect(text, path).not.toContain(T.recordPublish.live.title);
        expect(text, path).not.toContain(T.recordVersions.title);
      }
  });

  test("is led to the sign-in for what the log tells, and back with the draft", async ({
    page,
    browser,
    baseURL,
  }) => {
    const owner = await browser.newContext({ baseURL, storageState: undefined });
    const own = await owner.newPage();
    await own.goto(`/sign-in/${await linkFor(served.databaseUrl(), "owner", "admin")}`);
    await own.getByLabel(T.signIn.link.password).fill(PASSWORD);
    await own.getByRole("button", { name: T.signIn.submit, exact: true }).click();
    await expect(own).toHaveURL("/");
    await owner.close();

    for (const view of ["traffic", "replay"] as const)
      for (const draft of ["v=spf1 ip4:203.0.113.10 ip4:203.0.113.25 -all", LONG_DRAFT]) {
        await page.context().clearCookies();
        await page.goto(desk({ view, record: draft }));
        await expect(page).toHaveURL(/\/sign-in\?next=/);
        await page.getByLabel(T.signIn.account).fill("owner");
        await page.getByLabel(T.signIn.password, { exact: true }).fill(PASSWORD);
        await page.getByRole("button", { name: T.signIn.submit, exact: true }).click();
        await expect(page).toHaveURL(desk({ view, record: draft }));
        await expect(draftOf(page)).toHaveValue(draft);
        if (view === "traffic") await expect(page.locator("main")).toContainText(ERP.ip);
      }
  });

  test("may not write, nor read what lies below", async ({ request, baseURL }) => {
    const order = { domain: DOMAIN, record: "v=spf1 -all", days: "30", note: "x", here: "/records" };
    const asked: [string, string][] = [
      ["POST", "/records/replay"],
      ["POST", "/records/replay/abc"],
      ["GET", "/records/replay/abc"],
      ["POST", "/records/versions"],
      ["GET", "/records/enforcement"],
      ["GET", "/records/enforcement?days=365&result=softfail"],
      ["GET", "/records/../records/enforcement"],
      ["GET", "/records/%65nforcement"],
    ];
    for (const [method, path] of asked)
      for (const more of [{}, { RSC: "1" }] as Record<string, string>[]) {
        const headers = { Origin: baseURL!, ...more };
        const form = method === "POST" ? order : undefined;
        const answer = await request.fetch(path, { method, form, headers, maxRedirects: 0 });
        expect([303, 307, 401], `${method} ${path}`).toContain(answer.status());
        if (answer.status() !== 401) expect(answer.headers().location).toMatch(/^\/sign-in(\?|$)/);
      }
    const kept = await withDatabase(served.databaseUrl(), (client) => client.recordVersion.count());
    expect(kept).toBe(1);
  });
});

test.describe("a stranger where the workbench is not public", () => {
  serve(() => {}, { as: null, environment: () => ({ WHYSPF_PUBLIC_RECORDS: "off" }) });

  test("is led to the sign-in", async ({ page, request }) => {
    for (const path of ["/records", "/records?record=v%3Dspf1+-all"]) {
      await page.goto(path);
      await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
      const part = await request.get(path, { headers: { RSC: "1" }, maxRedirects: 0 });
      expect(part.status()).toBe(303);
    }
  });
});

test.describe("a stranger who asks too much", () => {
  const served = serveDesk({ as: null, environment: { WHYSPF_TRUSTED_PROXIES: "127.0.0.1" } });
  watchConsole();

  test("is told calmly to wait, costs the DNS nothing more, and keeps the draft", async ({
    page,
    request,
  }) => {
    const draft = "v=spf1 ip4:203.0.113.10 include:_spf.mailer.example -all";
    for (let asked = 0; asked < 60; asked += 4)
      await Promise.all(
        Array.from({ length: 4 }, () =>
          request.get("/records?record=v%3Dspf1+-all", { headers: { RSC: "1" } }),
        ),
      );
    const before = served.asked().length;
    await page.goto(desk({ record: draft }));
    const notice = page.getByRole("alert").filter({ hasText: T.records.problems.again });
    await expect(notice).toContainText(saying(T.records.problems.wait));
    await expect(draftOf(page)).toHaveValue(draft);
    await isReady(page);
    await draftOf(page).press("Control+End");
    await page.keyboard.type("x");
    await expect(draftOf(page)).toHaveValue(`${draft}x`);
    await expect(page).toHaveURL(/-allx/);
    await expect(notice).toBeVisible();
    await expect(draftOf(page)).toHaveValue(`${draft}x`);
    for (const view of ["tree", "what-if", "publish"])
      expect(await (await request.get(desk({ record: draft, view }))).text()).toMatch(
        saying(T.records.problems.wait),
      );
    expect(served.asked().length).toBe(before);
    // The start page asks nothing, and somebody else is answered.
    await page.goto("/records");
    await expect(page.getByRole("textbox", { name: T.records.start.domainLabel })).toBeVisible();
    const other = await request.get(desk({ record: draft }), {
      headers: { "X-Forwarded-For": "198.51.100.7" },
    });
    expect(await other.text()).toContain("_a.mailer.example");
  });
});
