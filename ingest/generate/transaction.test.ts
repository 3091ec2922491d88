import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Random } from "@/lib/demo/random";
import { queueIdTime } from "@/lib/logs/queue-id";
import { DEMO_HOSTS } from "./demo-hosts";
import type { Envelope } from "./envelope";
import { writeStart } from "./other-lines";
import type { Server } from "./server";
import { writeTransaction } from "./transaction";

const SAMPLES = join(import.meta.dirname, "../../e2e/fixtures/samples");
const TIME = Date.UTC(2026, 10, 24, 3, 28, 42, 250);
const BASE: Envelope = {
  time: TIME,
  client: { ip: "192.0.2.66", name: "dyn-66.isp.example", forged: true, helo: "dyn-66.isp.example" },
  from: "ceo@fail.example",
  recipients: [{ address: "kisa@example.kr", fate: "local" }],
  size: 249,
  messageId: "<fail-1@lab.example>",
  result: "fail",
};
const V6 = { ip: "2001:db8:66::66", name: null, forged: false, helo: "v6bad.example" };
const RELAY = { name: "store.example.kr.", ip: "192.0.2.40" };
type MakeServer = () => Server;
const [MX1, MX2, MAIL] = DEMO_HOSTS.map(({ server }) => server) as [MakeServer, MakeServer, MakeServer];

/** What is left of a line's text when everything is taken out that differs from message to message. */
function shape(text: string): string {
  return text
    .replace(/^[0-9A-Za-z]{8}\d{6}: /, "ID: ")
    .replace(/helo=[^;]*;/, "helo=HELO;")
    .replace(/(sender|ip)=[^&\s]+/g, "$1=X")
    .replace(/<[^>]*>|[^\s=<>(),;]+@[^\s;),]+/g, "A")
    .replace(/\[(IPv6:)?[0-9a-f.:]+\]/g, "[$1IP]")
    .replace(/client-ip=[^;]+/, "client-ip=IP")
    .replace(
      /(designates?|not designate|header: Received-SPF: neutral \(\S+:) [0-9a-f.:]+ (?=as|is)/,
      "$1 IP ",
    )
    .replace(/(?:[a-z0-9-]+\.)+(?:example|kr|com|invalid)\b/g, "HOST")
    .replace(/spfmilter \d\.\d+/g, "spfmilter N")
    .replace(/\b\d\d:\d\d:\d\d\b/g, "TIME")
    .replace(/(size|nrcpts|pri)=\d+/g, "$1=N")
    .replace(/ with libspf\S+/, "")
    .replace(/\(\d\.\d+\.\d[\d.]*\)/, "(RELEASE)");
}

const REAL = new Set(
  readdirSync(SAMPLES).flatMap((folder) => {
    if (folder === "edge") return [];
    const lines = readFileSync(join(SAMPLES, folder, "maillog"), "latin1").split("\n");
    return lines.map((line) => shape(line.slice(line.indexOf(": ") + 2)));
  }),
);

function texts(change: Partial<Envelope>, server = MX2, seed = 1): string[] {
  return writeTransaction({ ...BASE, ...change }, server(), new Random(seed)).lines.map(({ text }) => text);
}

describe("lines have the form of the real ones", () => {
  const results = ["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror"] as const;
  const changes: [string, Partial<Envelope>][] = [
    ...results.map((result): [string, Partial<Envelope>] => [result, { result }]),
    ["the null reverse-path", { from: "", result: "none" }],
    ["addresses without brackets", { bare: true }],
    ["no name in the DNS", { result: "softfail", client: { ...BASE.client, name: null, forged: false } }],
    ["IPv6", { client: V6 }],
    ["an unknown user", { recipients: [{ address: "nosuch@example.kr", fate: "unknown" }], result: "pass" }],
    [
      "relaying denied",
      {
        client: { ...BASE.client, forged: false },
        result: "pass",
        recipients: [{ address: "x@elsewhere.example", fate: "denied" }],
      },
    ],
    [
      "two recipients",
      { recipients: [BASE.recipients[0]!, { address: "webmaster@example.kr", fate: "local" }] },
    ],
  ];
  test.each(changes)("%s, on a server that marks", (_name, change) => {
    for (const text of texts(change, MAIL)) expect(REAL).toContain(shape(text));
  });
  test.each(changes)("%s, on a server that refuses at RCPT", (_name, change) => {
    for (const text of texts(change, MX2)) expect(REAL).toContain(shape(text));
  });
  test("starts", () => {
    for (const { text } of writeStart(TIME, MAIL())) expect(REAL).toContain(shape(text));
  });
});

test("a refusal at MAIL names the sender, doubles each percent sign, and ends with size=0", () => {
  const [reject, from, ...rest] = texts({}, MX1);
  expect(reject).toMatch(
    /: Milter: from=<ceo@fail\.example>, reject=550 5\.7\.1 .*id=ceo%%40fail\.example&ip=192\.0\.2\.66&/,
  );
  expect(from).toMatch(
    /: from=<ceo@fail\.example>, size=0, class=0, nrcpts=0, .*\[192\.0\.2\.66\] \(may be forged\)$/,
  );
  expect(rest).toEqual([]);
});

test("accepted mail is told in sendmail's order, its delivery by another process", () => {
  const { lines, queueId, deliveries } = writeTransaction({ ...BASE, result: "pass" }, MAIL(), new Random(3));
  expect(lines.map(({ text }) => text.slice(text.indexOf(": ") + 2).slice(0, 7))).toEqual([
    "from=<c",
    "Milter ",
    "to=<kis",
  ]);
  expect(new Set(lines.map(({ pid }) => pid)).size).toBe(2);
  expect(lines.map(({ time }) => time)).toEqual(lines.map(({ time }) => time).sort((a, b) => a - b));
  expect(queueIdTime(queueId, TIME)).toBe(Math.floor(TIME / 1000) * 1000);
  expect(deliveries).toEqual([{ address: "kisa@example.kr", start: lines[1]!.time, end: lines[2]!.time }]);
});

test("one message for several relayed users is one line; too many take several, each but the last with [more]", () => {
  const users = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      address: `user${index}@example.kr`,
      fate: "relayed" as const,
      relay: RELAY,
    }));
  expect(texts({ result: "pass", recipients: users(3) }).at(-1)).toMatch(
    /: to=<user0@example\.kr>,<user1@example\.kr>,<user2@example\.kr>, delay=.*, mailer=esmtp, .*, relay=store\.example\.kr\. \[192\.0\.2\.40\], dsn=2\.0\.0, stat=Sent \(/,
  );
  const many = texts({ result: "pass", recipients: users(60) }).slice(2);
  expect(many.length).toBe(2);
  expect(many[0]).toContain("> [more], delay=");
});

test("with the filter down mail is taken unchecked; a put-off delivery succeeds later; a bounce is reported", () => {
  const down = texts({ trouble: "filterDown" });
  expect(down[0]).toContain(
    ": Milter (spfmilter): error connecting to filter: Connection refused by /var/run/spfmilter.sock",
  );
  expect(down.some((text) => text.includes("Received-SPF"))).toBe(false);
  expect(down.at(-1)).toContain("stat=Sent");
  const late = texts({
    result: "pass",
    recipients: [{ address: "kim@example.kr", fate: "deferred", relay: RELAY }],
  });
  expect(late.at(-2)).toContain("dsn=4.0.0, stat=Deferred: Connection");
  expect(late.at(-1)).toMatch(/delay=00:3\d:\d\d, .*stat=Sent/);
  const bounced = texts({
    result: "pass",
    recipients: [{ address: "kim@example.kr", fate: "bounced", relay: RELAY }],
  });
  expect(bounced.at(-2)).toMatch(/: [0-9A-Za-z]{14,}: DSN: User unknown$/);
  expect(bounced.at(-1)).toContain(": to=<ceo@fail.example>, delay=");
});

test("a client that leaves is told of, and proves no delivery", () => {
  expect(texts({ trouble: "lostAfterMail" })[0]).toMatch(/: lost input channel from .* to MTA after mail$/);
  const cut = texts({ trouble: "cutInData", result: "pass" });
  expect(cut[0]).toContain("collect: premature EOM: unexpected close");
  expect(cut.length).toBe(2);
});
