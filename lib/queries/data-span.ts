import type { PrismaClient } from "@/lib/db/reader";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;

/** From the start of the first hour with messages to the end of the newest one; null where there are none. */
export async function dataSpan(reader: PrismaClient): Promise<TimeRange | null> {
  const counted = { where: { count: { gt: 0 } }, select: { hour: true } };
  const first = await reader.hourCount.findFirst({ ...counted, orderBy: { hour: "asc" } });
  const newest = await reader.hourCount.findFirst({ ...counted, orderBy: { hour: "desc" } });
  return first && newest ? { from: first.hour * HOUR, to: (newest.hour + 1) * HOUR } : null;
}
