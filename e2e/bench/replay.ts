import { type Ask, askReader } from "@/lib/queries/ask";
import { replay } from "@/lib/queries/replay";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { checkHost, type Resolver } from "@/lib/spf";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { type Database, openFilled } from "./replay-databases";
import { addressOf, DAYS, DOMAIN, END } from "./replay-history";
import { type Slice, SliceWatch } from "./slices";

// What a replay of stored messages costs: `npm run bench:replay -- [DATABASE,… [MESSAGES [DRAFT]]]`, made where it is
// missing, "postgresql" for a server of its own; one draft by a word of its name.
const DAY = 86_400_000;
const CHECKS = 100_000;

const ZONE = {
  [DOMAIN]: [
    "TXT v=spf1 ip4:198.18.0.0/25 a:mail.example.com mx include:one.example include:two.example exists:%{ir}.list.example -all",
    "MX 10 mail.example.com",
  ],
  "mail.example.com": ["A 198.18.1.10"],
  "one.example": ["TXT v=spf1 ip4:198.18.0.128/26 ip6:2001:db8:1::/48 a:out.one.example ~all"],
  "out.one.example": ["A 198.18.1.200"],
  "two.example": ["TXT v=spf1 ip4:198.18.2.0/24 ip4:203.0.113.64/26 -all"],
};
const DRAFTS = {
  "no macros of the sender":
    "v=spf1 ip4:198.18.0.0/24 a:mail.example.com include:one.example include:two.example ~all",
  "with %{h}": "v=spf1 ip4:198.18.0.0/25 include:%{i}.ip.%{h}.helo.one.example include:one.example -all",
  "with %{l}": "v=spf1 ip4:198.18.0.0/25 exists:%{l}.users.example.com include:one.example -all",
};

/** CPU of this process, ms, of which `work` is done. */
async function cpuOf<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, value };
}

interface Turn {
  report: ReplayReport;
  slices: Slice[];
}

/** A replay to its end, beside a watch that sees how much is worked between two turns of the event loop. */
async function replayed(ask: Ask, resolver: Resolver, draft: string): Promise<Turn> {
  const watch = new SliceWatch();
  watch.at = "the start";
  const range = { from: END - DAYS * DAY, to: END + 1 };
  const steps = replay(ask, resolver, { domain: DOMAIN, draft, range, clock: Date.now });
  for (;;) {
    const step = await steps.next();
    if (step.done) return { report: step.value, slices: await watch.end() };
    const { messages, total } = step.value;
    watch.at = total === null ? "counting" : messages >= total ? "the report" : `${messages} messages`;
  }
}

/** One check as a mail server makes it, µs of CPU. */
async function plainCheck(resolver: Resolver): Promise<number> {
  const { ms } = await cpuOf(async () => {
    for (let n = 0; n < CHECKS; n++) {
      const ip = addressOf(1 + (n % 20_000));
      const mail = { ip, domain: DOMAIN, sender: `user${n}@${DOMAIN}`, helo: "out.example.net" };
      await checkHost(mail, resolver, { clock: Date.now });
    }
  });
  return (ms * 1000) / CHECKS;
}

interface Bench {
  database: Database;
  resolver: Resolver;
  check: number;
}

async function main([
  databases = "file:/tmp/whyspf-replay/history.db",
  messages = "1000000",
  only = "",
]: readonly string[]) {
  const opened: Database[] = [];
  for (const name of databases.split(",")) opened.push(await openFilled(name, Number(messages)));
  const resolver = zoneResolver(zoneOf(ZONE));
  await plainCheck(resolver);
  const check = await plainCheck(resolver);
  console.log(`one plain check: ${check.toFixed(1)} µs of CPU`);
  for (const [name, draft] of Object.entries(DRAFTS))
    if (name.includes(only))
      for (const database of opened) await measure(name, draft, { database, resolver, check });
  for (const { close } of opened) await close();
}

async function measure(name: string, draft: string, { database, resolver, check }: Bench): Promise<void> {
  let reading = 0;
  const plain = askReader(database.reader);
  const timed: Ask = async (question) => {
    const { ms, value } = await cpuOf(() => plain(question));
    reading += ms;
    return value;
  };
  const [began, served] = [performance.now(), await database.serverMs()];
  const { ms, value } = await cpuOf(() => replayed(timed, resolver, draft));
  const [wall, server] = [performance.now() - began, (await database.serverMs()) - served];
  const { slices } = value;
  const { messages, unusable, triples, evaluations, matrix } = value.report;
  const changed = matrix.flatMap((row, at) => row.filter((_, to) => to !== at)).reduce((a, b) => a + b, 0);
  console.log(`${name}, ${database.name}: ${draft}
  ${messages} messages (${unusable} unusable, ${changed} change), ${triples} triples, ${evaluations} evaluated
  ${seconds(ms)} s of CPU: ${seconds(reading)} reading, ${seconds(ms - reading)} evaluating and counting; ${seconds(server)} s more of the server's; ${seconds(wall)} s by the clock
  ${Math.round((messages * 1000) / ms)} messages per CPU-second; ${(ms / ((messages * check) / 1000)).toFixed(2)} of one plain check per message
  ${slices.length} slices of CPU: 99 % below ${slices[Math.floor(slices.length * 0.99)]!.ms.toFixed(0)} ms, 99.9 % below ${slices[Math.floor(slices.length * 0.999)]!.ms.toFixed(0)} ms; peak of the process so far ${Math.round(process.resourceUsage().maxRSS / 1024)} MB
  the longest: ${slices.slice(-8).reverse().map(sliceText).join(", ")}`);
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

function sliceText({ ms, gc, at }: Slice): string {
  return `${ms.toFixed(0)} ms at ${at}${gc >= 1 ? ` (collector ${gc.toFixed(0)})` : ""}`;
}

await main(process.argv.slice(2));
