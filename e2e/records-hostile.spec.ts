import { expect, test } from "@playwright/test";
import { RECORD_TEXTS } from "./record-texts";
import { desk, draftOf, serveDesk } from "./records-desk.fixture";
import { watchConsole } from "./serve";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "{{7*7}}",
  "' OR 1=1--",
  "../../etc/passwd",
  "%0d%0aX: 1",
  "%00",
  "\u202emoc.live",
  "__proto__",
  "%zz",
  "x".repeat(1_500),
  "한".repeat(200),
  "-1e999",
];
const WRAPS: ((text: string) => string)[] = [
  (text) => text,
  (text) => `"${text}`,
  (text) => `'>${text}`,
  (text) => `${text}.example`,
  (text) => `a@${text}`,
  (text) => `v=spf1 include:${text} -all`,
  (text) => `192.0.2.1${text}`,
  (text) => `--></textarea>${text}`,
  (text) => `</script>${text}`,
  (text) => `1;${text}`,
];
const VALUES = PAYLOADS.flatMap((payload) => WRAPS.map((wrap) => wrap(payload)));

/** Addresses with a value (@) in every field: in its own where others would not be read beside it. */
const PLACES = [
  "/records?domain=@",
  "/records?record=@&domain=hostile.example",
  "/records?pasted=@",
  "/records?domain=hanbit.example&record=v%3Dspf1+-all&view=what-if&ip=@&sender=@&helo=@&at=@&as=@",
  "/records?domain=hanbit.example&record=@&view=what-if&ip=192.0.2.1&sender=@&helo=@&at=_spf.mailer.example&as=@",
  "/records?domain=hanbit.example&view=traffic&days=@",
  "/records?domain=hanbit.example&view=replay&days=@&job=@&record=@",
  "/records?domain=hanbit.example&view=publish&ttl=@&version=@&fault=@&check=@&record=@",
  "/records/enforcement?days=@&result=@&allow=@",
];

/** As it stands in an address; one that has a % is sent as it is. */
function written(value: string): string {
  return value.includes("%") ? value.replace(/[\s#"<>]/g, encodeURIComponent) : encodeURIComponent(value);
}

/** A page's elements and the names of their attributes, without the scripts that carry the server's nonce, in which no "<" is left. */
function elementsOf(html: string): string {
  return html
    .replace(/<script\b(?=[^>]*\bnonce="[A-Za-z0-9+/=]+")[^>]*>[^<]*<\/script>/g, "")
    .replace(/="[^"]*"/g, "");
}

test.describe("whatever stands in an address of the workbench", () => {
  serveDesk();
  watchConsole();

  test("is 150 values in each place", () => expect(VALUES).toHaveLength(150));

  // Some at a time, so that no test comes near its limit on a slow machine.
  for (const place of PLACES)
    for (let first = 0; first < VALUES.length; first += 50)
      test(`${place} gives a page without anything of it, from value ${first} on`, async ({ request }) => {
        const ask = async (value: string) => {
          const answer = await request.get(place.replaceAll("@", written(value)));
          const told = `${answer.status()} for ${value.slice(0, 80)}`;
          expect([200, 400, 414], told).toContain(answer.status());
          const html = await answer.text();
          expect(html, told).not.toMatch(/(?:href|src|action)="javascript:/i);
          expect(elementsOf(html), told).not.toMatch(/<script|<svg\/|<img|<[a-z][^>]*\son[a-z]+\b/i);
        };
        const values = VALUES.slice(first, first + 50);
        for (let at = 0; at < values.length; at += 6) await Promise.all(values.slice(at, at + 6).map(ask));
      });

  test("is not run either, nor taken for the page's own", async ({ page }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    const value = `"'></textarea></script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e`;
    const record = `v=spf1 include:${value} exp=${value} -all`;
    const places: Record<string, string>[] = [
      { domain: value },
      { domain: "hostile.example" },
      { domain: "hostile.example", view: "what-if", ip: "192.0.2.1", sender: "a@hostile.example" },
      { record },
      {
        record,
        view: "what-if",
        ip: "192.0.2.1",
        sender: `${value}@hanbit.example`,
        helo: value,
        at: value,
        as: value,
      },
      { record, view: "traffic" },
      { record, view: "replay", job: value },
      { record, view: "publish", check: "1" },
    ];
    for (const given of places) {
      await page.goto(desk(given));
      await expect(draftOf(page)).toBeVisible();
      if ("record" in given) await expect(draftOf(page)).toHaveValue(record);
      await expect(page.locator("main img, main script, main svg[onload], [onerror], [onload]")).toHaveCount(
        0,
      );
    }
    await page.locator("form[action='/records/versions'] input[name=note]").fill(value.replace("\u202e", ""));
    await page.locator("form[action='/records/versions'] button").first().click();
    const { title, save } = RECORD_TEXTS.ko.recordVersions;
    const kept = page.getByRole("region", { name: title });
    await expect(kept).toContainText(save.saved);
    await expect(kept).toContainText("<img src=x onerror=alert(2)>");
    await page.goto("/records");
    await expect(page.getByRole("table")).toContainText("<img src=x onerror=alert(2)>");
    expect(dialogs).toEqual([]);
  });

  test("and in a form that is sent is refused or kept as text", async ({ request, baseURL }) => {
    const headers = { Origin: baseURL! };
    const values = [...PAYLOADS, "\u0000", "a\r\nb", "[object Object]", "9".repeat(60_000)];
    for (const value of values)
      for (const [path, form] of [
        ["/records/versions", { domain: value, record: value, note: value, here: value }],
        [
          "/records/versions",
          { domain: "hanbit.example", record: value, note: value, here: `/records?${value}` },
        ],
        ["/records/versions", { remove: value, here: `//${value}` }],
        ["/records/replay", { domain: value, record: value, days: value }],
        [`/records/replay/${encodeURIComponent(value.slice(0, 100))}`, { x: value }],
      ] as [string, Record<string, string>][]) {
        const answer = await request.post(path, { form, headers, maxRedirects: 0 });
        expect([303, 400, 404, 413], `${path} ${answer.status()} ${value.slice(0, 60)}`).toContain(
          answer.status(),
        );
        if (answer.status() === 303) expect(answer.headers().location).toMatch(/^\/(?:records)?(?:\?|$)/);
      }
  });
});
