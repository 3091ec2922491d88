import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { importLogs } from "@/ingest/import-logs";
import type { Zone } from "@/lib/dns/zone";
import { readZoneFile } from "@/lib/dns/zone-file";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";

/** The domain of the tests; its record knows one of its three servers. */
export const DOMAIN = "hanbit.example";
export const PUBLISHED = "v=spf1 ip4:203.0.113.10 ~all";
/** What it should publish: its servers, and nobody else. */
export const DRAFTED = "v=spf1 ip4:203.0.113.10 ip4:203.0.113.25 ip4:198.51.100.40 -all";

const HOUR = 3_600_000;
const KOREA = 9 * HOUR;

/** A client that sends as the domain: whose name the mail server confirmed unless it is forged. */
interface SendingClient {
  ip: string;
  name: string;
  helo: string;
  isForged: boolean;
  result: "pass" | "softfail";
  /** Sends so many messages, one each so many hours, up to so many hours ago. */
  messages: number;
  everyHours: number;
  lastHoursAgo: number;
  senders: string[];
}

export const OWN: SendingClient = {
  ip: "203.0.113.10",
  name: "mail.hanbit.example",
  helo: "mail.hanbit.example",
  isForged: false,
  result: "pass",
  messages: 60,
  everyHours: 7,
  lastHoursAgo: 1,
  senders: ["kim", "lee", "park"],
};
export const NEWS: SendingClient = {
  ip: "203.0.113.25",
  name: "news.hanbit.example",
  helo: "news.hanbit.example",
  isForged: false,
  result: "softfail",
  messages: 40,
  everyHours: 10,
  lastHoursAgo: 2,
  senders: ["news"],
};
export const ERP: SendingClient = {
  ip: "198.51.100.40",
  name: "erp.hanbit.example",
  helo: "erp.hanbit.example",
  isForged: false,
  result: "softfail",
  messages: 25,
  everyHours: 16,
  lastHoursAgo: 3,
  senders: ["billing", "orders"],
};
export const FORGER: SendingClient = {
  ip: "192.0.2.66",
  name: "dyn-66.isp.example",
  helo: "hanbit.example",
  isForged: true,
  result: "softfail",
  messages: 30,
  everyHours: 0.05,
  lastHoursAgo: 30,
  senders: Array.from({ length: 30 }, (_, n) => `staff${n}`),
};

/** A zone file of the domain and of what is said of its clients' addresses; `record` as its zone line has it. */
export function zoneText(recordLine: string): string {
  return `$TTL 1
${recordLine}
hanbit.example. IN A 203.0.113.10
hanbit.example. IN MX 10 mail.hanbit.example.
mail.hanbit.example. IN A 203.0.113.10
news.hanbit.example. IN A 203.0.113.25
erp.hanbit.example. IN A 198.51.100.40
10.113.0.203.in-addr.arpa. IN PTR mail.hanbit.example.
25.113.0.203.in-addr.arpa. IN PTR news.hanbit.example.
40.100.51.198.in-addr.arpa. IN PTR erp.hanbit.example.
66.2.0.192.in-addr.arpa. IN PTR dyn-66.isp.example.
_spf.mailer.example. IN TXT "v=spf1 ip4:198.51.100.128/26 include:_a.mailer.example include:_b.mailer.example ~all"
_a.mailer.example. IN TXT "v=spf1 ip4:192.0.2.128/27 a:out1.mailer.example a:out2.mailer.example ~all"
_b.mailer.example. IN TXT "v=spf1 mx:mailer.example ip6:2001:db8:40::/48 ~all"
out1.mailer.example. IN A 192.0.2.201
out2.mailer.example. IN A 192.0.2.202
mailer.example. IN MX 10 out1.mailer.example.
_spf.shop.example. IN TXT "v=spf1 ip4:198.51.100.64/28 a:gone.shop.example include:_spf.shop.example ~all"
`;
}

/** The zone of a zone file's text. */
export function zoneOf(text: string): Zone {
  const read = readZoneFile(text);
  if ("problem" in read) throw new Error(`${read.at}: ${read.problem}`);
  return read.zone;
}

/** Imports a month's log of a server that marks what fails: the domain's three servers, and one forger. */
export async function importTraffic(databaseUrl: string, folder: string, now: number): Promise<void> {
  const lines = [OWN, NEWS, ERP, FORGER].flatMap((client, index) => messagesOf(client, index, now));
  lines.sort((a, b) => a.time - b.time);
  const path = join(folder, "maillog");
  writeFileSync(path, `${lines.map(({ text }) => text).join("\n")}\n`);
  const store = await Store.open(databaseUrl);
  const zone = fixedZone(540);
  await importLogs(store, [path], {
    year: null,
    zone,
    fallbackZone: zone,
    defaultHost: "spf",
    demo: false,
  });
  await store.close();
}

function messagesOf(client: SendingClient, index: number, now: number) {
  return Array.from({ length: client.messages }, (_, n) => {
    const time = now - (client.lastHoursAgo + n * client.everyHours) * HOUR;
    return { time, text: messageLines(client, time, `${index}${String(n).padStart(3, "0")}`, n) };
  });
}

/** What sendmail 8.17 and spfmilter 0.97 write of one message that is delivered. */
function messageLines(client: SendingClient, time: number, serial: string, n: number): string {
  const { ip, name, helo, isForged, result, senders } = client;
  const id = `${queueTime(time)}aa00${serial}`;
  const from = `${senders[n % senders.length]}@${DOMAIN}`;
  const words =
    result === "pass"
      ? `domain of ${from} designates ${ip} as permitted sender`
      : `transitioning domain of ${from} does not designate ${ip} as permitted sender`;
  const relay = `${name} [${ip}]${isForged ? " (may be forged)" : ""}`;
  const process = 1_000 + n;
  return [
    `sendmail[${process}]: ${id}: from=<${from}>, size=1820, class=0, nrcpts=1, msgid=<${serial}@${DOMAIN}>, proto=ESMTP, daemon=MTA, relay=${relay}`,
    `sendmail[${process}]: ${id}: Milter (spfmilter) insert (0): header: Received-SPF: ${result} (spf.example.kr: ${words}) receiver=spf.example.kr; client-ip=${ip}; helo=${helo}; envelope-from=${from}; x-software=spfmilter 0.97 http://www.acme.com/software/spfmilter/ with libspf2-1.2.10;`,
    `sendmail[${process + 1}]: ${id}: to=<kisa@example.kr>, delay=00:00:01, xdelay=00:00:01, mailer=local, pri=30707, dsn=2.0.0, stat=Sent`,
  ]
    .map((text) => `${stamp(time)} spf ${text}`)
    .join("\n");
}

/** A time on Korea's clock as a traditional stamp has it. */
function stamp(time: number): string {
  const [, day, month, , clock] = new Date(time + KOREA).toUTCString().split(" ");
  return `${month} ${day!.replace(/^0/, " ")} ${clock}`;
}

/** The first six characters of sendmail's queue ids: year, month, day, hour, minute and second of UTC, each modulo 60. */
function queueTime(time: number): string {
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx";
  const date = new Date(time);
  return [
    (date.getUTCFullYear() - 1900) % 60,
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
    .map((value) => digits[value])
    .join("");
}
