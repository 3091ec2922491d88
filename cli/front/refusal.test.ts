import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { refusalOf, type Site } from "./refusal";

const SITE: Site = {
  hosts: ["127.0.0.1:3000", "whyspf.corp.example"],
  proxySaysHttps: false,
  url: "https://whyspf.corp.example",
};
const COOKIE = { cookie: "whyspf.session_token=x" };

type Given = { method?: string; url?: string; headers?: Record<string, string> };

const statusOf = ({ method = "POST", url = "/", headers = {} }: Given, site = SITE) =>
  refusalOf({ method, url, headers } as unknown as IncomingMessage, site)?.status ?? null;

test.each<[string, Record<string, string>, number | null]>([
  ["this site's origin", { ...COOKIE, origin: "http://127.0.0.1:3000" }, null],
  ["the origin people know", { ...COOKIE, origin: "https://whyspf.corp.example" }, null],
  ["another site", { ...COOKIE, origin: "https://other.example" }, 403],
  ["another site without a cookie", { origin: "https://other.example" }, 403],
  ["another port", { ...COOKIE, origin: "http://127.0.0.1:3001" }, 403],
  ["a longer host", { ...COOKIE, origin: "https://whyspf.corp.example.other.example" }, 403],
  ["a hidden origin", { ...COOKIE, origin: "null" }, 403],
  ["no origin at all", { origin: "" }, 403],
  ["another scheme", { ...COOKIE, origin: "ftp://127.0.0.1:3000" }, 403],
  ["only Sec-Fetch-Site, same origin", { ...COOKIE, "sec-fetch-site": "same-origin" }, null],
  ["only Sec-Fetch-Site, the user's own doing", { ...COOKIE, "sec-fetch-site": "none" }, null],
  ["only Sec-Fetch-Site, same site", { ...COOKIE, "sec-fetch-site": "same-site" }, 403],
  ["only Sec-Fetch-Site, cross-site", { "sec-fetch-site": "cross-site" }, 403],
  [
    "a right origin that the browser calls cross-site",
    { origin: "http://127.0.0.1:3000", "sec-fetch-site": "cross-site" },
    403,
  ],
  ["neither, with a cookie", COOKIE, 403],
  ["neither, without", {}, null],
])("a POST that tells %s", (_, headers, status) => {
  expect(statusOf({ headers })).toBe(status);
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE"])
    expect(statusOf({ method, headers })).toBe(status);
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(statusOf({ method, headers })).toBeNull();
});

test.each<[string, string, Record<string, string>, number | null]>([
  ["a bounce", "/why/bounce", {}, null],
  ["a choice of language", "/preferences", COOKIE, null],
  [
    "a choice of language, and the browser says it is its own",
    "/preferences",
    { "sec-fetch-site": "same-origin" },
    null,
  ],
  ["a choice of language from another site", "/preferences", { "sec-fetch-site": "cross-site" }, 403],
  ["a password", "/account/password", COOKIE, 403],
])("%s from a page that sends no referrer", (_, url, headers, status) => {
  expect(statusOf({ url, headers: { ...headers, origin: "null" } })).toBe(status);
});

test("a page of plain http may not write to a site that its proxy serves over https", () => {
  const headers = { ...COOKIE, origin: "http://whyspf.corp.example" };
  expect(statusOf({ headers })).toBeNull();
  expect(statusOf({ headers }, { ...SITE, proxySaysHttps: true })).toBe(403);
});

test.each<[string, Given, number | null]>([
  ["a body of 64 kB", { headers: { "content-length": "65536" } }, null],
  ["a bounce of 1 MB", { url: "/why/bounce", headers: { "content-length": "1048576" } }, null],
  ["a larger bounce", { url: "/why/bounce", headers: { "content-length": "1048577" } }, 413],
  ["a link that cannot be decoded", { method: "GET", url: "/why/id=%zz" }, null],
  ["a larger body", { headers: { "content-length": "65537" } }, 413],
  ["a larger body of a GET", { method: "GET", headers: { "content-length": "65537" } }, 413],
  ["a body of unknown length", { headers: { "transfer-encoding": "chunked" } }, 411],
  ["an address of 8 kB", { method: "GET", url: `/${"a".repeat(8191)}` }, null],
  ["a longer address", { method: "GET", url: `/${"a".repeat(8192)}` }, 414],
  ["the address of a draft", { method: "GET", url: `/records?record=${"a".repeat(24_560)}` }, null],
  ["that of a longer draft", { method: "GET", url: `/records?record=${"a".repeat(24_561)}` }, 414],
  ["the way back to a draft", { method: "GET", url: `/sign-in?next=${"a".repeat(20_000)}` }, null],
  ["a longer link", { method: "GET", url: `/sign-in/${"a".repeat(20_000)}` }, 414],
  ["the address of another site", { method: "GET", url: "http://other.example/" }, 400],
  ["an address that cannot be decoded", { method: "GET", url: "/messages/%ff/x" }, 400],
  ["an address with half a %", { method: "GET", url: "/%" }, 400],
  ["a query that cannot be decoded", { method: "GET", url: "/?q=%ff" }, null],
  ["no address", { method: "OPTIONS", url: "*" }, 400],
])("%s", (_, given, status) => {
  expect(statusOf(given)).toBe(status);
});
