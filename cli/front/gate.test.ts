import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addAccount, removeAccount } from "@/lib/accounts/accounts";
import { makeLink } from "@/lib/accounts/links";
import { type SignedIn, signInByLink } from "@/lib/accounts/sign-in";
import { openReader } from "@/lib/db/reader";
import { gateOf } from "./gate";

const folder = mkdtempSync(join(tmpdir(), "whyspf-gate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the gate lets in who is signed in, for as long as that lasts", async () => {
  const url = `file:${join(folder, "a.db")}`;
  const [gate, client] = [gateOf(url), await openReader(url)];
  const account = (await addAccount(client, "kim", "viewer"))!;
  const { token } = await makeLink(client, account.email);
  const opened = (await signInByLink(client, new Headers(), { token, password: null })) as SignedIn;
  const cookie = opened.cookies[0]!.split(";")[0]!;
  expect(await gate({ cookie })).toBe(true);
  expect(await gate({ cookie: `${cookie.slice(0, -3)}AAA` })).toBe(false);
  expect(await gate({ cookie, "x-forwarded-proto": "https" })).toBe(false);
  await removeAccount(client, account);
  expect(await gate({ cookie })).toBe(false);
  await client.$disconnect();
});

test.each([
  undefined,
  "",
  "whyspf.session_token=",
  "whyspf.session_token=%E0%A4%A",
  "whyspf.session_token=%00.%00",
  `whyspf.session_token=${"a".repeat(32)}.${"A".repeat(43)}=`,
  `whyspf.session_token=${"a".repeat(32)}.${"A".repeat(43)}%3D`,
  "whyspf.session_token=\u0000\u00ff;;;=;",
  ";".repeat(5000),
])("a stranger's cookie opens nothing: %j", async (cookie) => {
  const gate = gateOf(`file:${join(folder, "b.db")}`);
  expect(await gate(cookie === undefined ? {} : { cookie })).toBe(false);
});

test("a database that cannot be opened leaves the answer to the pages, until it can", async () => {
  const path = join(folder, "c.db");
  writeFileSync(path, "no database ".repeat(500));
  const gate = gateOf(`file:${path}`);
  expect(await gate({})).toBe(true);
  rmSync(path);
  expect(await gate({})).toBe(false);
});
