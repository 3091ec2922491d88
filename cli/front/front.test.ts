import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { readNetwork } from "@/lib/net/network";
import { askFront } from "./ask-front.fixture";
import { closing } from "./closing";
import type { FrontOptions } from "./front";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Asks a front whose pages answer with the headers that reached them. */
function ask(
  options: FrontOptions,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body?: string,
) {
  return askFront((seen, response) => response.end(JSON.stringify(seen.headers)), options, path, {
    headers,
    method,
    body,
  });
}

const ALONE: FrontOptions = { trustedProxies: [], url: null, publicRecords: true, gate: async () => true };
const CLOSED: FrontOptions = { ...ALONE, gate: async () => false };
const PROXIED: FrontOptions = {
  ...ALONE,
  trustedProxies: [readNetwork("127.0.0.1")!],
  url: "https://whyspf.corp.example",
};

const FORGED = {
  "X-Forwarded-For": "203.0.113.9",
  "X-Forwarded-Proto": "https",
  "X-Forwarded-Host": "other.example",
  Forwarded: "for=203.0.113.9",
  "X-Real-IP": "203.0.113.9",
  "X-Whyspf-Client": "203.0.113.9",
  "X-Whyspf-Path": "//other.example",
  "X-Middleware-Subrequest": "middleware",
  "Content-Security-Policy": "script-src 'nonce-known'",
};

describe("the front", () => {
  test("takes out what a client says of itself and puts in what is known", async () => {
    const seen = JSON.parse((await ask(ALONE, "/messages?a=b&_rsc=1x&c=d", FORGED)).body);
    expect(seen).toMatchObject({
      "x-whyspf-client": "127.0.0.1",
      "x-whyspf-path": "/messages?a=b&c=d",
      "x-forwarded-proto": "http",
    });
    expect(JSON.stringify(seen)).not.toMatch(/203\.0\.113|other\.example|known|subrequest|real-ip/);
  });

  test("believes a trusted proxy", async () => {
    const seen = JSON.parse((await ask(PROXIED, "/", FORGED)).body);
    expect(seen).toMatchObject({ "x-whyspf-client": "203.0.113.9", "x-forwarded-proto": "https" });
    expect(seen["x-forwarded-for"]).toBeUndefined();
  });

  test("gives every answer a policy with a nonce of its own, and the pages the same one", async () => {
    const [one, two] = [await ask(ALONE, "/"), await ask(ALONE, "/")];
    const policy = String(one.headers["content-security-policy"]);
    expect(JSON.parse(one.body)["content-security-policy"]).toBe(policy);
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(two.headers["content-security-policy"]).not.toBe(policy);
    expect(one.headers).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    });
  });

  test("never allows another origin, whatever is asked", async () => {
    const preflight = { Origin: "https://other.example", "Access-Control-Request-Method": "POST" };
    const answers = [
      await ask(ALONE, "/", preflight, "OPTIONS"),
      await ask(ALONE, "/", { Origin: "https://other.example" }),
    ];
    for (const { headers } of answers)
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("refuses what another site sends, in a sentence and with the same headers", async () => {
    const answer = await ask(ALONE, "/", { Origin: "https://other.example" }, "POST", "a=b");
    expect(answer).toMatchObject({ status: 403, body: expect.stringMatching(/^This request .*\.\n$/) });
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("refuses a large body without waiting for it", async () => {
    const answer = await ask(ALONE, "/", { "Content-Length": "70000" }, "POST", "x".repeat(70_000));
    expect(answer).toMatchObject({ status: 413, headers: { connection: "close" } });
  });
});

describe("a stranger", () => {
  test.each([
    ["GET", "/", "/sign-in"],
    ["GET", "/messages?a=b&c=d", "/sign-in?next=%2Fmessages%3Fa%3Db%26c%3Dd"],
    ["GET", "/messages?_rsc=abc", "/sign-in?next=%2Fmessages"],
    ["GET", "/sign-in/../messages", "/sign-in?next=%2Fsign-in%2F..%2Fmessages"],
    ["GET", "/sign-in/%2e%2e/messages", "/sign-in?next=%2Fsign-in%2F%252e%252e%2Fmessages"],
    ["GET", "/sign-in/..%2fmessages", "/sign-in?next=%2Fsign-in%2F..%252fmessages"],
    ["GET", "/sign-in\\..\\messages", "/sign-in?next=%2Fsign-in%5C..%5Cmessages"],
    ["GET", "/whyspf", "/sign-in?next=%2Fwhyspf"],
    ["GET", "//sign-in", "/sign-in?next=%2F%2Fsign-in"],
    ["GET", "/_next/image?url=%2Ficon.svg", "/sign-in?next=%2F_next%2Fimage%3Furl%3D%252Ficon.svg"],
    ["GET", "/sign-innings", "/sign-in?next=%2Fsign-innings"],
    ["POST", "/account/password", "/sign-in"],
    ["DELETE", "/messages", "/sign-in"],
  ])("who sends %s %s is led to %s", async (method, path, location) => {
    const answer = await ask(CLOSED, path, {}, method);
    expect(answer).toMatchObject({ status: 303, headers: { location } });
  });

  test.each(["GET", "POST"])("gets 401 and a sentence from what programs ask by %s", async (method) => {
    expect(await ask(CLOSED, "/api/live", {}, method)).toMatchObject({
      status: 401,
      body: '{"error":"Sign in first."}',
    });
  });

  test.each([
    "/sign-in",
    "/sign-in?next=%2Fmessages",
    "/sign-in/password",
    "/sign-in/abcDEF",
    "/api/health",
    "/preferences",
    "/icon.svg?icon.x.svg",
    "/_next/static/chunks/a.js",
    "/why?id=a%40b.example&ip=192.0.2.1",
    "/Why/",
    "/why.html",
  ])("may open %s", async (path) => {
    expect((await ask(CLOSED, path)).status).toBe(200);
  });
});

test("a closing server ends streams of events and idle connections, and lets answers finish", async () => {
  const served = createServer((asked, response) => {
    if (asked.url === "/stream") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write("data: 1\n\n");
    } else setTimeout(() => response.end("done"), 200);
  }).listen(0, "127.0.0.1");
  server = served;
  const close = closing(served);
  await once(served, "listening");
  const { port } = served.address() as AddressInfo;
  const stream = await fetch(`http://127.0.0.1:${port}/stream`);
  const slow = fetch(`http://127.0.0.1:${port}/slow`).then((answer) => answer.text());
  await once(served, "request");
  const ended = stream.text().catch(() => "cut");
  await close();
  expect([await slow, await ended]).toEqual(["done", "cut"]);
});

describe("the record workbench", () => {
  const SHUT = { ...CLOSED, publicRecords: false };
  test.each<[string, FrontOptions, number]>([
    ["/records", CLOSED, 200],
    ["/records?domain=a.example&view=traffic", CLOSED, 200],
    ["/records", SHUT, 303],
    ["/records", { ...ALONE, publicRecords: false }, 200],
    ["/records/", CLOSED, 303],
    ["/records/enforcement", CLOSED, 303],
    ["/records/replay", CLOSED, 303],
    ["/records/%2e%2e/messages", CLOSED, 303],
    ["/records/../messages", CLOSED, 303],
    ["/Records", CLOSED, 303],
  ])("%s is open to strangers as far as it holds nothing of the logs", async (path, options, status) => {
    expect((await ask(options, path)).status).toBe(status);
  });
});
