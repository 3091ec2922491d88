import type { PrismaClient } from "@/lib/db/reader";

/** One machine's matched lines of a log; times in epoch ms. */
export interface LogSourceHost {
  hostId: number;
  name: string;
  lines: number;
  firstTime: number;
  lastTime: number;
}

/** A log as far as it was read; times in epoch ms, null where no line had one. */
export interface LogSource {
  id: number;
  path: string;
  kind: string;
  headHash: string;
  headLength: number;
  /** Bytes of its content (unpacked) that were read. */
  position: number;
  /** Bytes after `position` that were read as a last line without a newline. */
  partial: number;
  lines: number;
  matched: number;
  ignored: number;
  unknown: number;
  firstTime: number | null;
  lastTime: number | null;
  readAt: number;
  demo: boolean;
  /** Newest line first; none where an older release read the log, or where its lines name no machine. */
  hosts: LogSourceHost[];
}

const MAX_LOGS = 200;
const MAX_HOSTS = 2000;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** The logs that were read last, and how many there are in all. */
export async function logSources(
  reader: PrismaClient,
  limit = MAX_LOGS,
): Promise<{ logs: LogSource[]; total: number }> {
  const rows = await rowsOf(reader, limit);
  const total = rows.length < limit ? rows.length : await reader.logFile.count();
  return { logs: await withDetails(reader, rows), total };
}

/** One log; null where none has this number. */
export async function logSource(reader: PrismaClient, id: number): Promise<LogSource | null> {
  const rows = await rowsOf(reader, 1, id);
  return (await withDetails(reader, rows))[0] ?? null;
}

/** All but the reader's state, which can be long. */
function rowsOf(reader: PrismaClient, limit: number, id?: number) {
  return reader.logFile.findMany({
    where: { id },
    omit: { state: true, tailHash: true },
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

async function withDetails(reader: PrismaClient, rows: Row[]): Promise<LogSource[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const hosts = await hostsOf(reader, ids);
  const partials = await partialsOf(reader, Math.min(...ids), Math.max(...ids));
  return rows.map((row) => ({
    ...row,
    position: Number(row.position),
    partial: partials.get(row.id) ?? 0,
    lines: Number(row.lines),
    matched: Number(row.matched),
    ignored: Number(row.ignored),
    unknown: Number(row.unknown),
    firstTime: row.firstTime === null ? null : Number(row.firstTime),
    lastTime: row.lastTime === null ? null : Number(row.lastTime),
    readAt: Number(row.readAt),
    hosts: hosts.get(row.id) ?? [],
  }));
}

async function hostsOf(reader: PrismaClient, fileIds: number[]): Promise<Map<number, LogSourceHost[]>> {
  const rows = await reader.logHost.findMany({
    where: { fileId: { in: fileIds } },
    orderBy: { lastTime: "desc" },
    take: MAX_HOSTS,
  });
  const hostIds = [...new Set(rows.map(({ hostId }) => hostId))];
  const named = await reader.host.findMany({ where: { id: { in: hostIds } } });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const hosts = new Map<number, LogSourceHost[]>();
  for (const { fileId, hostId, lines, firstTime, lastTime } of rows) {
    const host = { hostId, name: names.get(hostId) ?? "", lines: Number(lines) };
    const ofLog = hosts.get(fileId) ?? [];
    ofLog.push({ ...host, firstTime: Number(firstTime), lastTime: Number(lastTime) });
    hosts.set(fileId, ofLog);
  }
  return hosts;
}

/** The states begin with `{"partial":N,`. */
async function partialsOf(reader: PrismaClient, from: number, to: number): Promise<Map<number, number>> {
  const rows = await reader.$queryRaw<{ id: number | bigint; start: string }[]>`
    SELECT "id", SUBSTR("state", 1, 40) AS "start" FROM "LogFile" WHERE "id" BETWEEN ${from} AND ${to}
    ORDER BY "id" DESC LIMIT 1000`;
  return new Map(
    rows.map(({ id, start }) => [Number(id), Number(/^\{"partial":(\d{1,15})/.exec(start)?.[1] ?? 0)]),
  );
}
