import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { loadDemo } from "@/cli/demo";
import { findAccount } from "@/lib/accounts/accounts";
import { openReader } from "@/lib/db/reader";
import { dnsServer } from "@/lib/dns/dns-server.fixture";
import { saveView } from "@/lib/store/saved-views";
import config from "../playwright.config";
import { PICTURES, type Picture, type Scene } from "./pictures";
import { DOMAIN, importTraffic, PUBLISHED, zoneOf, zoneText } from "./records.fixture";
import { linkFor } from "./serve";
import { startWebServer } from "./web-server";
import { whyDns } from "./why.fixture";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Look = { locale: string; theme: "light" | "dark"; width: number };

/** At most so much of a page, px, by its width. */
const TALLEST: Record<number, number> = { 390: 1700, 1440: 1600 };
const WINDOW: Record<number, number> = { 390: 844, 1440: 900 };
const LOOKS = ["ko", "en"].flatMap((locale) =>
  (["light", "dark"] as const).flatMap((theme) => [390, 1440].map((width) => ({ locale, theme, width }))),
);
const STRANGER: State = { cookies: [], origins: [] };
const OTHER_BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

/** Signs an account in by a link, in a browser of its own. */
async function enter(browser: Browser, site: string, token: string, userAgent?: string): Promise<State> {
  const context = await browser.newContext({ baseURL: site, userAgent });
  const page = await context.newPage();
  await page.goto(`/sign-in/${token}`);
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Views that an admin of the demo's servers might keep. */
async function keepViews(databaseUrl: string): Promise<void> {
  const client = await openReader(databaseUrl);
  try {
    const { id } = (await findAccount(client, "admin"))!;
    const views = [
      ["월요일 점검: SPF 거부", "/messages?action=reject&by=spf&range=7d"],
      ["Delivered although SPF failed", "/messages?result=fail&result=softfail&action=untouched"],
      ["mx2, 24 h", "/?range=24h&host=mx2"],
    ] as const;
    for (const [name, address] of views) await saveView(client, id, { name, address }, Date.now());
  } finally {
    await client.$disconnect();
  }
}

/** The newest refusal by SPF. */
async function findRefused(page: Page): Promise<string> {
  await page.goto("/messages?action=reject&by=spf");
  return (await page
    .locator('main a[href^="/messages/"]:not([href*="export"])')
    .first()
    .getAttribute("href"))!;
}

async function take(browser: Browser, site: string, state: State, look: Look, scene: Scene, to: Target) {
  const { locale, theme, width } = look;
  const viewport = { width, height: WINDOW[width]! };
  const context = await browser.newContext({
    baseURL: site,
    storageState: state,
    viewport,
    locale,
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  for (const { name, path, open, isWindow } of to.pictures) {
    await page.goto(path(scene));
    await open?.(page);
    // Charts come after their page.
    await page.waitForTimeout(800);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = {
      x: 0,
      y: 0,
      width,
      height: isWindow ? viewport.height : Math.min(height, TALLEST[width]!),
    };
    const file = join(to.folder, `${name}-${locale}-${theme}-${width}.jpg`);
    await page.screenshot({ path: file, type: "jpeg", quality: 60, fullPage: !isWindow, clip });
  }
  await context.close();
}

type Target = { folder: string; pictures: readonly Picture[] };

/** The picture of the README. */
async function takeFront(browser: Browser, site: string, state: State, folder: string): Promise<void> {
  for (const locale of ["ko", "en"]) {
    const viewport = { width: 1280, height: 1120 };
    const context = await browser.newContext({ baseURL: site, storageState: state, viewport, locale });
    const page = await context.newPage();
    await page.goto("/");
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(folder, `overview-${locale}.png`) });
    await context.close();
  }
}

/** The pictures of a database that strangers see. */
const STRANGERS: Partial<Record<Picture["of"], Picture["of"]>> = {
  demo: "stranger",
  records: "records-stranger",
};

function recordsDns() {
  return dnsServer(zoneOf(zoneText(`${DOMAIN}. IN TXT "${PUBLISHED}"`)), { isAuthority: true });
}

async function ofDatabase(browser: Browser, of: Picture["of"], data: string, all: Target, front: string) {
  const pictures = all.pictures.filter((one) => one.of === of || one.of === STRANGERS[of]);
  if (pictures.length === 0) return;
  const path = join(data, `${of}.db`);
  const databaseUrl = `file:${path}`;
  if (of === "demo") await loadDemo(databaseUrl, Date.now());
  if (of === "trouble") writeFileSync(path, "no database ".repeat(500));
  if (of === "records") await importTraffic(databaseUrl, data, Date.now());
  const dns = of === "records" ? await recordsDns() : await whyDns();
  const server = `127.0.0.1:${dns.server.port}`;
  const more = { WHYSPF_DNS: server, WHYSPF_AUTHORITY: server };
  const site = await startWebServer(databaseUrl, undefined, more);
  try {
    const scene = { refused: "", token: "" };
    let state = STRANGER;
    if (of !== "trouble") {
      state = await enter(browser, site.url, await linkFor(databaseUrl, "admin", "admin"));
      await enter(browser, site.url, await linkFor(databaseUrl, "admin", "admin"), OTHER_BROWSER);
    }
    if (of === "demo") {
      await keepViews(databaseUrl);
      scene.token = await linkFor(databaseUrl, "lee@corp.example", "viewer");
      const page = await browser.newPage({ baseURL: site.url, storageState: state });
      scene.refused = await findRefused(page);
      await page.close();
    }
    for (const look of LOOKS)
      for (const known of [true, false])
        await take(browser, site.url, known ? state : STRANGER, look, scene, {
          ...all,
          pictures: pictures.filter((one) => (one.of === STRANGERS[of]) !== known),
        });
    if (pictures.some(({ name }) => name === "overview")) await takeFront(browser, site.url, state, front);
  } finally {
    await site.stop();
    await dns.close();
  }
}

const [folder = "docs/images", ...only] = process.argv.slice(2);
const pictures = PICTURES.filter(({ name }) => only.length === 0 || only.includes(name));
const all: Target = { folder: join(folder, "dashboard"), pictures };
mkdirSync(all.folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "whyspf-"));
const browser = await chromium.launch(config.use!.launchOptions);
try {
  for (const of of ["demo", "records", "empty", "trouble"] as const)
    await ofDatabase(browser, of, data, all, folder);
} finally {
  await browser.close();
  rmSync(data, { recursive: true, force: true });
}
