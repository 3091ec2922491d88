import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authSecret } from "@/lib/accounts/secret";
import { keepServedAt } from "@/lib/accounts/served-at";
import { readSignedMessage } from "@/lib/accounts/why-links";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";
import { CHECKERS, checkerLines } from "@/lib/why/checker-lines";
import { readWhyUrl } from "@/lib/why/read-url";
import { redirectLines } from "@/lib/why/redirect-lines";
import { runCommand } from "./call.fixture";
import { FAILED, OK, USAGE } from "./fault";
import { whyUrlCommand } from "./why-url";

const folder = mkdtempSync(join(tmpdir(), "whyspf-why-url-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;
const SITE = "https://mail.corp.example";
const database = `file:${join(folder, "messages.db")}`;
const env = { DATABASE_URL: database, WHYSPF_URL: SITE };
const run = (...args: string[]) => runCommand(whyUrlCommand, args, { env });

const MESSAGES: Partial<Message>[] = [
  {
    host: "mx1",
    queueId: "oAO9I8aa000001",
    clientIp: "198.51.100.7",
    helo: "out.example.com",
    envelopeFrom: "Lee+a&b;c=d@Example.com",
    identity: "mailfrom",
    result: "fail",
  },
  {
    host: "mx1",
    queueId: "null",
    clientIp: "2001:db8::7",
    helo: "out.example.com",
    envelopeFrom: "",
    identity: "helo",
  },
  { host: "mx1", queueId: "bare", clientIp: null, helo: null, envelopeFrom: null, identity: null },
  { host: "mx1", queueId: "a/b%2f", clientIp: "192.0.2.1", envelopeFrom: "kim@b.example" },
];

async function withClient<T>(work: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = await openReader(database);
  return await work(client).finally(() => client.$disconnect());
}

beforeAll(async () => {
  const store = await Store.open(database);
  await store.transaction(() => store.save(MESSAGES.map((changes) => fresh(message(changes)))));
  await store.close();
});

/** What the page makes of a link: the message that it may show until `now`. */
async function opened(url: string, now: number) {
  const { searchParams } = new URL(url);
  const [m, e, t] = ["m", "e", "t"].map((name) => searchParams.get(name));
  return readSignedMessage({ m, e, t }, await withClient(authSecret), now);
}

describe("why-url --message", () => {
  test("prints a link that opens this message, for so many days, and tells of it by itself", async () => {
    const { code, out, err } = await run("--message", "mx1/oAO9I8aa000001", "--days", "2");
    expect([code, err]).toEqual([OK, ""]);
    const url = out.trim();
    expect(url).toMatch(/^https:\/\/mail\.corp\.example\/why\?\S+$/);
    const key = { host: "mx1", queueId: "oAO9I8aa000001" };
    expect(await opened(url, Date.now())).toEqual(key);
    expect(await opened(url, Date.now() + 2 * DAY - 60_000)).toEqual(key);
    expect(await opened(url, Date.now() + 2 * DAY + 60_000)).toBeNull();
    expect(await opened(url.replace("oAO9I8aa000001", "null"), Date.now())).toBeNull();
    expect(readWhyUrl(url)).toEqual({
      identity: "mailfrom",
      sender: "Lee+a&b;c=d@Example.com",
      helo: "out.example.com",
      ip: "198.51.100.7",
      receiver: "mx1",
      domain: "example.com",
      problems: [],
    });
  });

  test.each<[string, object]>([
    ["null", { identity: "helo", helo: "out.example.com", ip: "2001:db8::7", problems: [] }],
    ["bare", { sender: null, ip: null, receiver: "mx1" }],
    ["a/b%2f", { sender: "kim@b.example", ip: "192.0.2.1" }],
  ])("takes any stored message: %s", async (queueId, request) => {
    const { code, out } = await run("--message", `mx1/${queueId}`);
    expect(code).toBe(OK);
    expect(await opened(out.trim(), Date.now() + 30 * DAY - 60_000)).toEqual({ host: "mx1", queueId });
    expect(readWhyUrl(out.trim())).toMatchObject(request);
  });

  test("is as JSON an object that says until when", async () => {
    const before = Date.now();
    const { out } = await run("--message", "mx1/bare", "--days", "400", "--json");
    const link = JSON.parse(out);
    expect(Object.keys(link)).toEqual(["host", "queueId", "url", "expires"]);
    expect(link).toMatchObject({ host: "mx1", queueId: "bare" });
    const left = Date.parse(link.expires) - before;
    expect(Math.abs(left - 400 * DAY)).toBeLessThan(60_000);
    expect(await opened(link.url, Date.now())).toEqual({ host: "mx1", queueId: "bare" });
  });

  test.each(["mx1/none", "mx2/bare", "mx1/\u001b[31m"])("says that there is no message %j", async (text) => {
    const { code, out, err } = await run("--message", text);
    expect([code, out]).toEqual([FAILED, ""]);
    expect(err).toMatch(/^whyspf why-url: mx\d has no message \S+ in this database\.\n$/);
    expect(err).not.toContain("\u001b");
  });
});

describe("why-url --ip", () => {
  test("prints the plain link, without any database", async () => {
    const { code, out } = await runCommand(
      whyUrlCommand,
      ["--ip", "9.8.7.6", "--sender", "kisa@kisarbl.or.kr", "--receiver", "mx.test.com"],
      { env: { WHYSPF_URL: SITE, DATABASE_URL: "file:/no/such/folder/x.db" } },
    );
    expect([code, out]).toEqual([
      OK,
      `${SITE}/why?scope=mfrom&id=kisa%40kisarbl.or.kr&ip=9.8.7.6&receiver=mx.test.com\n`,
    ]);
  });

  test("is of the HELO name without a sender", async () => {
    const { out } = await run("--ip", "9.8.7.6", "--helo", "h.example", "--json");
    const { url } = JSON.parse(out);
    expect(readWhyUrl(url)).toMatchObject({
      identity: "helo",
      helo: "h.example",
      sender: null,
      problems: [],
    });
  });
});

describe("why-url for checkers", () => {
  test.each(["ko", "en"])("prints every line exactly, and redirects (%s)", async (language) => {
    const { code, out } = await run("--language", language);
    expect(code).toBe(OK);
    for (const { steps, title, name } of checkerLines(`${SITE}/why`)) {
      expect(out).toContain(`${title} (--checker ${name})`);
      for (const { text } of steps) expect(out.replace(/^ {4}/gm, "")).toContain(text);
    }
    expect(out).toContain(`return 301 ${SITE}$request_uri;`);
    expect(/[가-힣]/.test(out)).toBe(language === "ko");
    expect(out).not.toMatch(/undefined|null/);
  });

  test("prints those of one checker, as text and as JSON", async () => {
    const { out } = await run("--checker", "smf-spf", "--language", "en");
    expect(out).toContain(
      `RejectReason\tMessage was rejected during SPF policy evaluation. Please see ${SITE}/why?`,
    );
    expect(out).not.toContain("spfmilter");
    expect(out).not.toContain("nginx");
    const json = JSON.parse((await run("--checker", "smf-spf", "--json")).out);
    expect(Object.keys(json)).toEqual(["url", "checkers", "redirects"]);
    expect(json.url).toBe(`${SITE}/why`);
    expect(json.checkers).toHaveLength(1);
    expect(Object.keys(json.checkers[0])).toEqual([
      "name",
      "title",
      "way",
      "link",
      "steps",
      "place",
      "notes",
    ]);
    expect(JSON.parse((await run("--json")).out).checkers).toHaveLength(CHECKERS.length);
  });

  test("begins with the address where the pages were served last, and says if only this machine can open it", async () => {
    const without = (...args: string[]) =>
      runCommand(whyUrlCommand, args, { env: { DATABASE_URL: database, PORT: "4567" } });
    const first = await without("--ip", "9.8.7.6", "--sender", "a@b.example");
    expect(first.out).toMatch(/^http:\/\/127\.0\.0\.1:4567\/why\?/);
    expect(first.err).toMatch(/nobody else can open http:\/\/127\.0\.0\.1:4567: set WHYSPF_URL/);
    await withClient((client) => keepServedAt(client, "http://mx.corp.example:3000"));
    const second = await without("--message", "mx1/bare");
    expect(second.out).toMatch(/^http:\/\/mx\.corp\.example:3000\/why\?/);
    expect(second.err).toBe("");
  });
});

test.each<[string[], RegExp]>([
  [["--checker", "nobody"], /^--checker knows spfmilter, .*, not "nobody"\.$/],
  [["--message", "mx1"], /^--message takes HOST\/QUEUEID, not "mx1"\.$/],
  [["--message", "/x"], /HOST\/QUEUEID/],
  [["--message", "mx1/"], /HOST\/QUEUEID/],
  [["--message", "mx1/x", "--days", "0"], /^--days takes a number from 1 to 400/],
  [["--message", "mx1/x", "--days", "401"], /^--days takes a number from 1 to 400/],
  [["--message", "mx1/x", "--ip", "9.8.7.6"], /takes no --ip with --message/],
  [["--days", "3"], /takes --days only with --message/],
  [["--sender", "a@b.example"], /^--ip is missing/],
  [["--ip", "9.8", "--sender", "a@b.example"], /^--ip is no IP address/],
  [["--ip", "9.8.7.6", "--sender", "a@b.example", "--checker", "exim"], /takes no --checker with --ip/],
  [["--language", "fr"], /ko or en/],
  [["more"], /not "more"/],
])("what why-url cannot use: %j", async (args, sentence) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([USAGE, ""]);
  expect(err).toMatch(sentence);
});

test("docs/why.md has a row for every checker", () => {
  const docs = readFileSync(join(import.meta.dirname, "../docs/why.md"), "utf8");
  const rows = [...docs.matchAll(/^\| `([a-z][a-z0-9-]+)`/gm)].map(([, name]) => name);
  expect(rows).toEqual([...CHECKERS]);
  for (const { server, text } of redirectLines("https://spf.corp.example/why"))
    expect([server, docs.includes(`\n${text}\n`)]).toEqual([server, true]);
});
