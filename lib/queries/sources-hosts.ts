import type { PrismaClient } from "@/lib/db/reader";
import { ACCEPTED, COUNTED_ACTIONS } from "./count-table";
import { type Gap, unusualGaps } from "./gaps";

/** What one machine sent lately; times in epoch ms. */
export interface HostActivity {
  hostId: number;
  name: string;
  /** Its newest line in any log, else the end of its newest hour with messages; null where nothing is known. */
  lastTime: number | null;
  /** Messages of the last 60 minutes. */
  lastHour: number;
  /** Messages of each of the last 30 times 24 hours, oldest first; they end with the data. */
  days: number[];
  /** Accepted messages of the data's last 24 hours; `unverified` without a verdict, `unchecked` as the filter was down. */
  accepted: number;
  unverified: number;
  unchecked: number;
  /** Of the newest 1000 messages of all hosts: its own, and those whose stamp contradicts their queue id. */
  sampled: number;
  contradicted: number;
  gaps: Gap[];
  silent: Gap | null;
}

/** The machines, newest line first, and how many there are in all. */
export interface HostActivities {
  hosts: HostActivity[];
  total: number;
}

const HOUR = 3_600_000;
const DAYS = 90;
const SHOWN_DAYS = 30;
const MAX_HOSTS = 50;
const NOT_LOGGED = 7;
const SAMPLED = 1000;
/** Message.flags: the stamp contradicts the queue id. */
const CONTRADICTED = 2;

/**
 * What the machines of the last 90 days of data, at most the 50 with most mail, were doing. `until` is up to when
 * silence would be known (epoch ms): now where logs are followed, null for the end of the data.
 */
export async function hostActivities(
  reader: PrismaClient,
  now: number,
  until: number | null,
): Promise<HostActivities> {
  const newest = await newestHour(reader, Math.floor(now / HOUR));
  const end = until === null ? newest + 1 : Math.floor(until / HOUR);
  const known = await knownHosts(reader, newest);
  const ids = [...known.keys()];
  const hours = await hoursOf(reader, ids, end - DAYS * 24);
  const lately = await latelyOf(reader, ids, newest);
  const clocks = await clocksOf(reader, now);
  const lastHours = await lastHourOf(reader, ids, now);
  const hosts = ids.map((hostId): HostActivity => {
    const counted = hours.get(hostId) ?? new Map<number, number>();
    const active = [...counted.keys()].sort((a, b) => a - b).filter((hour) => hour <= end);
    const lastTime = known.get(hostId)!.lastTime ?? (active.length > 0 ? (active.at(-1)! + 1) * HOUR : null);
    return {
      hostId,
      name: known.get(hostId)!.name,
      lastTime,
      lastHour: lastHours.get(hostId) ?? 0,
      days: daysOf(counted, newest),
      ...(lately.get(hostId) ?? { accepted: 0, unverified: 0, unchecked: 0 }),
      ...(clocks.get(hostId) ?? { sampled: 0, contradicted: 0 }),
      ...unusualGaps(active, end),
    };
  });
  hosts.sort((a, b) => (b.lastTime ?? 0) - (a.lastTime ?? 0) || a.hostId - b.hostId);
  return { hosts, total: ids.length < MAX_HOSTS ? ids.length : await reader.host.count() };
}

/** The newest epoch hour with messages that is not in the future, else the newest of all. */
async function newestHour(reader: PrismaClient, now: number): Promise<number> {
  const count = { gt: 0 };
  const select = { hour: true };
  const orderBy = { hour: "desc" } as const;
  const past = await reader.hourCount.findFirst({ where: { count, hour: { lte: now } }, select, orderBy });
  const any = past ?? (await reader.hourCount.findFirst({ where: { count }, select, orderBy }));
  return any?.hour ?? now;
}

interface KnownHost {
  name: string;
  lastTime: number | null;
}

async function knownHosts(reader: PrismaClient, newest: number): Promise<Map<number, KnownHost>> {
  const busiest = await reader.hostDayCount.groupBy({
    by: ["hostId"],
    where: { day: { gt: Math.floor(newest / 24) - DAYS } },
    _sum: { count: true },
    orderBy: [{ _sum: { count: "desc" } }, { hostId: "asc" }],
    take: MAX_HOSTS,
  });
  const lines = await reader.logHost.groupBy({
    by: ["hostId"],
    _max: { lastTime: true },
    orderBy: [{ _max: { lastTime: "desc" } }, { hostId: "asc" }],
    take: 10 * MAX_HOSTS,
  });
  const ids = [...new Set([...busiest, ...lines].map(({ hostId }) => hostId))].slice(0, MAX_HOSTS);
  const lastTimes = new Map(lines.map(({ hostId, _max }) => [hostId, Number(_max.lastTime)]));
  const named = await reader.host.findMany({ where: { id: { in: ids } } });
  return new Map(named.map(({ id, name }) => [id, { name, lastTime: lastTimes.get(id) ?? null }]));
}

async function hoursOf(
  reader: PrismaClient,
  ids: number[],
  from: number,
): Promise<Map<number, Map<number, number>>> {
  const rows = await reader.hourCount.groupBy({
    by: ["hostId", "hour"],
    where: { hour: { gte: from }, hostId: { in: ids } },
    _sum: { count: true },
  });
  const hours = new Map(ids.map((id) => [id, new Map<number, number>()]));
  for (const { hostId, hour, _sum } of rows) {
    const count = Number(_sum.count ?? 0);
    if (count > 0) hours.get(hostId)?.set(hour, count);
  }
  return hours;
}

function daysOf(hours: ReadonlyMap<number, number>, newest: number): number[] {
  const days = new Array<number>(SHOWN_DAYS).fill(0);
  for (const [hour, count] of hours) {
    const day = SHOWN_DAYS - 1 - Math.floor((newest - hour) / 24);
    if (days[day] !== undefined) days[day] += count;
  }
  return days;
}

async function latelyOf(reader: PrismaClient, ids: number[], newest: number) {
  const rows = await reader.hourCount.groupBy({
    by: ["hostId", "result", "action"],
    where: { hour: { gt: newest - 24, lte: newest }, hostId: { in: ids } },
    _sum: { count: true },
  });
  const lately = new Map<number, Pick<HostActivity, "accepted" | "unverified" | "unchecked">>();
  for (const { hostId, result, action, _sum } of rows) {
    const name = COUNTED_ACTIONS[action];
    if (name === undefined || !ACCEPTED.includes(name)) continue;
    const count = Number(_sum.count ?? 0);
    const sums = lately.get(hostId) ?? { accepted: 0, unverified: 0, unchecked: 0 };
    sums.accepted += count;
    if (result === NOT_LOGGED) sums.unverified += count;
    if (name === "unchecked") sums.unchecked += count;
    lately.set(hostId, sums);
  }
  return lately;
}

async function lastHourOf(reader: PrismaClient, ids: number[], now: number): Promise<Map<number, number>> {
  // Not by the column itself: SQLite would count along the index of host and queue id, through all there ever was.
  const rows = await reader.$queryRaw<{ host: number | bigint; count: number | bigint }[]>`
    SELECT m."hostId" + 0 AS "host", COUNT(*) AS "count" FROM "Message" m
    WHERE m."time" > ${now - HOUR} AND m."time" <= ${now} GROUP BY m."hostId" + 0`;
  const counts = new Map(rows.map(({ host, count }) => [Number(host), Number(count)]));
  return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
}

async function clocksOf(reader: PrismaClient, now: number) {
  const newest = await reader.message.findMany({
    where: { time: { lte: now } },
    orderBy: { time: "desc" },
    take: SAMPLED,
    select: { hostId: true, flags: true },
  });
  const clocks = new Map<number, Pick<HostActivity, "sampled" | "contradicted">>();
  for (const { hostId, flags } of newest) {
    const clock = clocks.get(hostId) ?? { sampled: 0, contradicted: 0 };
    clock.sampled++;
    if ((flags & CONTRADICTED) !== 0) clock.contradicted++;
    clocks.set(hostId, clock);
  }
  return clocks;
}
