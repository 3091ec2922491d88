import type { Page } from "@playwright/test";
import { CHANGED_DOMAIN, WAVE_DOMAIN } from "@/ingest/generate/incidents";

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
  of: "demo" | "stranger" | "empty" | "trouble";
  path: (scene: Scene) => string;
  /** What is done on the page first. */
  open?: (page: Page) => Promise<unknown>;
  /** Without a clip to the page: what lies over it is in the middle of the window. */
  isWindow?: boolean;
}

const NEW_SERVER = "192.0.2.183";

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
  { name: "empty", of: "empty", path: () => "/" },
  { name: "trouble", of: "trouble", path: () => "/" },
];
