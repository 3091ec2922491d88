import { expect, type Page, test } from "@playwright/test";
import { openReader } from "@/lib/db/reader";
import type { TestServer } from "@/lib/dns/dns-server.fixture";
import { looksRight } from "./looks";
import { serve, watchConsole } from "./serve";
import { importRefusals, printedLink, sealFor, whyDns } from "./why.fixture";

const GUIDE = "/Why?id=kisa%40kisarbl.or.kr&ip=9.8.7.6&receiver=mx.test.com";
const QUEUE_ID = "6AO373Jr000683";

let dns: TestServer;
let databaseUrl: string;

async function prepare(url: string): Promise<void> {
  databaseUrl = url;
  dns = await whyDns();
  await importRefusals(url);
}

// biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden in the page.
const seen = (page: Page) => page.locator("main").innerText();

const environment = () => ({ WHYSPF_DNS: `127.0.0.1:${dns.server.port}` });

test.describe("a stranger, without any script", () => {
  serve(prepare, { as: null, environment });
  test.afterAll(() => dns.close());
  test.use({ javaScriptEnabled: false });
  watchConsole();

  test("follows the link of a real refusal and learns that the record was put right since", async ({
    page,
  }) => {
    const link = printedLink(QUEUE_ID);
    expect(link).toContain("spf.pobox.com/why.html?sender=ceo%40fail.example");
    await page.goto(
      `${new URL(link).pathname}${new URL(link).search}&${await sealFor(databaseUrl, QUEUE_ID)}`,
    );
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const text = await seen(page);
    expect(text).toContain("fail.example");
    expect(text).toContain("192.0.2.66");
    expect(text).toContain("다시 보내");
    expect(text).toContain("550");
    expect(text).not.toContain("kisa@example.kr");
    // The same link without its seal tells nothing that the log knows.
    await page.goto(`${new URL(link).pathname}${new URL(link).search}`);
    expect(await seen(page)).not.toContain(QUEUE_ID);
  });

  // The reply in chapter III of the guide, with its link as a mail program makes one of it.
  for (const language of ["ko", "en"])
    test(`reads the guide's own case (${language})`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: "whyspf-locale", value: language, url: baseURL! }]);
      await page.goto("/why.html?sender=test@kisarbl.or.kr&ip=9.8.7.6&receiver=spf.kisa.or.kr");
      const text = await seen(page);
      expect(text).toContain("9.8.7.6");
      expect(text).toContain("v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all");
      expect(text).toContain("test@kisarbl.or.kr");
      expect(text).toContain("ip4:9.8.7.6 -all");
      expect(/[가-힣]/.test(text)).toBe(language === "ko");
    });

  test("pastes a bounce, and is led to what it says", async ({ page }) => {
    await page.goto("/why");
    const bounce =
      "<kim@receiver.example>: host mx.receiver.example[198.51.100.9] said: 550 5.7.1 Please see\n http://spf.pobox.com/why.html?sender=ceo%40fail.example&ip=192.0.2.77&receiver=mx.receiver.example (in reply to RCPT TO)";
    await page.locator("textarea[name=bounce]").fill(bounce);
    await page.locator("form[action='/why/bounce'] button").click();
    await expect(page).toHaveURL(/\/why\?.*ip=192\.0\.2\.77/);
    await expect(page.locator("main")).toContainText("fail.example");
  });

  test("is told when nothing was found in what was pasted", async ({ page }) => {
    await page.goto("/why");
    await page.locator("textarea[name=bounce]").fill("hello");
    await page.locator("form[action='/why/bounce'] button").click();
    await expect(page).toHaveURL(/bounce=unread/);
    await expect(page.locator("textarea[name=bounce]")).toBeVisible();
  });

  test("fills in a form whose values had mistakes, each said beside its field", async ({ page }) => {
    await page.goto("/why?id=a%40b.example&ip=999.1.1.1");
    await expect(page.locator("input[name=id], input[name=sender]").first()).toHaveValue("a@b.example");
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
  });

  test("gets an answer where the DNS is silent, which says so", async ({ page }) => {
    await page.goto("/why?id=a%40slow.example&ip=192.0.2.1");
    expect(await seen(page)).toContain("temperror");
  });

  test("loads little, and nothing from elsewhere", async ({ page, baseURL }) => {
    let bytes = 0;
    const hosts = new Set<string>();
    page.on("response", async (answer) => {
      hosts.add(new URL(answer.url()).origin);
      bytes += (await answer.body().catch(() => Buffer.alloc(0))).length;
    });
    await page.goto(GUIDE, { waitUntil: "networkidle" });
    expect([...hosts]).toEqual([new URL(baseURL!).origin]);
    expect(bytes).toBeLessThan(150_000);
  });

  for (const width of [360, 1440])
    test(`has room at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["/why", GUIDE]) {
        await page.goto(path);
        const box = await page.locator("main").boundingBox();
        expect(box!.x + box!.width).toBeLessThanOrEqual(width);
      }
    });
});

test.describe("a stranger with scripts", () => {
  serve(prepare, { as: null, environment });
  test.afterAll(() => dns.close());
  looksRight((page) => page.goto(GUIDE));

  test("meets no script of others, whatever the parameters and the DNS say", async ({ page, request }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    await page.goto("/why?id=a%40hostile.example&ip=192.0.2.1");
    expect(await seen(page)).toContain("<script>alert(1)</script>");
    const bad = [
      ...[
        "<script>alert(3)</script>",
        '"><img src=x onerror=alert(4)>',
        "javascript:alert(5)",
        "%00",
        "%0d%0aX:1",
      ],
      ...["{{7*7}}", "../../etc/passwd", "‮a@b.example", "x".repeat(3000), "a@[::1]", "' OR 1=1--"],
      ...["%", "%zz", "%%%", "&amp;id=", "__proto__", "constructor", "[object Object]", "\u0000"],
    ];
    const fields = ["id", "ip", "receiver", "helo", "s", "v", "m", "e", "t", "x"];
    for (const field of fields)
      for (const value of bad) {
        const query = value.includes("%") ? value : encodeURIComponent(value);
        const base =
          field === "id"
            ? "ip=192.0.2.1"
            : field === "ip"
              ? "id=a%40b.example"
              : "id=a%40hostile.example&ip=192.0.2.1";
        const answer = await request.get(`/why?${base}&${field}=${query}`, {
          headers: { Accept: "text/html" },
        });
        expect([200, 429], `${field}=${value.slice(0, 40)}`).toContain(answer.status());
        const html = await answer.text();
        expect(html).not.toMatch(/<script|<img src=x|<[^>]+\son[a-z]+=/i);
      }
    expect(dialogs).toEqual([]);
  });
});

test.describe("a program", () => {
  serve(prepare, { as: null, environment });
  test.afterAll(() => dns.close());

  test("gets JSON, plain text, or headers", async ({ request }) => {
    const json = await request.get(GUIDE, { headers: { Accept: "application/json" } });
    expect(await json.json()).toMatchObject({
      request: {
        identity: "mailfrom",
        sender: "kisa@kisarbl.or.kr",
        helo: null,
        ip: "9.8.7.6",
        receiver: "mx.test.com",
        problems: [],
      },
      now: { result: "fail", lookups: 0, voidLookups: 0, explanation: null, trace: { version: 1 } },
      then: null,
      diagnosis: { kind: expect.any(String), who: expect.any(String), certainty: expect.any(String) },
      suggestion: {
        record: "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 -all",
      },
    });
    const text = await request.get(GUIDE, { headers: { Accept: "text/plain" } });
    expect(text.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(await text.text()).toContain("ip4:9.8.7.6 -all");
    const head = await request.head(GUIDE);
    expect(head.headers()["x-spf-result"]).toBe("fail");
    expect(head.headers()["referrer-policy"]).toBe("no-referrer");
    expect(head.headers()["x-robots-tag"]).toContain("noindex");
  });

  test("is counted, with what it was told", async ({ request }) => {
    await request.get("/why?id=ceo%40fail.example&ip=192.0.2.99", {
      headers: { Accept: "application/json" },
    });
    const client = await openReader(databaseUrl);
    try {
      const told = () =>
        client.$queryRawUnsafe<{ visits: unknown }[]>(
          `SELECT SUM(v."count") AS "visits" FROM "WhyVisit" v JOIN "Domain" d ON d."id" = v."domainId" WHERE d."name" = 'fail.example'`,
        );
      // They are written some seconds later, many at once.
      await expect.poll(async () => Number((await told())[0]!.visits), { timeout: 30_000 }).toBe(1);
    } finally {
      await client.$disconnect();
    }
  });

  test("that asks too often is told to wait, with all the values that it brought", async ({ request }) => {
    let status = 200;
    for (let asked = 0; asked < 40 && status === 200; asked++) status = (await request.head(GUIDE)).status();
    expect(status).toBe(429);
    const answer = await request.get(GUIDE, { headers: { Accept: "text/html" } });
    expect(Number(answer.headers()["retry-after"] ?? 1)).toBeGreaterThan(0);
    expect(await answer.text()).toContain("kisa@kisarbl.or.kr");
  });
});

test.describe("someone who is signed in", () => {
  serve(prepare, { environment });
  test.afterAll(() => dns.close());

  test("meets no script and no error either: 200 hostile values in every field", async ({ request }) => {
    test.setTimeout(240_000);
    const payloads = [
      ...[
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "javascript:alert(1)",
      ],
      ...[
        "{{7*7}}",
        "' OR 1=1--",
        "../../etc/passwd",
        "%0d%0aX: 1",
        "%00",
        "\u202e",
        "\ud800",
        "__proto__",
        "%",
        "%zz",
      ],
      ...[
        "x".repeat(1500),
        "한".repeat(200),
        "a@[::1]",
        "1.2.3.4.5",
        "::ffff:192.0.2.1/0",
        "=?utf-8?b?PHNjcmlwdD4=?=",
      ],
    ];
    const wraps: ((text: string) => string)[] = [
      ...[
        (text: string) => text,
        (text: string) => `"${text}`,
        (text: string) => `'>${text}`,
        (text: string) => `${text}@d.example`,
      ],
      ...[
        (text: string) => `a@${text}`,
        (text: string) => `"${text}"@d.example`,
        (text: string) => `192.0.2.1${text}`,
      ],
      ...[
        (text: string) => `<${text}>`,
        (text: string) => `--></textarea>${text}`,
        (text: string) => `${text}&id=${text}`,
      ],
    ];
    const values = payloads.flatMap((payload) => wraps.map((wrap) => wrap(payload)));
    expect(values).toHaveLength(200);
    const queries = ["id", "ip", "receiver", "helo", "s", "t"].flatMap((field) =>
      values.map((value) => {
        const written = value.includes("%")
          ? value.replace(/[ #]/g, "+")
          : encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
        return `id=a%40hostile.example&ip=192.0.2.1&${field}=${written}&m=spf/x&e=zz`;
      }),
    );
    const ask = async (query: string) => {
      const answer = await request.get(`/why?${query}`, { headers: { Accept: "text/html" } });
      expect(answer.status(), query.slice(0, 200)).toBe(200);
      expect(await answer.text(), query.slice(0, 200)).not.toMatch(/<script|<svg\/|<img|<[^>]+\son[a-z]+=/i);
    };
    for (let at = 0; at < queries.length; at += 8) await Promise.all(queries.slice(at, at + 8).map(ask));
  });

  test("sees the site's own messages that fit, and no seal is needed", async ({ page }) => {
    await page.goto("/why?id=ceo%40fail.example&ip=192.0.2.66");
    expect(await seen(page)).toContain("6AO3");
  });
});
