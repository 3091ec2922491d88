import type { SqlValue, Writer } from "@/lib/db/writer";
import type { Contribution } from "./counts";

/** More than there are results, and more than there are actions. */
const WIDTH = 8;

/** Counts by time slot, then by a number made of an id, a result and an action. */
type Counts = Map<number, Map<number, number>>;

const DAY = 24;

/** What a batch changes in HourCount, HostDayCount and DayCount. */
export class RollupChanges {
  private readonly hours: Counts = new Map();
  private readonly hostDays: Counts = new Map();
  private readonly days: Counts = new Map();

  /** `by` is 1 for what is now, -1 for what was. */
  add(contribution: Contribution, hostId: number, domainId: number | null, by: 1 | -1): void {
    const { hour, day, result, action } = contribution;
    const cell = result * WIDTH + action;
    const ofHost = hostId * WIDTH * WIDTH + cell;
    count(this.hours, hour, ofHost, by);
    count(this.hostDays, Math.floor(hour / DAY), ofHost, by);
    if (domainId !== null) count(this.days, day, domainId * WIDTH * WIDTH + cell, by);
  }

  async save(writer: Writer): Promise<void> {
    const hours = rowsOf(this.hours, (hour, host, result, action, n) => [hour, host, result, action, n]);
    const days = rowsOf(this.days, (day, domain, result, action, n) => [day, result, domain, action, n]);
    const hostDays = rowsOf(this.hostDays, (day, host, result, action, n) => [day, host, result, action, n]);
    await saveCounts(writer, "HourCount", ["hour", "hostId", "result", "action"], hours);
    await saveCounts(writer, "HostDayCount", ["day", "hostId", "result", "action"], hostDays);
    await saveCounts(writer, "DayCount", ["day", "result", "domainId", "action"], days);
  }
}

function count(counts: Counts, slot: number, cell: number, by: number): void {
  let cells = counts.get(slot);
  if (!cells) {
    cells = new Map();
    counts.set(slot, cells);
  }
  cells.set(cell, (cells.get(cell) ?? 0) + by);
}

type MakeRow = (slot: number, id: number, result: number, action: number, n: number) => number[];

/** Rows in the order of their key, so that they reach the pages of the table one after the other. */
function rowsOf(counts: Counts, makeRow: MakeRow): SqlValue[][] {
  const rows: number[][] = [];
  for (const [slot, cells] of counts) {
    for (const [cell, n] of cells) {
      if (n === 0) continue;
      const id = Math.floor(cell / (WIDTH * WIDTH));
      rows.push(makeRow(slot, id, Math.floor(cell / WIDTH) % WIDTH, cell % WIDTH, n));
    }
  }
  return rows.sort(compareRows);
}

function compareRows(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

async function saveCounts(writer: Writer, table: string, key: string[], rows: SqlValue[][]): Promise<void> {
  await writer.bulk({ table, columns: [...key, "count"], rows, key, onConflict: "add" });
}
