import { expect, type Page, test } from "@playwright/test";
import ko from "@/app/i18n/texts/ko.json" with { type: "json" };
import { type Seeded, seedNow } from "./seed";
import { serve, watchConsole } from "./serve";

watchConsole(/404 \(Not Found\)|400 \(Bad Request\)/);

const rows = (page: Page) => page.getByRole("table", { name: ko.list.caption }).locator("tbody tr");

let seeded: Seeded;
serve(async (url) => {
  seeded = await seedNow(url);
});

test.describe("the messages", () => {
  test("are paged there and back without a gap", async ({ page }) => {
    await page.goto("/messages?result=permerror");
    const texts = async () => rows(page).allTextContents();
    const first = await texts();
    expect(first).toHaveLength(50);
    await page.getByRole("link", { name: ko.list.older }).click();
    await expect(page).toHaveURL(/before=/);
    await expect(page.getByRole("link", { name: ko.list.newer })).toBeVisible();
    const second = await texts();
    expect(second.filter((text) => first.includes(text))).toEqual([]);
    await page.getByRole("link", { name: ko.list.newer }).click();
    await expect(page).toHaveURL(/after=/);
    await expect(rows(page).first()).toHaveText(first[0]!);
    expect(await texts()).toEqual(first);
  });

  test("are narrowed by a form, turned round and widened again", async ({ page }) => {
    await page.goto("/messages?range=7d");
    await page.getByText(ko.filter.add).click();
    await page.getByRole("textbox", { name: ko.filter.fields.domain }).fill("Bank.Example");
    await page.getByRole("combobox", { name: ko.filter.fields.result }).selectOption("fail");
    await page.getByRole("button", { name: ko.filter.apply }).click();
    await expect(page).toHaveURL(/result=fail/);
    await expect(rows(page).first()).toContainText("fail");
    const chips = page.getByRole("region", { name: ko.filter.label });
    await expect(chips).toContainText("bank.example");
    await chips.getByRole("link", { name: /bank\.example: 빼고/ }).click();
    await expect(page).toHaveURL(/domain!=bank\.example/);
    await expect(rows(page).first()).toBeVisible();
    expect((await rows(page).allTextContents()).filter((text) => text.includes("@bank.example"))).toEqual([]);
    await chips.getByRole("link", { name: /bank\.example: 지우기/ }).click();
    await expect(page).toHaveURL(/\/messages\?range=7d&result=fail$/);
  });

  test("are narrowed without any script too", async ({ browser, baseURL, storageState }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "ko-KR",
      baseURL,
      storageState,
    });
    const page = await context.newPage();
    await page.goto("/messages");
    await page.getByText(ko.filter.add).click();
    await page.getByRole("textbox", { name: ko.filter.fields.client }).fill("198.51.100.0/24");
    await page.getByRole("button", { name: ko.filter.apply }).click();
    await expect(rows(page).first()).toContainText("198.51.100.");
    await expect(page).toHaveURL(/\/messages\?client=198\.51\.100\.0\/24$/);
    await context.close();
  });

  test("show the columns one chose, and keep them from page to page", async ({ page }) => {
    await page.goto("/messages");
    await page.getByRole("button", { name: ko.list.chooseColumns }).click();
    await page.getByLabel(ko.list.columns.queueId).check();
    await page.getByLabel(ko.list.columns.reply).uncheck();
    await page.getByRole("button", { name: ko.list.showColumns }).click();
    const head = page.getByRole("table", { name: ko.list.caption }).locator("thead");
    await expect(head).toContainText(ko.list.columns.queueId);
    await expect(head).not.toContainText(ko.list.columns.reply);
    await page.getByRole("link", { name: ko.list.older }).click();
    await expect(page).toHaveURL(/before=/);
    await expect(head).toContainText(ko.list.columns.queueId);
    await page.getByRole("link", { name: ko.period["7d"], exact: true }).click();
    await expect(page).toHaveURL(/range=7d/);
    await expect(head).toContainText(ko.list.columns.queueId);
  });

  test("are exported exactly as they are shown, as CSV and as JSON lines", async ({ page, request }) => {
    await page.goto("/messages?result=fail&action=reject&domain!=bank.example");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toBeVisible();
    const shown = await rows(page).count();
    const [csv, jsonl] = await Promise.all(
      ["csv", "jsonl"].map(async (format) => {
        const href = `/messages/export?result=fail&action=reject&domain!=bank.example&format=${format}`;
        const answer = await request.get(href);
        expect(answer.headers()["content-disposition"]).toContain(`whyspf-messages.${format}`);
        return (await answer.text()).trimEnd().split(/\r?\n/);
      }),
    );
    const messages = jsonl!.map((line) => JSON.parse(line));
    expect(csv).toHaveLength(messages.length + 1);
    expect(messages.length).toBeGreaterThan(shown);
    expect(messages.every(({ result, domain }) => result === "fail" && domain !== "bank.example")).toBe(true);
    const times = messages.map(({ time }) => Date.parse(time));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const few = await request.get("/messages/export?result=fail&format=csv&columns=time,host,reply");
    expect((await few.text()).split("\r\n")[0]).toBe("time,host,replyCode,enhancedStatus,replyText");
    const all = await request.get("/messages/export?format=jsonl");
    expect((await all.text()).trimEnd().split("\n")).toHaveLength(seeded.total);
  });

  test("that a condition cannot select are not exported in silence", async ({ request }) => {
    const answer = await request.get("/messages/export?client=nonsense");
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ problems: [{ field: "client", fault: "network" }] });
  });

  test("that are none say what to do next", async ({ page }) => {
    await page.goto("/messages?domain=never.example");
    await expect(page.getByText(ko.list.none)).toBeVisible();
    await page.getByRole("link", { name: ko.list.longer }).click();
    await expect(page).toHaveURL(/range=all/);
  });

  test("are found by queue id from the search field, and a slash leads there", async ({ page }) => {
    await page.goto("/messages?result=fail");
    await rows(page).first().getByRole("link").first().click();
    await expect(page).toHaveURL(/\/messages\/[^/]+\/[^/]+$/);
    const queueId = decodeURIComponent(page.url().split("/").at(-1)!);
    // Answered once the page's scripts run.
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type(queueId);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/messages/[^/]+/${queueId}$`));
    await page.goto("/search?q=bank");
    await expect(page).toHaveURL(/\/domains\/bank\.example$/);
    await page.goto("/search?q=no-such-thing");
    await expect(page.getByText("no-such-thing").first()).toBeVisible();
  });

  test("of a domain and of a client have pages that lead to each other", async ({ page }) => {
    await page.goto("/domains/BANK.example");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("bank.example");
    const sources = page.getByRole("region", { name: ko.subject.sources, exact: true }).getByRole("table");
    await sources.getByRole("rowheader").first().getByRole("link").click();
    await expect(page).toHaveURL(/\/clients\//);
    await expect(
      page.getByRole("region", { name: ko.subject.sent, exact: true }).getByRole("table"),
    ).toContainText("bank.example");
    await page.goto("/domains/never.example");
    await expect(page.getByText(ko.subject.never)).toBeVisible();
    await page.goto("/clients/192.0.2.0%2F24");
    await expect(page).toHaveURL(/\/\?client=192\.0\.2\.0/);
  });
});

test.describe("saved views", () => {
  test("are kept under a name, opened and removed", async ({ page }) => {
    await page.goto("/?range=7d&result=fail");
    await page.getByRole("button", { name: ko.views.label }).click();
    await page.getByRole("textbox", { name: ko.views.name, exact: true }).fill("실패 <b>이번 주</b>");
    await page.getByRole("button", { name: ko.views.save }).click();
    const kept = page.getByRole("link", { name: "실패 <b>이번 주</b>", includeHidden: true });
    await expect(kept).toBeAttached();
    await expect(page).toHaveURL(/\?range=7d&result=fail$/);
    await page.goto("/messages");
    await page.getByRole("button", { name: ko.views.label }).click();
    await kept.click();
    await expect(page).toHaveURL(/\/\?range=7d&result=fail$/);
    await page.getByRole("button", { name: ko.views.label }).click();
    await page.getByRole("button", { name: /이번 주.*지우기/ }).click();
    await expect(kept).not.toBeAttached();
    await page.getByRole("button", { name: ko.views.label }).click();
    await expect(page.getByText(ko.views.none)).toBeVisible();
  });

  test("lead nowhere else", async ({ request, baseURL }) => {
    for (const here of [
      "//evil.example/",
      "https://evil.example/",
      "/\\evil.example",
      "/.//evil.example/",
      "javascript:alert(1)",
    ]) {
      const answer = await request.post("/views", {
        form: { name: "x", here },
        headers: { Origin: baseURL! },
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toMatch(/^\/\?viewFault=address$/);
    }
  });
});

test.describe("whatever stands in an address", () => {
  const HOSTILE = [
    "<script>alert(1)</script>",
    '\'; DROP TABLE "Message"; --',
    "%00",
    "%E0%A4%A",
    "../../etc/passwd",
    "\u202egnp.exe",
    "{{constructor}}",
    "__proto__",
    "-1e999",
    "9".repeat(2000),
    "ㅎ".repeat(300),
    "%25%5C_",
  ];
  const PLACES = [
    "/?range=@",
    "/?from=@&to=@",
    "/?tz=@",
    "/?compare=@",
    "/?result=@",
    "/?client=@",
    "/?domain!=@",
  ];
  const LISTS = ["before", "after", "columns", "text", "sender", "recipient", "host", "tag", "by", "nothing"];
  const PATHS = ["/domains/@", "/clients/@", "/messages/@/@", "/sources/@", "/search?q=@", "/sign-in/@"];

  for (const place of [...PLACES, ...LISTS.map((name) => `/messages?${name}=@`), ...PATHS])
    test(`${place} gives a page`, async ({ request }) => {
      for (const value of HOSTILE) {
        const sent = /^%/.test(value) ? value : encodeURIComponent(value);
        const answer = await request.get(place.replaceAll("@", sent));
        expect([200, 400, 404, 414], `${answer.status()} for ${value}`).toContain(answer.status());
        expect(await answer.text()).not.toContain("<script>alert(1)");
      }
    });

  test("what was left out is told, with a way back", async ({ page }) => {
    await page.goto("/?client=999.1.1.1&result=zzz&from=2026-02-31");
    await expect(page.getByRole("alert").filter({ hasText: "999.1.1.1" })).toContainText(
      ko.filter.faults.network,
    );
    await expect(page.getByRole("heading", { level: 1 })).toContainText("통");
  });
});
