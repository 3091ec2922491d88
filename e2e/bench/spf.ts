import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckOptions, type CheckResult, checkHost, mailfromRequest, parseRecord } from "@/lib/spf";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";

// How fast SPF is evaluated from memory: `npm run bench:spf`. Per CPU-second; rounds of all take turns, medians count.
const MAILAUTH = "4.13.3";
const ROUNDS = 15;
const ROUND_MS = 200;
/** A record of six lookups, of which the client matches nothing. */
const RECORD =
  "v=spf1 ip4:192.0.2.0/24 a:mail.d.example mx include:one.example include:two.example exists:%{ir}.list.example -all";
const ZONE = zoneOf({
  "d.example": [`TXT ${RECORD}`, "MX 10 mail.d.example", "MX 20 backup.d.example"],
  "mail.d.example": ["A 192.0.2.10"],
  "backup.d.example": ["A 192.0.2.11"],
  "one.example": [
    "TXT v=spf1 ip4:198.51.100.0/25 ip4:198.51.100.192/26 ip6:2001:db8:1::/48 a:out.one.example ~all",
  ],
  "out.one.example": ["A 198.51.100.200"],
  "two.example": ["TXT v=spf1 ip4:192.0.2.128/25 ip4:198.51.100.128/27 ip4:192.0.2.64/26 -all"],
});
const mailFrom = (ip: string) =>
  mailfromRequest({ ip, envelopeFrom: "user@d.example", helo: "mail.d.example" });
const STRANGER = mailFrom("203.0.113.7");
/** A client of the first term, so that all others stand in the shadow. */
const OWN = mailFrom("192.0.2.5");

interface Contestant {
  name: string;
  expected: string;
  once: () => string | Promise<string>;
  rates: number[];
}

function whyspf(name: string, options: Partial<CheckOptions>, mail = STRANGER): Contestant {
  const resolver = zoneResolver(ZONE);
  const all = { clock: Date.now, ...options };
  const once = () => (checkHost(mail, resolver, all) as CheckResult).result;
  return { name, expected: mail === OWN ? "pass" : "fail", once, rates: [] };
}

type Resolve = (name: string, type: string) => Promise<unknown[]>;
type Mailauth = (mail: {
  sender: string;
  ip: string;
  helo: string;
  mta: string;
  resolver: Resolve;
}) => Promise<{ status: { result: string } }>;

/** mailauth's `spf`, answered from the same zone in the forms of node:dns; null where npm cannot fetch it. */
function mailauth(folder: string): Contestant | null {
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
  const { status } = spawnSync("npm", ["install", ...options, `mailauth@${MAILAUTH}`], { stdio: "ignore" });
  if (status !== 0) return null;
  const { spf } = createRequire(join(folder, "x.js"))("mailauth/lib/spf") as { spf: Mailauth };
  const { ip, sender, helo } = STRANGER;
  const asked = { ip, sender, helo, mta: "mx.example", resolver };
  const once = async () => (await spf(asked)).status.result;
  return { name: `mailauth ${MAILAUTH}`, expected: "fail", once, rates: [] };
}

async function resolver(name: string, type: string): Promise<unknown[]> {
  const records = ZONE.get(name.toLowerCase())?.records.filter((record) => record.type === type) ?? [];
  if (records.length === 0) throw Object.assign(new Error("no data"), { code: "ENODATA" });
  return records.map((record) =>
    record.type === "TXT"
      ? record.strings
      : record.type === "MX"
        ? { exchange: record.host, priority: record.preference }
        : record.type === "PTR"
          ? record.host
          : record.address,
  );
}

const parsing: Contestant = {
  name: "parse the record only",
  expected: "valid",
  once: () => (parseRecord(RECORD).problems.length === 0 ? "valid" : "broken"),
  rates: [],
};

/** Works for a while, and notes how often it was done per second of CPU. Only a promise is awaited. */
async function round({ name, expected, once, rates }: Contestant): Promise<void> {
  const until = performance.now() + ROUND_MS;
  const before = process.cpuUsage();
  let done = 0;
  while (performance.now() < until) {
    for (let i = 0; i < 50; i++) {
      const given = once();
      const result = typeof given === "string" ? given : await given;
      if (result !== expected) throw new Error(`${name} says ${result}, not ${expected}`);
    }
    done += 50;
  }
  const { user, system } = process.cpuUsage(before);
  rates.push((done * 1e6) / (user + system));
}

function median(rates: number[]): number {
  return [...rates].sort((a, b) => a - b)[rates.length >> 1] ?? 0;
}

function tell(contestants: Contestant[]): void {
  const [plain] = contestants;
  console.log("| a check of 6 lookups, from memory | per CPU-second | of plain |\n|---|---|---|");
  for (const { name, rates } of contestants) {
    const share = median(rates) / median(plain!.rates);
    console.log(`| ${name} | ${Math.round(median(rates)).toLocaleString("en")} | ${share.toFixed(2)} |`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "whyspf-mailauth-"));
try {
  const other = mailauth(folder);
  if (other === null) console.log(`mailauth ${MAILAUTH} is left out: npm could not fetch it.`);
  const contestants = [
    whyspf("whyspf", {}),
    whyspf("whyspf with trace", { trace: true }),
    whyspf("whyspf with trace and shadow", { trace: true, shadow: 50 }),
    ...(other === null ? [] : [other]),
    whyspf("a client of the first term: with trace", { trace: true }, OWN),
    whyspf("… with trace and shadow", { trace: true, shadow: 50 }, OWN),
    parsing,
  ];
  for (const one of contestants) await round(one);
  for (const one of contestants) one.rates.length = 0;
  for (let i = 0; i < ROUNDS; i++) for (const one of contestants) await round(one);
  tell(contestants);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
