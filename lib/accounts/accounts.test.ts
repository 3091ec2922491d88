import { expect, test } from "vitest";
import type { PrismaClient } from "@/lib/db/reader";
import { emailOf, isAccountName } from "./account-name";
import { addAccount, findAccount, isLastAdmin, listAccounts, removeAccount, setRole } from "./accounts";
import { onBothDatabases, request } from "./databases.fixture";
import { firstLink } from "./first-link";
import { accountOfLink, makeLink } from "./links";
import { changePassword } from "./password";
import { authSecret } from "./secret";
import { type SignedIn, signInByLink, signInByPassword, signOut } from "./sign-in";
import { visitorOf } from "./visitor";

test.each([
  ["admin", true],
  ["kim.min-su_2", true],
  ["kim@corp.example", true],
  ["", false],
  ["a b", false],
  [".a", false],
  ["a..b", false],
  ["관리자", false],
  ["a@b", false],
  [`${"a".repeat(70)}`, false],
  ["a\n", false],
])("%j as a name of an account: %s", (name, right) => {
  expect(isAccountName(name)).toBe(right);
});

test("a plain name is kept under an address that no one can have", () => {
  expect([emailOf("Admin"), emailOf("Kim@Corp.example")]).toEqual([
    "admin@account.invalid",
    "kim@corp.example",
  ]);
});

/** Signs a new account in by a link; its cookies. */
async function enter(client: PrismaClient, name: string, password: string | null = null): Promise<string[]> {
  const account = (await findAccount(client, name)) ?? (await addAccount(client, name, "viewer"))!;
  const { token } = await makeLink(client, account.email);
  const opened = await signInByLink(client, request("192.0.2.1"), { token, password });
  return (opened as SignedIn).cookies;
}

onBothDatabases((open) => {
  test("the secret is one, whoever asks first", async () => {
    const clients = [await open(), await open(), await open(), await open()];
    const secrets = await Promise.all(clients.map(authSecret));
    expect(new Set(secrets).size).toBe(1);
    expect(Buffer.from(secrets[0]!, "base64")).toHaveLength(32);
  });

  test("an account is added once, in whatever case, and found again", async () => {
    const client = await open();
    expect(await addAccount(client, "Kim@corp.example", "admin")).toMatchObject({ role: "admin" });
    expect(await addAccount(client, "kim@CORP.example", "viewer")).toBeNull();
    expect(await findAccount(client, "KIM@corp.example")).toMatchObject({ name: "Kim@corp.example" });
    expect(await findAccount(client, "lee")).toBeNull();
  });

  test("the last admin is known as such", async () => {
    const client = await open();
    const [a, b] = [await addAccount(client, "a", "admin"), await addAccount(client, "b", "viewer")];
    expect([await isLastAdmin(client, a!), await isLastAdmin(client, b!)]).toEqual([true, false]);
    await setRole(client, b!, "admin");
    expect(await isLastAdmin(client, a!)).toBe(false);
  });

  test("a link signs in once, even when two use it at the same time", async () => {
    const [client, other] = [await open(), await open()];
    const { email } = (await addAccount(client, "admin", "admin"))!;
    const { token, expires } = await makeLink(client, email);
    expect(+expires - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await accountOfLink(client, token)).toEqual({ name: "admin", email });
    const use = (by: PrismaClient) => signInByLink(by, request("192.0.2.1"), { token, password: null });
    const uses = await Promise.all([use(client), use(other), use(client), use(other)]);
    expect(uses.filter((opened) => opened !== null)).toHaveLength(1);
    expect(await client.session.count()).toBe(1);
    expect(await accountOfLink(client, token)).toBeNull();
    expect(await use(client)).toBeNull();
  });

  test("only a hash of the link is kept", async () => {
    const client = await open();
    const { token } = await makeLink(client, (await addAccount(client, "admin", "admin"))!.email);
    expect(JSON.stringify(await client.verification.findMany())).not.toContain(token);
  });

  test("an expired, a forged and a replaced link sign nobody in", async () => {
    const client = await open();
    const { email } = (await addAccount(client, "admin", "admin"))!;
    const { token: replaced } = await makeLink(client, email);
    const { token: expired } = await makeLink(client, email);
    await client.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    for (const token of [replaced, expired, "x".repeat(32), "", "a".repeat(5000), "%00"]) {
      expect(await accountOfLink(client, token)).toBeNull();
      expect(await signInByLink(client, request("192.0.2.1"), { token, password: null })).toBeNull();
    }
    expect(await client.session.count()).toBe(0);
  });

  test("who is signed in is known by the cookie, until the session ends", async () => {
    const client = await open();
    const cookies = await enter(client, "lee");
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toMatchObject({
      name: "lee",
      role: "viewer",
    });
    expect(await visitorOf(client, request("192.0.2.1"))).toBeNull();
    const forged = cookies.map((line) => line.replace(/token=\w{4}/, "token=AAAA"));
    expect(await visitorOf(client, request("192.0.2.1", forged))).toBeNull();
    for (const broken of ["=", "=%E0%A4%A", "=%00.%00", "=a.b", `=x.${"A".repeat(43)}=`, ""])
      expect(
        await visitorOf(client, request("192.0.2.1", [`whyspf.session_token${broken}`, "whyspf-device"])),
      ).toBeNull();
    await setRole(client, (await findAccount(client, "lee"))!, "admin");
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toMatchObject({ role: "admin" });
    await signOut(client, request("192.0.2.1", cookies));
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toBeNull();
  });

  test("a session slides by a day and ends after 30 without use", async () => {
    const client = await open();
    const cookies = await enter(client, "lee");
    const day = 24 * 3_600_000;
    const ends = (days: number) =>
      client.session.updateMany({ data: { expiresAt: new Date(Date.now() + days * day) } });
    await ends(10);
    expect(await visitorOf(client, request("192.0.2.1", cookies))).not.toBeNull();
    expect(+(await client.session.findFirst())!.expiresAt - Date.now()).toBeGreaterThan(29 * day);
    await ends(-1);
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toBeNull();
  });

  test("the session's cookie is kept from scripts and other sites, and says Secure exactly over https", async () => {
    const client = await open();
    for (const cookie of await enter(client, "lee"))
      expect(cookie.match(/HttpOnly|SameSite=Lax/gi)).toHaveLength(2);
    const { token } = await makeLink(client, emailOf("lee"));
    const headers = request("192.0.2.1");
    headers.set("x-forwarded-proto", "https");
    const opened = (await signInByLink(client, headers, { token, password: null })) as SignedIn;
    expect(opened.cookies).toHaveLength(2);
    for (const cookie of opened.cookies) expect(cookie).toMatch(/; Secure/i);
    expect((await enter(client, "lee")).join()).not.toMatch(/secure/i);
  });

  test("a password given with a link signs in from then on; a wrong one and an unknown name are answered alike", async () => {
    const client = await open();
    await enter(client, "lee", "correct horse battery");
    const guess = (name: string, password: string) =>
      signInByPassword(client, request("192.0.2.7"), { name, password });
    expect(await guess("LEE", "correct horse battery")).toMatchObject({ cookies: expect.anything() });
    for (const [name, password] of [
      ["lee", "wrong horse battery"],
      ["lee", ""],
      ["lee", "x".repeat(100_000)],
      ["nobody", "correct horse battery"],
      ["not a name", "correct horse battery"],
    ] as const)
      expect(await guess(name, password)).toBeNull();
    const [row] = await client.account.findMany();
    expect(row!.password).not.toContain("horse");
  });

  test("a new password ends the other sessions; signing in anew ends this browser's session of before", async () => {
    const client = await open();
    const first = await enter(client, "lee");
    await enter(client, "lee", "correct horse battery");
    expect(await visitorOf(client, request("192.0.2.1", first))).toBeNull();
    const again = await enter(client, "kim", "another horse battery");
    const sign = { name: "kim", password: "another horse battery" };
    await signInByPassword(client, request("192.0.2.1", again), sign);
    expect(await visitorOf(client, request("192.0.2.1", again))).toBeNull();
    expect(await client.session.count()).toBe(2);
  });

  test("a changed password voids the links that were not used", async () => {
    const client = await open();
    const headers = request("192.0.2.1", await enter(client, "kim", "long enough, this"));
    const person = (await visitorOf(client, headers))!;
    const { token } = await makeLink(client, person.email);
    const change = (current: string) =>
      changePassword(client, headers, { person, current, next: "another one of mine" });
    expect([await change("wrong"), (await accountOfLink(client, token))?.name]).toEqual([false, "kim"]);
    expect([await change("long enough, this"), await accountOfLink(client, token)]).toEqual([true, null]);
  });

  test("a removed account is out at once, with its links and password, also when it is added again", async () => {
    const client = await open();
    const cookies = await enter(client, "lee", "correct horse battery");
    const { token } = await makeLink(client, emailOf("lee"));
    await removeAccount(client, (await findAccount(client, "lee"))!);
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toBeNull();
    await addAccount(client, "lee", "viewer");
    expect(await accountOfLink(client, token)).toBeNull();
    expect(await visitorOf(client, request("192.0.2.1", cookies))).toBeNull();
    const sign = { name: "lee", password: "correct horse battery" };
    expect(await signInByPassword(client, request("192.0.2.1"), sign)).toBeNull();
    expect(await listAccounts(client, new Date())).toMatchObject([
      { name: "lee", hasPassword: false, sessions: 0, lastUse: null },
    ]);
  });

  test("the first start makes admin and a link, and links again until someone has signed in", async () => {
    const client = await open();
    const first = await firstLink(client);
    expect(first).toMatchObject({ name: "admin" });
    const second = await firstLink(client);
    expect(await accountOfLink(client, first!.token)).toBeNull();
    const cookies = (await signInByLink(client, request("::1"), {
      token: second!.token,
      password: null,
    })) as SignedIn;
    await signOut(client, request("::1", cookies.cookies));
    expect(await firstLink(client)).toBeNull();
    expect(await listAccounts(client, new Date())).toMatchObject([{ name: "admin", role: "admin" }]);
  });
});
