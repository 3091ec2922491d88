import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Action } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import type { SpfResult } from "@/lib/spf";
import { addLogFile, addUnknownLines } from "@/lib/store/log-files";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a seeded database holds: in all, and of the last 30 days. */
export interface Seeded {
  stored: number;
  total: number;
  failed: number;
  refused: number;
  tagged: number;
  unchecked: number;
}

interface Kind {
  result: SpfResult | null;
  action?: Action;
  perDay: (day: number) => number;
  domains: string[];
  changes?: Partial<Message>;
}

const HOSTILE = '"<script>alert(1)</script>\u202egnp\u0007"@xn--9t4b11yi5a.example';
const REPLY = { replyCode: 550, enhancedStatus: "5.7.23" };

/** The mail of a middling server: mostly good, with one bad week, one hour without a checker, and some hostile text. */
const KINDS: Kind[] = [
  {
    result: "pass",
    perDay: (day) => 180 + 60 * weekday(day),
    domains: ["example.com", "daum.example", "corp.example"],
  },
  { result: "none", perDay: (day) => 14 + (day % 5), domains: ["old.example", "printer.example"] },
  { result: "neutral", perDay: (day) => 7 + (day % 3), domains: ["shop.example"] },
  {
    result: "softfail",
    perDay: (day) => 12 + (day % 4),
    domains: ["news.example", "mailing.example", "xn--9t4b11yi5a.example"],
    changes: { recipients: [recipient({ address: "park@corp.example", tagged: true, status: "sent" })] },
  },
  { result: "softfail", perDay: (day) => day % 3, domains: ["mailing.example"] },
  {
    result: "fail",
    action: "reject",
    perDay: (day) => (day > 8 && day < 15 ? 70 : 16),
    domains: [
      "bank.example",
      "spoofed.example",
      "xn--9t4b11yi5a.example",
      "a-very-long-name.of-a-subdomain.under-another.example",
    ],
    changes: {
      ...REPLY,
      stage: "MAIL",
      rejectedBy: "spf",
      replyText:
        "SPF fail: 192.0.2.25 is not allowed to send as this domain. See http://mail.corp.example/why?id=x&ip=192.0.2.25",
    },
  },
  { result: "fail", perDay: (day) => day % 2, domains: ["forwarded.example"] },
  {
    result: "temperror",
    action: "tempfail",
    perDay: (day) => (day === 5 ? 40 : 2),
    domains: ["slow-dns.example"],
    changes: {
      stage: "MAIL",
      rejectedBy: "spf",
      replyCode: 451,
      enhancedStatus: "4.4.3",
      replyText: "DNS timed out",
    },
  },
  {
    result: "permerror",
    perDay: (day) => 3 + (day % 2),
    domains: ["broken.example"],
  },
  {
    result: null,
    action: "reject",
    perDay: (day) => 20 + (day % 7),
    domains: ["nowhere.example"],
    changes: {
      stage: "RCPT",
      rejectedBy: "mta",
      replyCode: 550,
      enhancedStatus: "5.1.1",
      replyText: "User unknown",
      recipients: [
        recipient({ address: "nobody@corp.example", action: "reject" }),
        recipient({ address: "또없음@corp.example", action: "reject" }),
        recipient({ address: "third@corp.example", action: "reject" }),
      ],
    },
  },
  {
    result: null,
    perDay: (day) => (day === 3 ? 25 : 0),
    domains: ["example.com"],
    changes: { unchecked: true },
  },
];

function weekday(day: number): number {
  return day % 7 < 2 ? 0 : 1 + (day % 3) / 2;
}

/** Fills an empty database with 70 days of mail that end an hour before `now`. */
export async function seed(databaseUrl: string, now: number, demo = false): Promise<Seeded> {
  const store = await Store.open(databaseUrl);
  const messages = Array.from({ length: 70 }, (_, day) => mailOf(day, now)).flat();
  await store.transaction(async () => {
    await store.save(messages.map((given) => ({ id: null, message: given, counted: null })));
    await addLogs(store, now, demo);
  });
  await store.close();
  return { ...summaryOf(messages.filter(({ time }) => time >= now - 30 * DAY)), stored: messages.length };
}

let first: Promise<{ path: string; seeded: Seeded }> | undefined;

/** Fills an empty SQLite file with such mail as of now: with a copy of this process's first, since to write it takes long. */
export async function seedNow(databaseUrl: string): Promise<Seeded> {
  first ??= seedFirst();
  const { path, seeded } = await first;
  copyFileSync(path, databaseUrl.slice("file:".length));
  return seeded;
}

async function seedFirst() {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-seed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "whyspf.db");
  return { path, seeded: await seed(`file:${path}`, Date.now()) };
}

/** `day` counts back from today. */
function mailOf(day: number, now: number): Message[] {
  const messages: Message[] = [];
  for (const [k, { result, action = "accept", perDay, domains, changes }] of KINDS.entries()) {
    const count = Math.round(perDay(day));
    for (let n = 0; n < count; n++) {
      messages.push(
        message({
          queueId: `q${day}x${k}x${n}`,
          host: n % 3 === 0 ? "mx2" : "mx1",
          time: now - HOUR - day * DAY - Math.floor((n / count) * 1.5 * HOUR),
          envelopeFrom:
            n === 0 && action === "reject" && result ? HOSTILE : `sender${n}@${domains[n % domains.length]}`,
          clientIp: `198.51.100.${(n * 7) % 250}`,
          clientName: n % 4 === 0 ? null : `host${n}.${domains[0]}`,
          result,
          resultFrom: result === null ? null : "header",
          action,
          ...changes,
        }),
      );
    }
  }
  return messages;
}

function summaryOf(messages: Message[]): Omit<Seeded, "stored"> {
  const failed = messages.filter(({ result }) => result === "fail" || result === "softfail");
  return {
    total: messages.length,
    failed: failed.length,
    refused: failed.filter(({ action }) => action === "reject").length,
    tagged: failed.filter(({ recipients }) => recipients.some(({ tagged }) => tagged)).length,
    unchecked: messages.filter(({ unchecked }) => unchecked).length,
  };
}

async function addLogs(store: Store, now: number, demo: boolean): Promise<void> {
  const log = {
    path: "/var/log/maillog",
    kind: "syslog",
    headHash: "h",
    headLength: 100,
    tailHash: "t",
    position: 1,
    lines: 184_223,
    matched: 121_340,
    ignored: 62_611,
    unknown: 272,
    firstTime: now - 70 * DAY,
    lastTime: now - HOUR,
    readAt: now,
    state: "",
    demo,
  };
  await addLogFile(store.writer, {
    ...log,
    path: "/home/kim/.procmail/log",
    kind: "procmail",
    lines: 48_210,
    matched: 48_110,
    ignored: 100,
    unknown: 0,
  });
  await addLogFile(store.writer, {
    ...log,
    path: "/var/log/boot.log",
    kind: "unknown",
    lines: 812,
    matched: 0,
    ignored: 0,
    unknown: 812,
    lastTime: null,
  });
  const id = await addLogFile(store.writer, log);
  const texts = ["ruleset=check_rcpt, arg1=<\u001b[31mred\u202e>, relay=x", "<b>bold</b> & more"];
  await addUnknownLines(
    store.writer,
    id,
    texts.map((text, offset) => ({ program: "sm-mta", offset, text })),
  );
}
