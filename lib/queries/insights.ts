import { join, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { FailingDomain } from "./failing-domains";
import { type DomainDay, failingSpell } from "./failing-spells";
import { unusualGaps } from "./gaps";
import { hoursOf, type TimeRange } from "./range";

/** Something that changed; times in epoch ms, `to` null while it goes on. */
export type Insight =
  | { kind: "unchecked"; host: string; from: number; to: number | null; count: number }
  | { kind: "silent"; host: string; since: number; hours: number }
  | {
      kind: "startedFailing";
      domain: string;
      from: number;
      to: number | null;
      failed: number;
      passedBefore: number;
    }
  | { kind: "manyDomains"; client: string; domains: number; failed: number };

const HOUR = 3_600_000;
const DAY = 24;
const EACH = 3;
const SPELL_DAYS = 60;
/** Hours; a shorter silence is none (gaps.ts). */
const LEAST_SILENCE = 3;
const MANY_DOMAINS = 5;
/** So many failures are looked through for sources that fail for many domains, the newest ones. */
const MOST = 10_000;

/**
 * What is worth a sentence in a range: a filter that was down, a machine that stopped logging, domains that began to
 * fail, sources that fail for many domains. `failing` are the range's worst domains; `until` is up to when silence would
 * be known.
 */
export async function insightsOf(
  ask: Ask,
  range: TimeRange,
  failing: readonly FailingDomain[],
  until: number,
): Promise<Insight[]> {
  return [
    ...(await uncheckedSpells(ask, range, until)),
    ...(range.to >= until ? await silentHosts(ask, until) : []),
    ...(await startedFailing(ask, range, failing)),
    ...(await manyDomains(ask, range)),
  ];
}

/** Hours in which messages were accepted while the filter was down; hours next to each other are one spell. */
async function uncheckedSpells(ask: Ask, range: TimeRange, until: number): Promise<Insight[]> {
  const { first, end } = hoursOf(range);
  const rows = await ask(sql`SELECT h."name", c."hour", SUM(c."count") AS "count"
    FROM "HourCount" c JOIN "Host" h ON h."id" = c."hostId"
    WHERE c."hour" >= ${first} AND c."hour" < ${end} AND c."action" = 4 AND c."count" > 0
    GROUP BY h."name", c."hour" ORDER BY h."name", c."hour"`);
  const spells: { host: string; from: number; to: number; count: number }[] = [];
  for (const row of rows) {
    const [host, hour, count] = [String(row.name), Number(row.hour), Number(row.count)];
    const last = spells.at(-1);
    if (last?.host === host && hour - last.to <= 1)
      Object.assign(last, { to: hour + 1, count: last.count + count });
    else spells.push({ host, from: hour, to: hour + 1, count });
  }
  const nowHour = Math.floor(until / HOUR);
  return spells
    .sort((a, b) => b.count - a.count)
    .slice(0, EACH)
    .map(({ host, from, to, count }) => ({
      kind: "unchecked",
      host,
      from: from * HOUR,
      to: to >= nowHour ? null : to * HOUR,
      count,
    }));
}

async function silentHosts(ask: Ask, until: number): Promise<Insight[]> {
  const end = Math.floor(until / HOUR);
  // Few machines are quiet just now, and only their hours must be read.
  const quiet = await ask(sql`SELECT DISTINCT d."hostId" FROM "HostDayCount" d
    WHERE d."day" >= ${Math.floor(end / DAY) - 30} AND d."hostId" NOT IN (
      SELECT c."hostId" FROM "HourCount" c WHERE c."hour" >= ${end - LEAST_SILENCE} AND c."count" > 0)`);
  if (quiet.length === 0) return [];
  const rows = await ask(sql`SELECT h."name", c."hour" FROM "HourCount" c JOIN "Host" h ON h."id" = c."hostId"
    WHERE c."hour" >= ${end - 30 * DAY} AND c."hour" < ${end} AND c."count" > 0
      AND c."hostId" IN (${join(quiet.map(({ hostId }) => Number(hostId)))})
    GROUP BY h."name", c."hour" ORDER BY h."name", c."hour"`);
  const active = new Map<string, number[]>();
  for (const row of rows) {
    const hours = active.get(String(row.name));
    if (hours) hours.push(Number(row.hour));
    else active.set(String(row.name), [Number(row.hour)]);
  }
  return [...active].flatMap(([host, hours]): Insight[] => {
    const { silent } = unusualGaps(hours, end);
    return silent ? [{ kind: "silent", host, since: silent.from, hours: silent.hours }] : [];
  });
}

async function startedFailing(
  ask: Ask,
  range: TimeRange,
  failing: readonly FailingDomain[],
): Promise<Insight[]> {
  if (failing.length === 0) return [];
  const { first, end } = hoursOf(range);
  const [firstDay, endDay] = [Math.floor(first / DAY), Math.ceil(end / DAY)];
  const from = Math.max(firstDay - 30, endDay - 2 * SPELL_DAYS);
  const days = await daysOf(
    ask,
    failing.map(({ name }) => name),
    from,
    endDay,
  );
  return [...days]
    .flatMap(([domain, ofDomain]): (Insight & { kind: "startedFailing" })[] => {
      const spell = failingSpell(ofDomain);
      if (spell === null || (spell.to ?? endDay) <= firstDay) return [];
      const to = spell.to === null ? null : spell.to * DAY * HOUR;
      return [{ kind: "startedFailing", domain, ...spell, from: spell.from * DAY * HOUR, to }];
    })
    .sort((a, b) => b.failed - a.failed)
    .slice(0, EACH);
}

/** By key, day by day, result by result: a handful of rows among those of all domains. */
async function daysOf(
  ask: Ask,
  names: string[],
  from: number,
  end: number,
): Promise<Map<string, DomainDay[]>> {
  const rows = await ask(sql`WITH RECURSIVE "Day"("n") AS (
      SELECT CAST(${from} AS INTEGER) UNION ALL SELECT "n" + 1 FROM "Day" WHERE "n" + 1 < CAST(${end} AS INTEGER)
    ), "Result"("n") AS (VALUES (0), (1), (2)),
    "Named" AS (SELECT "id", "name" FROM "Domain" WHERE "name" IN (${join(names)}))
    SELECT d."name", c."day", SUM(CASE WHEN c."result" = 0 THEN c."count" ELSE 0 END) AS "passed",
      SUM(CASE WHEN c."result" = 0 THEN 0 ELSE c."count" END) AS "failed"
    FROM "Day" a CROSS JOIN "Result" r CROSS JOIN "Named" d CROSS JOIN "DayCount" c
    WHERE c."day" = a."n" AND c."result" = r."n" AND c."domainId" = d."id"
    GROUP BY d."name", c."day" ORDER BY d."name", c."day"`);
  const days = new Map<string, DomainDay[]>();
  for (const row of rows) {
    const day = { day: Number(row.day), passed: Number(row.passed), failed: Number(row.failed) };
    const known = days.get(String(row.name));
    if (known) known.push(day);
    else days.set(String(row.name), [day]);
  }
  return days;
}

/** Addresses whose mail failed for many domains: a forwarder, a mailing list, or someone who forges them. */
async function manyDomains(ask: Ask, { from, to }: TimeRange): Promise<Insight[]> {
  const rows = await ask(sql`WITH "Failed" AS (
      SELECT m."clientId", m."domainId" FROM "Message" m
      WHERE (m."action" <> 0 OR m."result" <> 0) AND m."result" IN (1, 2) AND m."time" >= ${from} AND m."time" < ${to}
        AND m."clientId" IS NOT NULL AND m."domainId" IS NOT NULL
      ORDER BY m."time" DESC LIMIT ${MOST}
    ), "Pair" AS (
      SELECT "clientId", "domainId", COUNT(*) AS "failed" FROM "Failed" GROUP BY "clientId", "domainId"
    ), "Source" AS (
      SELECT "clientId", COUNT(*) AS "domains", SUM("failed") AS "failed" FROM "Pair" GROUP BY "clientId"
      HAVING COUNT(*) >= ${MANY_DOMAINS} ORDER BY COUNT(*) DESC, "clientId" LIMIT ${EACH}
    )
    SELECT n."ip", s."domains", s."failed" FROM "Source" s JOIN "Client" n ON n."id" = s."clientId"
    ORDER BY s."domains" DESC`);
  return rows.map((row) => ({
    kind: "manyDomains",
    client: String(row.ip),
    domains: Number(row.domains),
    failed: Number(row.failed),
  }));
}
