import type { PrismaClient } from "@/lib/db/reader";

/** How much of one log was understood. */
export interface LogCoverage {
  id: number;
  path: string;
  kind: string;
  lines: number;
  matched: number;
  ignored: number;
  unknown: number;
  /** Epoch ms of the log's own newest line; null where no line had a time. */
  lastTime: number | null;
  /** When it was read last, epoch ms. */
  readAt: number;
  demo: boolean;
  /** Some of its unknown lines, oldest first. */
  samples: { program: string; text: string }[];
}

/** The logs that were read last, at most `limit`, with at most `samples` unknown lines each, and how many there are in all. */
export async function logCoverage(
  reader: PrismaClient,
  limit: number,
  samples: number,
): Promise<{ logs: LogCoverage[]; total: number }> {
  const select = {
    id: true,
    path: true,
    kind: true,
    lines: true,
    matched: true,
    ignored: true,
    unknown: true,
  };
  const files = await reader.logFile.findMany({
    select: { ...select, lastTime: true, readAt: true, demo: true },
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const total = files.length < limit ? files.length : await reader.logFile.count();
  const unread = await Promise.all(files.map(({ id, unknown }) => (unknown > 0n ? linesOf(id) : [])));
  return { logs: files.map((file, n) => coverageOf(file, unread[n]!)), total };

  function linesOf(fileId: number) {
    const text = { program: true, text: true };
    return reader.unknownLine.findMany({
      where: { fileId },
      orderBy: { id: "asc" },
      take: samples,
      select: text,
    });
  }
}

type Counts = Record<"lines" | "matched" | "ignored" | "unknown" | "readAt", bigint>;
type Row = Counts & { id: number; path: string; kind: string; lastTime: bigint | null; demo: boolean };

function coverageOf(row: Row, samples: LogCoverage["samples"]): LogCoverage {
  return {
    ...row,
    lines: Number(row.lines),
    matched: Number(row.matched),
    ignored: Number(row.ignored),
    unknown: Number(row.unknown),
    lastTime: row.lastTime === null ? null : Number(row.lastTime),
    readAt: Number(row.readAt),
    samples,
  };
}
