import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Message } from "@/lib/logs/message";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";

const DAY = 86_400_000;
export const START = Date.UTC(2026, 10, 1);

/** Nine messages of the own server, seven of a new one, six of a forger, one a day; the newest is of the ninth day. */
const MAIL = [
  ...daily(9, { clientIp: "61.251.112.25", result: "pass" }),
  ...daily(7, { clientIp: "203.1.113.5", result: "fail", helo: "news.example.com" }),
  ...daily(6, { clientIp: "198.50.100.66", result: "fail", helo: "[198.50.100.66]", action: "reject" }),
];

const ZONE = {
  "example.com": { TXT: ["v=spf1 mx -all"], MX: [[10, "mx.example.com"]] },
  "mx.example.com": { A: ["61.251.112.25"] },
  "news.example.com": { A: ["203.1.113.5"] },
  "5.113.1.203.in-addr.arpa": { PTR: ["news.example.com"] },
  "late.example": { timeout: true },
};

function daily(days: number, changes: Partial<Message>): Partial<Message>[] {
  return Array.from({ length: days }, (_, day) => ({
    clientName: null,
    time: START + day * DAY,
    ...changes,
  }));
}

/** Mail as example.com in a database, and the zone of that domain in a file; to be removed at the end. */
export async function storedMail(): Promise<{ url: string; zone: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-draft-"));
  const zone = join(folder, "zone.json");
  writeFileSync(zone, JSON.stringify(ZONE));
  const url = `file:${join(folder, "mail.db")}`;
  const store = await Store.open(url);
  const messages = MAIL.map((changes, n) => fresh(message({ queueId: `q${n}`, ...changes })));
  await store.transaction(() => store.save(messages));
  await store.close();
  return { url, zone, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
