import { expect, test } from "vitest";
import type { PrismaClient } from "@/lib/db/reader";
import { emailOf } from "./account-name";
import { addAccount } from "./accounts";
import { authOf } from "./auth";
import { onBothDatabases, request } from "./databases.fixture";
import { deviceCookie, knownDevice } from "./known-device";
import { countGuess, LIMITS, Limited } from "./limits";
import { makeLink } from "./links";
import { type SignedIn, signInByLink, signInByPassword } from "./sign-in";

const PASSWORD = "correct horse battery";

/** An account with a password; the cookies of the browser that set it. */
async function owner(client: PrismaClient): Promise<string[]> {
  const { email } = (await addAccount(client, "owner", "admin"))!;
  const { token } = await makeLink(client, email);
  const opened = await signInByLink(client, request("203.0.113.1"), { token, password: PASSWORD });
  return (opened as SignedIn).cookies;
}

const guesses = (client: PrismaClient, addressOf: (n: number) => string, nameOf = (_: number) => "owner") =>
  Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      signInByPassword(client, request(addressOf(n)), { name: nameOf(n), password: `guess number ${n}` }),
    ),
  );

/** By the known browser, and by a link from the very address of a stranger. */
async function ownerGetsIn(client: PrismaClient, cookies: string[], from: string): Promise<void> {
  const sign = { name: "owner", password: PASSWORD };
  const known = await signInByPassword(client, request(from, cookies), sign);
  expect(known).toMatchObject({ cookies: expect.anything() });
  const { token } = await makeLink(client, emailOf("owner"));
  const linked = await signInByLink(client, request(from), { token, password: null });
  expect(linked).toMatchObject({ cookies: expect.anything() });
}

onBothDatabases((open) => {
  test("1,000 guesses from one address are stopped, at one account or at many, and the owner gets in", async () => {
    const client = await open();
    const cookies = await owner(client);
    const from = () => "192.0.2.9";
    const answers = await guesses(client, from, (n) => (n % 2 ? "owner" : `someone${n}`));
    expect(answers.filter((answer) => answer === null)).toHaveLength(LIMITS.address.points);
    expect(answers.filter((answer) => answer instanceof Limited)).toHaveLength(1000 - LIMITS.address.points);
    const right = await signInByPassword(client, request(from()), { name: "owner", password: PASSWORD });
    expect(right).toBeInstanceOf(Limited);
    await ownerGetsIn(client, cookies, from());
  });

  test("1,000 addresses against one account are stopped, and the owner gets in", async () => {
    const client = await open();
    const cookies = await owner(client);
    const from = (n: number) => `198.51.${100 + (n >> 8)}.${n & 255}`;
    const answers = await guesses(client, from);
    expect(answers.filter((answer) => answer === null)).toHaveLength(LIMITS.account.points);
    const right = await signInByPassword(client, request("203.0.113.77"), {
      name: "owner",
      password: PASSWORD,
    });
    expect(right).toBeInstanceOf(Limited);
    expect((right as Limited).until).toBeGreaterThan(Date.now());
    await ownerGetsIn(client, cookies, from(1));
  });

  test("the count is stored: another process goes on with it", async () => {
    const [one, other] = [await open(), await open()];
    const guess = { email: "a@b.example", address: "192.0.2.1", device: null };
    for (let n = 0; n < LIMITS.address.points; n++)
      expect(await countGuess(n % 2 ? one : other, guess)).not.toBeInstanceOf(Limited);
    expect(await countGuess(other, guess)).toBeInstanceOf(Limited);
  });

  test("what signs in is no guess", async () => {
    const client = await open();
    await owner(client);
    for (let n = 0; n < LIMITS.address.points + 5; n++) {
      const sign = { name: "owner", password: PASSWORD };
      expect(await signInByPassword(client, request("192.0.2.1"), sign)).not.toBeInstanceOf(Limited);
    }
  });

  test("a known browser has a limit, too; one known for another account is a stranger's", async () => {
    const client = await open();
    const cookies = await owner(client);
    const { secret } = await authOf(client, false);
    const [cookie] = cookies.filter((line) => line.startsWith("whyspf-device-"));
    expect(knownDevice(secret, "other@corp.example", cookie!.split(";")[0]!)).toBeNull();
    const device = knownDevice(secret, emailOf("owner"), `x=1; ${cookie!.split(";")[0]}`);
    expect(device).toMatch(/^[\w-]{22}$/);
    const forged = deviceCookie("another secret", emailOf("owner"), device, false);
    expect(knownDevice(secret, emailOf("owner"), forged.split(";")[0]!)).toBeNull();
    const guess = { email: emailOf("owner"), address: "192.0.2.1", device };
    for (let n = 0; n < LIMITS.device.points; n++)
      expect(await countGuess(client, guess)).not.toBeInstanceOf(Limited);
    expect(await countGuess(client, guess)).toBeInstanceOf(Limited);
    expect(await countGuess(client, { ...guess, device: null })).not.toBeInstanceOf(Limited);
  });

  test("IPv6 is counted by /64", async () => {
    const client = await open();
    const at = (n: number, address: string) => ({ email: `${n}@b.example`, address, device: null });
    for (let n = 0; n < LIMITS.address.points; n++) await countGuess(client, at(n, `2001:db8:1:2::${n}`));
    expect(await countGuess(client, at(99, "2001:db8:1:2:ffff::1"))).toBeInstanceOf(Limited);
    expect(await countGuess(client, at(99, "2001:db8:1:3::1"))).not.toBeInstanceOf(Limited);
  });

  test("bad links are limited per address, good ones never", async () => {
    const client = await open();
    const { email } = (await addAccount(client, "owner", "admin"))!;
    const use = (token: string) => signInByLink(client, request("192.0.2.1"), { token, password: null });
    for (let n = 0; n < LIMITS.link.points; n++) expect(await use("x".repeat(32))).toBeNull();
    expect(await use("x".repeat(32))).toBeInstanceOf(Limited);
    const { token } = await makeLink(client, email);
    expect(await use(token)).toMatchObject({ cookies: expect.anything() });
  });
});
