import { fillClientHex } from "@/lib/db/fill-client-hex";
import { openWriter } from "@/lib/db/open";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Writer } from "@/lib/db/writer";
import { zoneOf } from "@/lib/logs/zone";
import { type Ask, askReader } from "@/lib/queries/ask";
import { counterparts } from "@/lib/queries/counterparts";
import { dataSpan } from "@/lib/queries/data-span";
import { enforcement } from "@/lib/queries/enforcement";
import type { Strictness } from "@/lib/queries/enforcement-hits";
import { failingDomains } from "@/lib/queries/failing-domains";
import type { Term } from "@/lib/queries/filter";
import { filterSql, NO_FILTER } from "@/lib/queries/filter-sql";
import { insightsOf } from "@/lib/queries/insights";
import { isDemo } from "@/lib/queries/is-demo";
import { messagePage } from "@/lib/queries/message-page";
import { newestRefusals } from "@/lib/queries/newest-refusals";
import { type Preset, periodOf } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";
import { refusedMost } from "@/lib/queries/refused-most";
import { resultsOverTime, resultTotals } from "@/lib/queries/results-over-time";
import { countedPart } from "@/lib/queries/scan-window";
import { search } from "@/lib/queries/search";

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 24, 10);
const CHUNK = 500_000;
const DOMAINS = 50_000;
const RUNS = 9;
const STRICT: Strictness["results"][] = [["fail"], ["fail", "softfail", "permerror"]];

interface History {
  messages: number;
  days: number;
}

/**
 * Prints what the overview's questions cost over a history and over a tenth of it, equally dense: `[FOLDER-URL [MESSAGES
 * [DAYS]]]`; the databases are `FOLDER-URL-DAYS`, made where they are missing (with PostgreSQL, they must be there, empty).
 */
async function main(args: readonly string[]): Promise<void> {
  const [base = "file:/tmp/whyspf-bench", messages = "10000000", days = "730"] = args;
  for (const part of [0.1, 1]) {
    const history = { messages: Math.round(Number(messages) * part), days: Math.round(Number(days) * part) };
    await benchmark(`${base}-${history.days}`, history);
  }
}

async function benchmark(databaseUrl: string, history: History): Promise<void> {
  const writer = await openWriter(databaseUrl);
  const [row] = await writer.all('SELECT MAX("id") AS "last" FROM "Message"');
  if (Number(row!.last) < history.messages) await fill(writer, history);
  await writer.close();
  const reader = await openReader(databaseUrl);
  console.log(`${history.messages} messages, ${history.days} days`);
  for (const preset of ["30d", "1y", "all"] as const) await measure(reader, preset, history);
  await reader.$disconnect();
}

/** Counts from `from` to `to`, on both databases. */
const numbers = (from: number, to: number) =>
  `WITH RECURSIVE "N"("n") AS (SELECT CAST(${from} AS BIGINT) UNION ALL SELECT "n" + 1 FROM "N" WHERE "n" + 1 < ${to})`;

/** A number below 1000 that looks random; one factor for each, since neighbours of one sequence tell each other's value. */
const FACTORS = [2654435761, 2246822519, 3266489917, 668265263];
const hash = (salt: 1 | 2 | 3 | 4) => `(("n" * ${FACTORS[salt - 1]}) % 4294967296 / 256 % 1000)`;

const RESULT = `CASE WHEN ${hash(1)} < 780 THEN 0 WHEN ${hash(1)} < 830 THEN 1 WHEN ${hash(1)} < 880 THEN 2
  WHEN ${hash(1)} < 900 THEN 3 WHEN ${hash(1)} < 950 THEN 4 WHEN ${hash(1)} < 960 THEN 5 WHEN ${hash(1)} < 970 THEN 6 END`;
const ACTION = `CASE WHEN ${hash(1)} BETWEEN 780 AND 819 OR ${hash(1)} >= 970 THEN 1 WHEN ${hash(1)} BETWEEN 950 AND 959 THEN 2 ELSE 0 END`;
/** Few domains send most of the mail. */
const DOMAIN = `1 + ${hash(2)} * ${hash(2)} / 1000 * ${hash(2)} / 1000 * ${DOMAINS / 1000} + ${hash(3)} % ${DOMAINS / 1000}`;

async function fill(writer: Writer, { messages, days }: History): Promise<void> {
  const step = (days * DAY) / messages;
  const names = (table: string, column: string, text: string, size: number) =>
    writer.run(
      `INSERT INTO "${table}" ("id", "${column}") ${numbers(1, size + 1)} SELECT "n", ${text} FROM "N"`,
    );
  await writer.transaction(async () => {
    await names("Host", "name", `'mx' || "n"`, 3);
    await names("Domain", "name", `'domain' || "n" || '.example'`, DOMAINS + 1000);
    await names("Client", "ip", `'2001:db8::' || "n"`, 9999);
  });
  await fillClientHex(writer);
  for (let from = 0; from < messages; from += CHUNK) {
    await writer.transaction(() => fillMessages(writer, from, Math.min(from + CHUNK, messages), step, days));
    process.stderr.write(`\r${from + CHUNK} messages`);
  }
  await writer.transaction(() => fillRollups(writer));
  if (writer.provider === "postgresql") await writer.run("VACUUM ANALYZE");
}

async function fillMessages(
  writer: Writer,
  from: number,
  to: number,
  step: number,
  days: number,
): Promise<void> {
  await writer.run(`INSERT INTO "Message" ("id", "hostId", "queueId", "time", "utcOffset", "clientId", "clientName",
      "envelopeFrom", "domainId", "result", "action", "stage", "rejectedBy", "replyCode", "replyText", "flags", "fate", "lines")
    ${numbers(from, to)} SELECT "n" + 1, 1 + "n" % 3, '2BO' || (100000000 + "n"),
      ${END - days * DAY} + CAST("n" * ${step} AS BIGINT), 540, 1 + ${hash(4)} * 10 % 9999, 'mail.example.com',
      'someone' || "n" || '@domain.example', ${DOMAIN}, ${RESULT}, ${ACTION}, 2, 0, 550, 'SPF fail', 0, CASE WHEN ${ACTION} = 0 AND ${RESULT} = 2 THEN 5 ELSE ${ACTION} END, '1:0 1:2s 1:5k'
    FROM "N"`);
  await writer.run(`INSERT INTO "Recipient" ("messageRef", "ordinal", "address", "action", "local", "tagged")
    SELECT "id", 0, 'kim@corp.example', "action", ${writer.provider === "sqlite" ? "1, 1" : "TRUE, TRUE"} FROM "Message"
    WHERE "id" > ${from} AND "id" <= ${to} AND ("action" <> 0 OR "result" = 2)`);
}

async function fillRollups(writer: Writer): Promise<void> {
  const result = `COALESCE("result", 7)`;
  const action = `CASE WHEN "action" = 0 AND "result" = 2 THEN 5 ELSE "action" END`;
  await writer.run(`INSERT INTO "HourCount" ("hour", "hostId", "result", "action", "count")
    SELECT "time" / 3600000, "hostId", ${result}, ${action}, COUNT(*) FROM "Message" GROUP BY 1, 2, 3, 4`);
  await writer.run(`INSERT INTO "HostDayCount" ("day", "hostId", "result", "action", "count")
    SELECT "hour" / 24, "hostId", "result", "action", SUM("count") FROM "HourCount" GROUP BY 1, 2, 3, 4`);
  await writer.run(`INSERT INTO "DayCount" ("day", "result", "domainId", "action", "count")
    SELECT "time" / ${DAY}, ${result}, "domainId", ${action}, COUNT(*) FROM "Message" GROUP BY 1, 2, 3, 4`);
}

async function measure(reader: PrismaClient, preset: Preset, { days }: History): Promise<void> {
  const data = { from: END - days * DAY, to: END };
  const asked = { preset, first: null, last: null, byHour: false, compare: "previous" } as const;
  const zone = zoneOf("Asia/Seoul")!;
  const period = periodOf(asked, data, zone, END);
  const ask = askReader(reader);
  const all = NO_FILTER;
  const filtered = (...terms: Term[]) => filterSql(ask, terms);
  const domain = await filtered({ field: "domain", value: "domain1.example", isNot: false });
  const client = await filtered({ field: "client", value: "2001:db8::9901", isNot: false });
  const host = await filtered({ field: "host", value: "mx1", isNot: false });
  const text = await filtered({ field: "text", value: "someone77", isNot: false });
  const first = { cursor: null, direction: "older" } as const;
  const failing = await failingDomains(ask, period, all, 10);
  await timed(preset, {
    dataSpan: () => dataSpan(reader),
    resultsOverTime: () => resultsOverTime(ask, period.buckets, all),
    resultTotals: () => resultTotals(ask, period.previous ?? period, all),
    failingDomains: () => failingDomains(ask, period, all, 10),
    refusedMost: () => refusedMost(ask, period, all, 8),
    newestRefusals: () => newestRefusals(ask, period, all, 15),
    insights: () => insightsOf(ask, period, failing, END),
    isDemo: () => isDemo(reader),
    "results, one host": () => resultsOverTime(ask, period.buckets, host),
    "results, one domain": () => resultsOverTime(ask, period.buckets, domain),
    "results, one client": () => resultsOverTime(ask, period.buckets, client),
    "results, a text": async () => {
      const part = await countedPart(ask, period, text);
      return resultsOverTime(ask, [part], text);
    },
    "clients of a domain": () => counterparts(ask, "clients", period, domain, 30),
    "messages, first page": () => messagePage(ask, period, all, first, 50),
    "messages, of a domain": () => messagePage(ask, period, domain, first, 50),
    "messages, with a text": () => messagePage(ask, period, text, first, 50),
    "search, a domain": () => search(ask, "domain12"),
  });
  for (const results of STRICT) await measureEnforcement(reader, preset, period, results);
}

/** What a stricter server would refuse: the CPU of all, and of the longest question, for which others wait with SQLite. */
async function measureEnforcement(
  reader: PrismaClient,
  preset: Preset,
  range: TimeRange,
  results: Strictness["results"],
) {
  const plain = askReader(reader);
  const runs: { all: number; longest: number }[] = [];
  let looked = 0;
  for (let run = 0; run < RUNS; run++) {
    let longest = 0;
    const ask: Ask = async (question) => {
      const began = cpuMs();
      const rows = await plain(question);
      longest = Math.max(longest, cpuMs() - began);
      return rows;
    };
    const began = cpuMs();
    const report = await enforcement(ask, range, { results, allow: [] }, 50);
    runs.push({ all: cpuMs() - began, longest });
    looked = report.bounced + report.refused;
  }
  const median = (of: "all" | "longest") => runs.map((run) => run[of]).sort((a, b) => a - b)[RUNS >> 1]!;
  console.log(
    `${preset.padEnd(4)} enforcement of ${results.join(", ")}: ${looked} messages, median ${median("all").toFixed(0)} ms of CPU, the longest question ${median("longest").toFixed(0)} ms`,
  );
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(preset: Preset, questions: Record<string, () => Promise<unknown>>): Promise<void> {
  for (const [name, question] of Object.entries(questions)) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      await question();
      times.push(performance.now() - start);
    }
    const first = times[0]!;
    const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    console.log(
      `${preset.padEnd(4)} ${name.padEnd(22)} median ${median.toFixed(1)} ms, first ${first.toFixed(1)} ms`,
    );
  }
}

await main(process.argv.slice(2));
