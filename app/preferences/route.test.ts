import { expect, test } from "vitest";
import { POST } from "./route";

const post = (body: string, referer?: string) =>
  POST(
    new Request("http://mail.corp.example/preferences", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...(referer && { referer }) },
    }),
  );

test.each([
  ["a page with a query", "http://mail.corp.example/?range=7d&tz=Asia/Seoul", "/?range=7d&tz=Asia/Seoul"],
  ["another page", "https://mail.corp.example/why?ip=192.0.2.1", "/why?ip=192.0.2.1"],
  ["no page", undefined, "/"],
  ["no address", "::", "/"],
  ["an address that looks like another site", "http://mail.corp.example//evil.example/x", "/evil.example/x"],
  ["the same with backslashes", "http://mail.corp.example/\\evil.example", "/evil.example"],
])("a choice made on %s leads back there, and never elsewhere", async (_, referer, location) => {
  const response = await post("theme=dark", referer);
  expect([response.status, response.headers.get("location")]).toEqual([303, location]);
});

test("of an address so long that a browser sends its origin alone, the form itself tells where it was", async () => {
  const here = `/records?record=${"a".repeat(5_000)}`;
  const response = await post(new URLSearchParams({ theme: "dark", here }).toString(), "http://a.example/");
  expect(response.headers.get("location")).toBe(here);
  const short = await post("theme=dark&here=%2Frecords", "http://a.example/");
  expect(short.headers.get("location")).toBe("/");
});

test.each([
  ["locale=en", ["whyspf-locale=en"]],
  ["theme=system&locale=ko", ["whyspf-locale=ko", "whyspf-theme=system"]],
  ["locale=xx&theme=%0d%0aSet-Cookie: a=b", []],
  ["", []],
])("%s sets %j", async (body, cookies) => {
  const given = (await post(body)).headers.getSetCookie();
  expect(given.map((cookie) => cookie.split(";")[0])).toEqual(cookies);
});
