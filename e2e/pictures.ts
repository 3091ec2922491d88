import type { Page } from "@playwright/test";
import { readRecordsAddress, recordsHref } from "@/components/records/address";
import { CHANGED_DOMAIN, WAVE_DOMAIN } from "@/lib/demo/partner";
import { DOMAIN, DRAFTED, NEWS } from "./records.fixture";

/** What the pages are pictured with. */
export interface Scene {
  /** The path of a refused message, whose lines are there. */
  refused: string;
  /** The token of a link that nobody has used. */
  token: string;
}

/** One page to take a picture of. */
export interface Picture {
  name: string;
  /** The database behind it, and whether somebody is signed in. */
  of: "demo" | "stranger" | "empty" | "trouble" | "records" | "records-stranger";
  path: (scene: Scene) => string;
  /** What is done on the page first. */
  open?: (page: Page) => Promise<unknown>;
  /** Without a clip to the page: what lies over it is in the middle of the window. */
  isWindow?: boolean;
}

const NEW_SERVER = "192.0.2.183";

/** The workbench about the domain of its tests. */
const record = (given: Record<string, string>) => () =>
  recordsHref(readRecordsAddress({ domain: DOMAIN, ...given }));
/** A draft with mistakes of every kind, as someone has it who is at it. */
const MISTAKEN = "v=spf1 ipv4:203.0.113.10 ip4: 203.0.113.25 include:_spf.mailer.example mx ptr ~all -all";
const COSTLY = "v=spf1 a mx include:_spf.mailer.example include:_spf.shop.example exists:%{i}._spf.%{d} ~all";

/** Every page, in the states that look different. */
export const PICTURES: readonly Picture[] = [
  { name: "overview", of: "demo", path: () => "/" },
  { name: "messages", of: "demo", path: () => `/messages?result=fail&domain!=${WAVE_DOMAIN}` },
  { name: "message", of: "demo", path: ({ refused }) => refused },
  { name: "domain", of: "demo", path: () => `/domains/${CHANGED_DOMAIN}` },
  { name: "client", of: "demo", path: () => `/clients/${NEW_SERVER}` },
  { name: "search", of: "demo", path: () => "/search?q=192.0.2.0/24" },
  { name: "sources", of: "demo", path: () => "/sources" },
  { name: "source", of: "demo", path: () => "/sources/1" },
  { name: "account", of: "demo", path: () => "/account" },
  {
    name: "saved-views",
    of: "demo",
    path: () => `/?domain=${CHANGED_DOMAIN}`,
    open: (page) => page.locator("[popovertarget=saved-views]").click(),
    isWindow: true,
  },
  {
    name: "filter",
    of: "demo",
    path: () => `/messages?result=fail&result=softfail&client!=${NEW_SERVER}`,
    open: (page) => page.locator("main details > summary", { hasText: "＋" }).click(),
    isWindow: true,
  },
  {
    name: "filter-problems",
    of: "demo",
    path: () => "/messages?result=failed&client=192.0.2.300&text=a&action=reject",
    isWindow: true,
  },
  { name: "sign-in", of: "stranger", path: () => "/sign-in" },
  { name: "sign-in-link", of: "stranger", path: ({ token }) => `/sign-in/${token}` },
  {
    name: "why",
    of: "stranger",
    path: () => "/why.html?sender=test@kisarbl.or.kr&ip=9.8.7.6&receiver=spf.kisa.or.kr",
  },
  {
    name: "why-domain",
    of: "stranger",
    path: () => "/why.html?sender=test@kisarbl.or.kr&ip=9.8.7.6&receiver=spf.kisa.or.kr#domain",
    isWindow: true,
  },
  { name: "why-bounce", of: "stranger", path: () => "/why" },
  {
    name: "why-mistakes",
    of: "stranger",
    path: () => "/Why?s=mfrom;id=kisa@kisarbl.or.kr;ip=9.8.7.666;r=%{R}",
  },
  { name: "reject-links", of: "demo", path: () => "/reject-links" },
  { name: "records-start", of: "records", path: () => "/records" },
  { name: "records-editor", of: "records", path: record({ record: MISTAKEN }), isWindow: true },
  { name: "records-checks", of: "records", path: record({ record: COSTLY }) },
  {
    name: "records-tree",
    of: "records",
    path: record({ record: COSTLY }),
    open: (page) =>
      page
        .locator("main section", { has: page.locator("details") })
        .first()
        .evaluate((part) => part.scrollIntoView()),
    isWindow: true,
  },
  {
    name: "records-what-if",
    of: "records",
    path: record({
      record: DRAFTED,
      view: "what-if",
      ip: NEWS.ip,
      sender: `news@${DOMAIN}`,
      helo: NEWS.helo,
    }),
  },
  { name: "records-traffic", of: "records", path: record({ view: "traffic" }) },
  {
    name: "records-replay",
    of: "records",
    path: record({ record: DRAFTED, view: "replay" }),
    open: async (page) => {
      await page.locator("form[action='/records/replay'] button").click();
      await page.locator("main table").first().waitFor();
    },
  },
  { name: "records-publish", of: "records", path: record({ record: DRAFTED, view: "publish", check: "1" }) },
  { name: "records-enforcement", of: "records", path: () => "/records/enforcement" },
  { name: "records-stranger", of: "records-stranger", path: record({ record: COSTLY }) },
  { name: "empty", of: "empty", path: () => "/" },
  { name: "trouble", of: "trouble", path: () => "/" },
];
