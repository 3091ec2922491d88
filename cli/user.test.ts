import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accountOfLink } from "@/lib/accounts/links";
import { keepServedAt } from "@/lib/accounts/served-at";
import { signInByLink } from "@/lib/accounts/sign-in";
import { readConfig } from "@/lib/config/config";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { announce } from "./announce";
import type { Call } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { user } from "./user";

const folder = mkdtempSync(join(tmpdir(), "whyspf-user-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;
let databaseUrl: string;
beforeEach(() => {
  databaseUrl = `file:${join(folder, `${++databases}.db`)}`;
});

function callOf(args: string[], env: Record<string, string> = {}) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const config = readConfig({ DATABASE_URL: databaseUrl, ...env });
  const call: Call = { args, config, out, err, input: new PassThrough(), stop: new AbortController().signal };
  return { call, said: () => String(out.read() ?? ""), complained: () => String(err.read() ?? "") };
}

async function run(args: string[], env?: Record<string, string>) {
  const { call, said, complained } = callOf(args, env);
  return { code: await user.run(call), out: said(), err: complained() };
}

async function withClient<T>(question: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = await openReader(databaseUrl);
  return await question(client).finally(() => client.$disconnect());
}

const LINK = /^ {2}(http\S+)\/sign-in\/([A-Za-z]{32})$/m;

describe("whyspf user", () => {
  test("adds a viewer and prints a link that is good for it, and until when", async () => {
    const { code, out } = await run(["add", "kim@corp.example"]);
    expect(code).toBe(OK);
    expect(out).toContain("kim@corp.example was added as viewer.");
    expect(out).toMatch(/once, until \d{4}-\d\d-\d\d \d\d:\d\d:/);
    const [, origin, token] = LINK.exec(out)!;
    expect(origin).toBe("http://127.0.0.1:3000");
    expect(await withClient((client) => accountOfLink(client, token!))).toMatchObject({
      name: "kim@corp.example",
    });
  });

  test("prints links to where the pages were served last, or to WHYSPF_URL", async () => {
    await run(["add", "kim"]);
    await withClient((client) => keepServedAt(client, "http://mail.corp.example:4321"));
    expect(LINK.exec((await run(["link", "kim"])).out)![1]).toBe("http://mail.corp.example:4321");
    const env = { WHYSPF_URL: "https://whyspf.corp.example/" };
    expect(LINK.exec((await run(["link", "KIM"], env)).out)![1]).toBe("https://whyspf.corp.example");
  });

  test("lists accounts, as a table and as JSON", async () => {
    expect((await run(["list"])).out).toMatch(/^There is no account yet/);
    await run(["add", "kim", "--role", "admin"]);
    await run(["add", "lee"]);
    expect((await run(["list"])).out).toMatch(
      /^NAME +ROLE.*\nkim +admin +no +0 +-\nlee +viewer +no +0 +-\n$/,
    );
    expect(JSON.parse((await run(["list", "--json"])).out)).toMatchObject([
      { name: "kim", role: "admin", hasPassword: false, sessions: 0, lastUse: null },
      { name: "lee", role: "viewer" },
    ]);
  });

  test("keeps the last admin, unless it is forced not to", async () => {
    await run(["add", "kim", "--role", "admin"]);
    for (const args of [
      ["remove", "kim"],
      ["role", "kim", "viewer"],
    ])
      expect(await run(args)).toMatchObject({
        code: FAILED,
        err: "whyspf user: kim is the last admin: make another one first, or use --force.\n",
      });
    await run(["add", "lee"]);
    expect(await run(["role", "lee", "admin"])).toMatchObject({ code: OK, out: "lee is admin now.\n" });
    expect(await run(["remove", "kim"])).toMatchObject({ code: OK });
    expect(await run(["remove", "lee", "--force"])).toMatchObject({ code: OK });
    expect(JSON.parse((await run(["list", "--json"])).out)).toEqual([]);
  });

  test("says what is not there or there already", async () => {
    await run(["add", "kim"]);
    expect(await run(["add", "Kim"])).toMatchObject({ code: FAILED, err: expect.stringMatching(/already/) });
    for (const args of [
      ["link", "lee"],
      ["remove", "lee"],
      ["role", "lee", "admin"],
    ])
      expect(await run(args)).toMatchObject({ code: FAILED, err: expect.stringMatching(/no account "lee"/) });
  });

  test.each([
    [[]],
    [["constructor"]],
    [["add"]],
    [["add", "a", "b"]],
    [["add", "a b"]],
    [["add", "kim", "--role", "owner"]],
    [["add", "kim", "--force"]],
    [["list", "kim"]],
    [["role", "kim"]],
    [["role", "kim", "owner"]],
    [["link", "kim", "--what"]],
  ])("does not understand %j, before any database is touched", async (args) => {
    await expect(run(args)).rejects.toThrow(UsageFault);
    expect(existsSync(databaseUrl.slice("file:".length))).toBe(false);
  });
});

describe("the first start", () => {
  const at = { host: "127.0.0.1", port: 4567, databaseUrl: "" };
  const start = async (env?: Record<string, string>) => {
    const { call, said } = callOf([], env);
    await announce(call, at);
    return said();
  };

  test("prints a link for admin with the real port, again until someone has signed in", async () => {
    await start();
    const [, origin, token] = LINK.exec(await start())!;
    expect(origin).toBe("http://127.0.0.1:4567");
    await withClient((client) => signInByLink(client, new Headers(), { token: token!, password: null }));
    const last = await start({ WHYSPF_URL: "https://whyspf.corp.example" });
    expect(last).toBe("whyspf is served at https://whyspf.corp.example/  (Ctrl-C ends it)\n");
  });

  test("tells a database that cannot be opened, and goes on", async () => {
    databaseUrl = `file:${folder}`;
    const { call, said, complained } = callOf([]);
    await announce(call, at);
    expect(said()).toMatch(/^whyspf is served at /);
    expect(complained()).toMatch(/^whyspf: The database .* cannot be opened/);
  });
});
