import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { readRecordsAddress, recordsHref } from "@/components/records/address";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { dnsServer, type TestServer } from "@/lib/dns/dns-server.fixture";
import { readZoneJson } from "@/lib/dns/zone-json";
import { saveVersion } from "@/lib/store/record-versions";
import { DOMAIN, importTraffic, PUBLISHED, zoneOf, zoneText } from "./records.fixture";
import { serve } from "./serve";

/** Domains that publish nonsense, harm or nothing, or whose servers are silent. */
const ODD = {
  "several.example": { TXT: ["v=spf1 ip4:192.0.2.1 -all", "v=spf1 a ~all"] },
  "silent.example": { timeout: true },
  "halfway.example": {
    TXT: ["v=spf1 ip4:192.0.2.7 include:_spf.mailer.example include:silent.example -all"],
  },
  "hostile.example": {
    TXT: [
      'v=spf1 include:<img/src=x/onerror=alert(1)> exists:"><svg/onload=alert(2)> exp=why.hostile.example -all',
    ],
  },
  "why.hostile.example": { TXT: ["<script>alert(3)</script>"] },
  "quiet.example": { TXT: ["v=spf1 -all"] },
};

/** Of a draft that somebody saved, which strangers are not to see. */
export const SAVED_NOTE = "for the board only";

/** Long enough to be held apart by browsers that cut referrers; an address still takes it. */
export const LONG_DRAFT = `v=spf1 ${Array.from({ length: 600 }, (_, n) => `ip4:192.0.2.${n % 250}`)
  .join(" ")
  .slice(0, 4_487)} -all`;

interface Options {
  as?: "admin" | "viewer" | null;
  environment?: Record<string, string>;
}

/** The workbench being served: what its DNS was asked, and where its database is. */
export interface ServedDesk {
  asked(): TestServer["asked"];
  databaseUrl(): string;
}

/** Serves the workbench with its own DNS, a month of mail and a saved draft, for the tests of one group. */
export function serveDesk({ as, environment = {} }: Options = {}): ServedDesk {
  let dns: TestServer;
  let databaseUrl: string;
  const prepare = async (url: string) => {
    databaseUrl = url;
    dns = await deskDns();
    await importTraffic(url, dirname(fileURLToPath(url)), Date.now());
    const draft = { domain: DOMAIN, text: "v=spf1 ip4:203.0.113.10 -all", note: SAVED_NOTE, by: "admin" };
    await withDatabase(url, (client) => saveVersion(client, draft, Date.now()));
  };
  const own = () => {
    const server = `127.0.0.1:${dns.server.port}`;
    return { WHYSPF_DNS: server, WHYSPF_AUTHORITY: server, ...environment };
  };
  serve(prepare, { as, environment: own });
  test.afterAll(() => dns.close());
  return { asked: () => dns.asked, databaseUrl: () => databaseUrl };
}

function deskDns(): Promise<TestServer> {
  const odd = readZoneJson(JSON.stringify(ODD));
  if ("problem" in odd) throw new Error(odd.problem);
  const zone = zoneOf(zoneText(`${DOMAIN}. IN TXT "${PUBLISHED}"`));
  return dnsServer(new Map([...zone, ...odd.zone]), { isAuthority: true });
}

/** Does something with a database, and lets go of it. */
export async function withDatabase<T>(url: string, work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = await openReader(url);
  try {
    return await work(client);
  } finally {
    await client.$disconnect();
  }
}

/** The address of the workbench, about the domain of the tests unless told. */
export function desk(given: Record<string, string> = {}): string {
  return recordsHref(readRecordsAddress({ domain: DOMAIN, ...given }));
}

/** What a text of the pages looks like on them: with `values` in their places, and whatever in the others. */
export function saying(text: string, values: Record<string, string | number> = {}): RegExp {
  const gap = "\u0000";
  let filled = text;
  // From within outwards, since a plural has texts in its braces.
  while (/\{[^{}]*\}/.test(filled))
    filled = filled.replace(/\{(\w*)[^{}]*\}/g, (_, name: string) => String(values[name] ?? gap));
  const parts = filled.split(gap).map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&"));
  return new RegExp(parts.join("[\\s\\S]*"));
}

/** The field with the draft. */
export const draftOf = (page: Page) => page.locator("textarea[name=record]");

/** Waits until the page's scripts run, and typing is answered. */
export async function isReady(page: Page): Promise<void> {
  await expect(page.locator("main fieldset:disabled")).toHaveCount(0);
}
