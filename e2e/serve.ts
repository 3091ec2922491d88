import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { addAccount, findAccount } from "@/lib/accounts/accounts";
import { makeLink } from "@/lib/accounts/links";
import { DatabaseFault } from "@/lib/db/faults";
import { openReader } from "@/lib/db/reader";
import { startWebServer, type WebServer } from "./web-server";

/** A zone in which it is afternoon, so that the seeded mail of a day never falls on two. */
function middayZone(now: number): string {
  const east = 14 - new Date(now).getUTCHours();
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

type State = { cookies: Cookie[]; origins: [] };
type Cookie = { name: string; value: string; domain: string; path: string; expires: number } & Flags;
type Flags = { httpOnly: boolean; secure: boolean; sameSite: "Lax" };

interface Options {
  /** Who is signed in; nobody where null. */
  as?: "admin" | "viewer" | null;
  /** The URL of an empty database; a SQLite file unless told. */
  database?: () => Promise<string>;
  /** More of the server's environment, asked for once the database is prepared. */
  environment?: () => Record<string, string>;
}

const STRANGER: State = { cookies: [], origins: [] };

/** Serves a database, in a folder that goes with it, for the tests of one group; its browsers are signed in as `as`, "admin" unless told. */
export function serve(
  prepare: (databaseUrl: string) => Promise<void> | void,
  { as = "admin", database, environment }: Options = {},
): void {
  let folder: string;
  let server: WebServer;
  let state = STRANGER;
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "whyspf-e2e-"));
    const url = database ? await database() : `file:${join(folder, "whyspf.db")}`;
    await prepare(url);
    server = await startWebServer(url, middayZone(Date.now()), environment?.());
    if (as !== null) state = await signIn(url, server.url, as);
  });
  test.afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    baseURL: async ({}, use) => use(server?.url),
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    storageState: async ({}, use) => use(state),
  });
}

/** Makes a link for an account, and the account where there is none. */
export async function linkFor(databaseUrl: string, name: string, role: "admin" | "viewer"): Promise<string> {
  const client = await openReader(databaseUrl);
  try {
    const account = (await findAccount(client, name)) ?? (await addAccount(client, name, role));
    return (await makeLink(client, account!.email)).token;
  } finally {
    await client.$disconnect();
  }
}

/** The state of a browser that has used a link of `role`'s account; a database that cannot be opened signs nobody in. */
export async function signIn(
  databaseUrl: string,
  site: string,
  role: "admin" | "viewer" = "admin",
): Promise<State> {
  const token = await linkFor(databaseUrl, role, role).catch((error: unknown) => {
    if (error instanceof DatabaseFault) return null;
    throw error;
  });
  if (token === null) return STRANGER;
  const body = new URLSearchParams({ token });
  const answer = await fetch(`${site}/sign-in/link`, { method: "POST", body, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((line): Cookie => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const flags: Flags = { httpOnly: true, secure: false, sameSite: "Lax" };
    return { name: name!, value: value!, domain: "127.0.0.1", path: "/", expires: -1, ...flags };
  });
  return { cookies, origins: [] };
}

/** Every test of a file fails when the browser complains of anything; what is `expected` may be said. */
export function watchConsole(expected: RegExp | null = null): void {
  let complaints: string[];
  test.beforeEach(({ page }) => {
    complaints = [];
    page.on("console", (said) => {
      if (said.type() === "error" || said.type() === "warning") complaints.push(said.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
  });
  test.afterEach(() => expect(complaints.filter((text) => !expected?.test(text))).toEqual([]));
}
