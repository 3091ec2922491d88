import { readdirSync, readFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { serve } from "./serve";

const APP = join(dirname(dirname(fileURLToPath(import.meta.url))), "app");

/** What strangers may open. Whoever adds to it opens a door. */
const PUBLIC = /^\/(?:sign-in(?:\/.*)?|api\/health|preferences|records|why(?:\/.*)?|icon\.svg)$/;

/** Every file that answers requests, with its path; what a folder's brackets stand for is made up. */
function doors(): { file: string; path: string }[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => {
      const folders = dirname(file).split("/");
      const parts = folders.filter((part) => part !== "." && !/^\(.*\)$/.test(part));
      return { file, path: `/${parts.map((part) => (part.startsWith("[") ? "1" : part)).join("/")}` };
    });
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function methodsOf(file: string): string[] {
  if (file.endsWith("page.tsx")) return ["GET"];
  const text = readFileSync(join(APP, file), "utf8");
  return METHODS.filter((method) =>
    new RegExp(`export (?:async )?(?:function|const) ${method}\\b`).test(text),
  );
}

test.describe("a stranger", () => {
  serve(() => {}, { as: null });

  const closed = doors().filter(({ path }) => !PUBLIC.test(path));

  test("is met by some doors at all", () => {
    expect(doors().map(({ path }) => path)).toEqual(expect.arrayContaining(["/", "/account", "/sign-out"]));
  });

  for (const { file, path } of closed)
    for (const method of methodsOf(file))
      test(`gets the sign-in or 401 for ${method} ${path}`, async ({ request, baseURL }) => {
        const headers: Record<string, string> = method === "GET" ? {} : { Origin: baseURL! };
        const answer = await request.fetch(path, { method, headers, maxRedirects: 0 });
        const location = answer.headers().location ?? "";
        const isLedAway = [303, 307, 308].includes(answer.status()) && /^\/sign-in(\?|$)/.test(location);
        expect({ isLedAway, status: answer.status(), location }).toMatchObject(
          answer.status() === 401 ? { status: 401 } : { isLedAway: true },
        );
      });

  test("is led away as well who asks for another protocol", async ({ baseURL }) => {
    const headers = { Connection: "Upgrade", Upgrade: "websocket" };
    for (const path of ["/messages", "/nothing"]) {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        get(`${baseURL}${path}`, { headers }, resolve).once("error", reject);
      });
      answer.resume();
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        `/sign-in?next=%2F${path.slice(1)}`,
      ]);
    }
  });

  test("may open what is public", async ({ request }) => {
    for (const path of ["/sign-in", "/sign-in/1", "/api/health", "/records", "/icon.svg"])
      expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(200);
  });
});
