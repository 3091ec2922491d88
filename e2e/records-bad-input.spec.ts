import { expect, type Page, type Request, test } from "@playwright/test";
import { RECORD_TEXTS } from "./record-texts";
import { DOMAIN, DRAFTED, PUBLISHED } from "./records.fixture";
import { desk, draftOf, isReady, saying, serveDesk } from "./records-desk.fixture";
import { watchConsole } from "./serve";

serveDesk();
watchConsole();

const T = RECORD_TEXTS.ko;
const E = T.recordEditor;
const DRAFT = "v=spf1 ip4:203.0.113.10 include:_spf.mailer.example -all";

const main = (page: Page) => page.locator("main");

/** Whether a request brings the server a draft, to have the page's other parts worked out for it. */
const isSending = (request: Request) =>
  request.headers().rsc !== undefined && new URL(request.url()).searchParams.has("record");

test.describe("what a domain does not answer", () => {
  for (const [what, domain, said] of [
    ["no name at all", "not a domain", T.records.problems.domain],
    ["an address", "kim@hanbit.example", T.records.problems.domain],
    ["a name that does not exist", "never.example", T.records.published.nxdomain],
    ["a name without a record", "mailer.example", T.records.published.none],
    ["a silent server", "silent.example", T.records.published.error],
  ] as const)
    test(`${what} is told, and the draft stays and can be changed`, async ({ page }) => {
      await page.goto(desk({ domain, record: DRAFT }));
      await expect(main(page)).toContainText(saying(said));
      await expect(draftOf(page)).toHaveValue(DRAFT);
      await isReady(page);
      await draftOf(page).press("Control+End");
      await page.keyboard.type(" a");
      await expect(draftOf(page)).toHaveValue(`${DRAFT} a`);
      await expect(page).toHaveURL(/-all\+a/);
      await expect(main(page)).toContainText(saying(said));
      await expect(draftOf(page)).toHaveValue(`${DRAFT} a`);
    });

  test("halfway down the tree leaves the rest of it, and says what is missing", async ({ page }) => {
    await page.goto(desk({ domain: "halfway.example" }));
    const tree = page.getByRole("region", { name: T.recordTree.title });
    await expect(tree).toContainText("_b.mailer.example");
    await expect(tree).toContainText(T.recordTree.states.error);
    await expect(main(page)).toContainText(T.recordTree.incomplete);
    await expect(draftOf(page)).toHaveValue(/^v=spf1 ip4:192\.0\.2\.7 .* -all$/);
    await page.goto(
      desk({
        domain: "halfway.example",
        record: DRAFT,
        view: "what-if",
        ip: "192.0.2.250",
        sender: "a@halfway.example",
      }),
    );
    await expect(page.getByRole("region", { name: T.recordTree.whatIf.verdict, exact: true })).toContainText(
      T.results.temperror,
    );
    await expect(draftOf(page)).toHaveValue(DRAFT);
  });

  test("several records are told, and one of all their terms is opened", async ({ page }) => {
    await page.goto(desk({ domain: "several.example" }));
    await expect(main(page)).toContainText(saying(T.records.published.several, { count: 2 }));
    await expect(draftOf(page)).toHaveValue(/^v=spf1 ip4:192\.0\.2\.1 a [-~]all$/);
    await page.goto(desk({ domain: "several.example", record: DRAFT, view: "publish" }));
    await expect(main(page)).toContainText(saying(T.recordPublish.changes.states.several, { count: 2 }));
    await expect(draftOf(page)).toHaveValue(DRAFT);
  });
});

test.describe("what the log does not hold", () => {
  const replay = (page: Page) => page.locator("form[action='/records/replay'] button").click();
  const result = (page: Page) => page.getByRole("region", { name: T.recordReplay.result, exact: true });

  test("a domain without mail is told, with what is stored", async ({ page }) => {
    await page.goto(desk({ domain: "quiet.example", view: "traffic", record: DRAFT }));
    await expect(main(page)).toContainText(T.recordTraffic.empty.title);
    await expect(main(page)).toContainText(saying(T.recordTraffic.empty.since));
    await expect(draftOf(page)).toHaveValue(DRAFT);
    await page.goto(desk({ domain: "quiet.example", view: "replay", record: DRAFT }));
    await replay(page);
    await expect(result(page)).toContainText(T.recordReplay.empty);
    await expect(draftOf(page)).toHaveValue(DRAFT);
  });

  test("a replay of more days than are stored says since when", async ({ page }) => {
    await page.goto(desk({ view: "replay", record: DRAFTED, days: "365" }));
    await replay(page);
    await expect(result(page)).toContainText(saying(T.recordReplay.notes.pruned));
    await expect(main(page)).toContainText("155");
    await expect(page).toHaveURL(/days=365/);
    await expect(draftOf(page)).toHaveValue(DRAFTED);
  });

  test("a replay that nobody knows any more is told", async ({ page }) => {
    for (const job of ["gone", "../x", "<b>"]) {
      await page.goto(desk({ view: "replay", record: DRAFTED, job }));
      await expect(main(page)).toContainText(T.recordReplay.states.lost);
      await expect(draftOf(page)).toHaveValue(DRAFTED);
    }
    await page.goto(desk({ view: "replay", record: DRAFTED, job: "busy" }));
    await expect(main(page)).toContainText(T.recordReplay.states.busy);
  });

  test("a record longer than any can be is kept in the editor", async ({ page }) => {
    const long = `v=spf1 ${"a".repeat(4_989)} -all`;
    expect(long).toHaveLength(5_001);
    for (const view of ["tree", "what-if", "traffic", "replay", "publish"]) {
      await page.goto(desk({ record: long, view }));
      await expect(page.getByRole("alert").first()).toContainText(
        saying(T.records.problems.long, { length: "5,001" }),
      );
      await expect(draftOf(page)).toHaveValue(long);
    }
    await isReady(page);
    await draftOf(page).fill(long.slice(1));
    await expect(page.getByRole("alert").filter({ hasText: saying(T.records.problems.long) })).toHaveCount(0);
    await expect(draftOf(page)).toHaveValue(long.slice(1));
    await page.goto(desk({ view: "what-if", at: "a.example", as: long }));
    await expect(page.getByRole("alert").first()).toContainText(
      saying(T.records.problems.long, { length: "5,001" }),
    );
    await expect(draftOf(page)).toHaveValue(PUBLISHED);
  });
});

test.describe("a text of 100 kB", () => {
  test("can be pasted and typed on, says why the rest waits, and comes back after a reload", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(desk());
    await isReady(page);
    const field = draftOf(page);
    await field.press("Control+End");
    const more = ` ${Array.from({ length: 7_000 }, (_, n) => `ip4:10.${n >> 8}.${n & 255}.1`).join(" ")}`;
    expect(more.length).toBeGreaterThan(100_000);
    await page.evaluate((text) => navigator.clipboard.writeText(text), more);
    await page.keyboard.press("Control+V");
    await expect(field).toHaveValue(PUBLISHED + more);
    await page.keyboard.type(" ip4:192.0.2.77");
    await expect(field).toHaveValue(`${PUBLISHED + more} ip4:192.0.2.77`);
    await expect(main(page)).toContainText(saying(E.long));
    await expect(page).toHaveURL(desk());
    await expect(page.getByText(T.recordEditor.rows.long)).toBeVisible();

    await page.reload();
    await page.getByRole("button", { name: T.recordEditor.restore.use }).click();
    await expect(field).toHaveValue(`${PUBLISHED + more} ip4:192.0.2.77`);
    await field.fill(PUBLISHED.replace("~all", "-all"));
    await expect(page.getByText(saying(E.long))).toHaveCount(0);
    await expect(page).toHaveURL(/-all/);
  });

  test("in the place of the whole draft is read as what was pasted, up to a bound", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/records?record=");
    await isReady(page);
    const line = `${DOMAIN}. IN TXT "v=spf1 ip4:203.0.113.10 " "-all"\n`;
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      line + "; ".concat("x".repeat(100_000)),
    );
    await draftOf(page).focus();
    await page.keyboard.press("Control+V");
    await expect(draftOf(page)).toHaveValue("v=spf1 ip4:203.0.113.10 -all");
    await expect(main(page)).toContainText(T.recordEditor.pasted.title);
    await expect(page).toHaveURL(/203\.0\.113\.10/);
  });
});

test.describe("what is being typed", () => {
  test("is no error until it rests", async ({ page }) => {
    await page.clock.install();
    await page.goto(desk({ record: "v=spf1 ip4:203.0.113.10" }));
    await isReady(page);
    await page.clock.pauseAt(Date.now() + 60_000);
    let sent = 0;
    page.on("request", (request) => {
      if (isSending(request)) sent++;
    });
    // What the server finds in the draft, which is sent once typing pauses, stands below the editor.
    const errors = page
      .getByRole("region", { name: T.recordEditor.title })
      .getByRole("listitem")
      .filter({ hasText: T.recordEditor.findings.error });
    const field = draftOf(page);
    await field.press("Control+End");
    let typed = "v=spf1 ip4:203.0.113.10";
    for (const letter of " include:_spf.mailer") {
      await page.keyboard.type(letter);
      typed += letter;
      await expect(field).toHaveValue(typed);
      expect(await errors.count(), typed).toBe(0);
    }
    for (const letter of " ipv6:2001:db8::zz") {
      await page.keyboard.type(letter);
      typed += letter;
      await expect(field).toHaveValue(typed);
      expect(await errors.count(), typed).toBe(0);
    }
    await page.clock.runFor(1_400);
    expect(await errors.count()).toBe(0);
    expect(sent, "half a name is asked of nobody").toBe(0);
    await page.clock.runFor(200);
    await expect.poll(() => sent).toBe(1);
    await expect(errors).not.toHaveCount(0);
    await expect(errors.first()).toContainText("ipv6");
    // Whoever types on in the same term is left alone again.
    await page.keyboard.type("z");
    await expect(errors).toHaveCount(0);
  });

  test("is never taken back by an answer that comes late", async ({ page }) => {
    let late = 0;
    await page.route(/\/records\?/, async (route) => {
      if (!isSending(route.request())) return route.continue();
      late++;
      await new Promise((resolve) => setTimeout(resolve, 400 + (late % 3) * 900));
      await route.continue().catch(() => {});
    });
    await page.goto(desk({ record: "v=spf1" }));
    await isReady(page);
    const field = draftOf(page);
    await field.press("Control+End");
    await page.keyboard.type(" ");
    let typed = "v=spf1 ";
    for (let n = 0; n < 6; n++) {
      const term = `ip4:198.51.100.${n * 7}`;
      await page.keyboard.type(term, { delay: 20 });
      typed += term;
      expect(await field.inputValue()).toBe(typed);
      // A space ends the term. The draft is sent, and its answer is to come while the next one is typed.
      const before = late;
      await page.keyboard.type(" ");
      typed += " ";
      await expect.poll(() => late, { intervals: [50] }).toBeGreaterThan(before);
      expect(await field.inputValue()).toBe(typed);
    }
    await page.keyboard.type("-all");
    await expect(page).toHaveURL(desk({ record: `${typed}-all` }));
    await expect(page.getByText(T.recordEditor.pending)).toHaveCount(0);
    await expect(field).toHaveValue(`${typed}-all`);
    await expect(page.getByRole("region", { name: T.recordTree.title })).toContainText("198.51.100.35");
    // The caret is where it was.
    await page.keyboard.type("!");
    await expect(field).toHaveValue(`${typed}-all!`);
  });
});
