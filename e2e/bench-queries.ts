import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOverview } from "@/app/load-overview";
import { openWriter } from "@/lib/db/open";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { zoneOf } from "@/lib/logs/zone";
import { dataSpan } from "@/lib/queries/data-span";
import { failingDomains } from "@/lib/queries/failing-domains";
import { isDemo } from "@/lib/queries/is-demo";
import { logCoverage } from "@/lib/queries/log-coverage";
import { newestRefusals } from "@/lib/queries/newest-refusals";
import { type Preset, periodOf } from "@/lib/queries/period";
import { resultTotals } from "@/lib/queries/result-totals";
import { resultsOverTime } from "@/lib/queries/results-over-time";
import { fillHistory, NEWEST } from "./bench-history";

const zone = zoneOf("Asia/Seoul")!;
const RUNS = 9;

/** Prints what each question of the overview costs, median ms, over a long history and over a tenth of it. */
export async function main(days = 730, perDay = 13_700): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-bench-"));
  try {
    for (const length of [Math.round(days / 10), days]) await measure(join(folder, "x.db"), length, perDay);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(path: string, days: number, perDay: number): Promise<void> {
  rmSync(path, { force: true });
  const url = `file:${path}`;
  const started = performance.now();
  const writer = await openWriter(url);
  await fillHistory(writer, days, perDay);
  await writer.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const size = (statSync(path).size / 1e9).toFixed(2);
  console.log(
    `\n${days} days, ${(days * perDay).toLocaleString("en")} messages, ${size} GB, ${seconds} s to fill`,
  );
  const reader = await openReader(url);
  const presets: Preset[] = ["30d", "1y"];
  const rows: Record<string, Record<string, number>> = {};
  for (const preset of presets) {
    for (const [name, ask] of await questions(reader, preset)) {
      rows[name] = { ...rows[name], [preset]: await medianOf(ask) };
    }
  }
  console.table(rows);
  await reader.$disconnect();
}

async function questions(reader: PrismaClient, preset: Preset): Promise<[string, () => Promise<unknown>][]> {
  const data = (await dataSpan(reader))!;
  const request = { preset, last: null };
  const period = periodOf(request, data, zone, NEWEST);
  const length = period.to - period.from;
  return [
    ["data span", () => dataSpan(reader)],
    ["results over time", () => resultsOverTime(reader, period.buckets)],
    [
      "totals of the period before",
      () => resultTotals(reader, { from: period.from - length, to: period.from }),
    ],
    ["failing domains", () => failingDomains(reader, period, 10)],
    ["newest refusals", () => newestRefusals(reader, period, 15)],
    ["log coverage", () => logCoverage(reader, 30, 5)],
    ["demo or not", () => isDemo(reader)],
    ["all of the overview at once", () => loadOverview(reader, request, zone, NEWEST)],
  ];
}

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return Number(times.sort((a, b) => a - b)[RUNS >> 1]!.toFixed(1));
}
