import { expect, type Page, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.sign-in.json" with { type: "json" };
import { looksRight } from "./looks";
import { linkFor, serve, watchConsole } from "./serve";

const PASSWORD = "correct horse battery";
const { signIn: T } = ko;

let databaseUrl = "";
const remember = (url: string) => {
  databaseUrl = url;
};

async function openLink(page: Page, name: string, password?: string): Promise<void> {
  await page.goto(`/sign-in/${await linkFor(databaseUrl, name, "admin")}`);
  if (password) await page.getByLabel(T.link.password).fill(password);
  await page.getByRole("button", { name: T.submit, exact: true }).click();
}

async function enter(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel(T.account).fill(name);
  await page.getByLabel(T.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: T.submit, exact: true }).click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    serve(remember, { as: null });
    watchConsole();
    test.use({ javaScriptEnabled });

    test("a link, a password, another browser, its end, and out", async ({
      page,
      context,
      browser,
      baseURL,
    }) => {
      await page.goto("/account");
      await expect(page).toHaveURL("/sign-in?next=%2Faccount");
      await openLink(page, "owner", PASSWORD);
      await expect(page).toHaveURL("/");

      const cookies = await context.cookies();
      expect(cookies.map(({ name }) => name.replace(/-[0-9a-f]{16}$/, "")).sort()).toEqual([
        "whyspf-device",
        "whyspf.session_token",
      ]);
      for (const { httpOnly, sameSite, secure } of cookies)
        expect({ httpOnly, sameSite, secure }).toEqual({ httpOnly: true, sameSite: "Lax", secure: false });

      const other = await browser.newContext({ baseURL, javaScriptEnabled, storageState: undefined });
      const second = await other.newPage();
      await second.goto("/account");
      await enter(second, "owner", "wrong horse battery");
      await expect(second.getByRole("alert").first()).toHaveText(T.problems.wrong);
      await enter(second, "owner", PASSWORD);
      await expect(second).toHaveURL("/account");
      await expect(second.getByRole("heading", { level: 1 })).toHaveText(T.mine.title);

      await page.goto("/account");
      const rows = page.getByRole("row").filter({ hasText: "Chrome" });
      await expect(rows).toHaveCount(2);
      await rows.getByRole("button").click();
      await expect(page.getByRole("status")).toHaveText(T.done.session);
      await expect(rows).toHaveCount(1);
      await second.goto("/account");
      await expect(second).toHaveURL(/\/sign-in\?next/);
      await enter(second, "owner", PASSWORD);
      await expect(second).toHaveURL("/account");

      await page.goto("/account");
      await page.getByRole("button", { name: T.sessions.endOthers }).click();
      await expect(page.getByRole("status")).toHaveText(T.done.others);
      await second.goto("/account");
      await expect(second).toHaveURL(/\/sign-in\?next/);
      await other.close();

      const copied = await context.cookies();
      await page.getByRole("button", { name: T.mine.signOut, exact: true }).click();
      await expect(page.getByRole("status")).toHaveText(T.done.signedOut);
      // What someone copied is good for nothing any more.
      await context.addCookies(copied);
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in\?next/);
    });

    test("a password is changed by who knows the old one", async ({ page }) => {
      await openLink(page, "kim", PASSWORD);
      await expect(page).toHaveURL("/");
      await page.goto("/account");
      const change = async (current: string, next: string) => {
        await page.getByLabel(T.change.current).fill(current);
        await page.getByLabel(T.change.next).fill(next);
        await page.getByRole("button", { name: T.change.submit, exact: true }).click();
      };
      await change("not the old one", "another horse battery");
      await expect(page.getByRole("alert").first()).toHaveText(T.problems.current);
      await change(PASSWORD, "another horse battery");
      await expect(page.getByRole("status")).toHaveText(T.done.password);
      await page.getByRole("button", { name: T.mine.signOut, exact: true }).click();
      await expect(page.getByRole("status")).toHaveText(T.done.signedOut);
      await enter(page, "kim", "another horse battery");
      await expect(page).toHaveURL("/");
    });

    test("opening a link does not use it up, pressing its button does", async ({
      page,
      request,
      context,
    }) => {
      const path = `/sign-in/${await linkFor(databaseUrl, "lee", "viewer")}`;
      for (let n = 0; n < 3; n++) expect((await request.get(path)).status()).toBe(200);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("lee");
      await page.getByRole("button", { name: T.submit, exact: true }).click();
      await expect(page).toHaveURL("/");
      await page.goto("/account");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(T.mine.title);
      await expect(page.getByRole("heading", { name: T.accounts.title })).toHaveCount(0);
      await context.clearCookies();
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(T.link.deadTitle);
      await expect(page.getByText("user link NAME")).toBeVisible();
    });

    test("leads to a path of this site only", async ({ page }) => {
      await openLink(page, "choi", PASSWORD);
      await expect(page).toHaveURL("/");
      for (const [next, lands] of [
        ["/account?x=1", "/account?x=1"],
        ["//other.example/", "/"],
        ["/\\other.example", "/"],
        ["https://other.example/", "/"],
      ]) {
        await page.context().clearCookies();
        await page.goto(`/sign-in?next=${encodeURIComponent(next!)}`);
        await enter(page, "choi", PASSWORD);
        await expect(page).toHaveURL(lands!);
      }
    });
  });

test.describe("too many guesses", () => {
  serve(remember, { as: null });
  watchConsole(/status of 429/);

  test("are stopped, told of with the time, and stop neither a known browser nor a link", async ({
    page,
    request,
    context,
  }) => {
    await openLink(page, "owner", PASSWORD);
    await expect(page).toHaveURL("/");
    await page.goto("/account");
    await page.getByRole("button", { name: T.mine.signOut, exact: true }).click();
    await page.waitForURL(/done=signedOut/);
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n++) {
      const form = { account: n % 2 ? "owner" : `a${n}`, password: `guess ${n}` };
      const answer = await request.post("/sign-in/password", { form, maxRedirects: 0 });
      statuses.add(answer.status());
      if (n === 59) expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
    }
    expect([...statuses]).toEqual([303, 429]);

    const known = (await context.cookies()).filter(({ name }) => name.startsWith("whyspf-device"));
    await context.clearCookies();
    await page.goto("/sign-in");
    await enter(page, "owner", PASSWORD);
    const until = new RegExp(T.problems.limited.replace("{until}", "\\d\\d:\\d\\d"));
    await expect(page.getByRole("alert").first()).toHaveText(until);
    await openLink(page, "owner");
    await expect(page).toHaveURL("/");
    await context.clearCookies();
    await context.addCookies(known);
    await page.goto("/sign-in");
    await enter(page, "owner", PASSWORD);
    await expect(page).toHaveURL("/");
  });
});

test.describe("without an account", () => {
  serve(remember, { as: null });
  watchConsole();

  test.describe("the sign-in", () => looksRight((page) => page.goto("/sign-in?problem=wrong")));

  test.describe("the page of a link", () => {
    looksRight(async (page) =>
      page.goto(`/sign-in/${await linkFor(databaseUrl, `${"long.name".repeat(6)}@corp.example`, "viewer")}`),
    );
  });

  test.describe("a dead link", () => looksRight((page) => page.goto("/sign-in/nothing")));
});

test.describe("with an account", () => {
  serve(remember);
  watchConsole();

  test("health tells the number of messages, and to nobody else", async ({
    request,
    playwright,
    baseURL,
  }) => {
    expect(await (await request.get("/api/health")).json()).toEqual({
      ok: true,
      database: "ok",
      messages: 0,
    });
    const stranger = await playwright.request.newContext({ baseURL, storageState: undefined });
    const told = await stranger.get("/api/health");
    expect(await told.json()).toEqual({ ok: true, database: "ok", messages: null });
    await stranger.dispose();
  });

  looksRight(async (page) => {
    await linkFor(databaseUrl, `${"long.name".repeat(6)}@corp.example`, "viewer");
    await page.goto("/account?done=password");
  });
});
