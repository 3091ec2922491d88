import type { SqlRow, SqlValue, Writer } from "@/lib/db/writer";
import type { FateCounts, UnknownSample } from "@/lib/logs/reader";
import { inLists } from "./in-lists";

/** A log as far as it was read; columns as in the schema. */
export interface LogFileRow {
  id: number;
  path: string;
  kind: string;
  headHash: string;
  headLength: number;
  tailHash: string;
  /** Bytes read, always the start of a line. */
  position: number;
  lines: number;
  matched: number;
  ignored: number;
  unknown: number;
  firstTime: number | null;
  lastTime: number | null;
  readAt: number;
  state: string;
  demo: boolean;
}

const COLUMNS = [
  "id",
  "path",
  "kind",
  "headHash",
  "headLength",
  "tailHash",
  "position",
  "lines",
  "matched",
  "ignored",
  "unknown",
  "firstTime",
  "lastTime",
  "readAt",
  "state",
  "demo",
] as const;
/** One machine's lines of a log; times in epoch ms. */
export interface HostLines {
  lines: number;
  firstTime: number;
  lastTime: number;
}

const HOST_COLUMNS = ["fileId", "hostId", "lines", "firstTime", "lastTime"];
const KEPT_SAMPLES = 20;

function valuesOf(row: LogFileRow): SqlValue[] {
  return COLUMNS.map((column) => row[column]);
}

function readRow(row: SqlRow): LogFileRow {
  const number = (name: string) => Number(row[name]);
  const time = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    id: number("id"),
    path: String(row.path),
    kind: String(row.kind),
    headHash: String(row.headHash),
    headLength: number("headLength"),
    tailHash: String(row.tailHash),
    position: number("position"),
    lines: number("lines"),
    matched: number("matched"),
    ignored: number("ignored"),
    unknown: number("unknown"),
    firstTime: time("firstTime"),
    lastTime: time("lastTime"),
    readAt: number("readAt"),
    state: String(row.state),
    demo: Boolean(row.demo),
  };
}

/** All logs that were ever read. */
export async function logFiles(writer: Writer): Promise<LogFileRow[]> {
  return (await writer.all('SELECT * FROM "LogFile" ORDER BY "id"')).map(readRow);
}

/** Enters a new log and gives its number; inside a transaction. */
export async function addLogFile(writer: Writer, row: Omit<LogFileRow, "id">): Promise<number> {
  const [next] = await writer.all('SELECT COALESCE(MAX("id"), 0) + 1 AS "id" FROM "LogFile"');
  const id = Number(next!.id);
  await saveLogFile(writer, { ...row, id });
  return id;
}

export async function saveLogFile(writer: Writer, row: LogFileRow): Promise<void> {
  await writer.bulk({
    table: "LogFile",
    columns: COLUMNS,
    rows: [valuesOf(row)],
    key: ["id"],
    onConflict: "replace",
  });
}

/** Adds to the counts of a log's lines per program. */
export async function addProgramCounts(
  writer: Writer,
  fileId: number,
  counts: Map<string, FateCounts>,
): Promise<void> {
  const rows = [...counts].map(([program, fates]) => [
    fileId,
    program,
    fates.matched,
    fates.ignored,
    fates.unknown,
  ]);
  const columns = ["fileId", "program", "matched", "ignored", "unknown"];
  await writer.bulk({ table: "ProgramCount", columns, rows, key: ["fileId", "program"], onConflict: "add" });
}

/** Adds to what a log holds of each machine, by the machine's number. */
export async function addHostLines(
  writer: Writer,
  fileId: number,
  hosts: ReadonlyMap<number, HostLines>,
): Promise<void> {
  const sums = new Map(hosts);
  const sql =
    'SELECT "hostId", "lines", "firstTime", "lastTime" FROM "LogHost" WHERE "fileId" = ? AND "hostId"';
  for (const { marks, values } of inLists([...hosts.keys()])) {
    for (const row of await writer.all(`${sql} IN (${marks})`, [fileId, ...values])) {
      const added = hosts.get(Number(row.hostId))!;
      sums.set(Number(row.hostId), {
        lines: Number(row.lines) + added.lines,
        firstTime: Math.min(Number(row.firstTime), added.firstTime),
        lastTime: Math.max(Number(row.lastTime), added.lastTime),
      });
    }
  }
  const rows = [...sums].map(([id, { lines, firstTime, lastTime }]) => [
    fileId,
    id,
    lines,
    firstTime,
    lastTime,
  ]);
  await writer.bulk({
    table: "LogHost",
    columns: HOST_COLUMNS,
    rows,
    key: ["fileId", "hostId"],
    onConflict: "replace",
  });
}

/** Keeps some lines that no grammar knows: the first ones of each program of a log. */
export async function addUnknownLines(
  writer: Writer,
  fileId: number,
  samples: readonly UnknownSample[],
): Promise<void> {
  if (samples.length === 0) return;
  const kept = new Map<string, number>();
  const sql = 'SELECT "program", COUNT(*) AS "n" FROM "UnknownLine" WHERE "fileId" = ? GROUP BY "program"';
  for (const row of await writer.all(sql, [fileId])) kept.set(String(row.program), Number(row.n));
  const [next] = await writer.all('SELECT COALESCE(MAX("id"), 0) + 1 AS "id" FROM "UnknownLine"');
  let id = Number(next!.id);
  const rows: SqlValue[][] = [];
  for (const { program, offset, text } of samples) {
    const n = kept.get(program) ?? 0;
    if (n >= KEPT_SAMPLES) continue;
    kept.set(program, n + 1);
    rows.push([id++, fileId, program, offset, text]);
  }
  const columns = ["id", "fileId", "program", "offset", "text"];
  await writer.bulk({ table: "UnknownLine", columns, rows, key: ["id"], onConflict: "keep" });
}
