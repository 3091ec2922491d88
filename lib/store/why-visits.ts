import { join, sqltag as sql } from "@prisma/client/runtime/client";
import type { PrismaClient } from "@/lib/db/reader";
import type { SqlRow } from "@/lib/db/writer";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf";
import { NOT_LOGGED } from "./counts";
import { domainSpellings } from "./domain-spellings";

/** One visit of the why page: who was told what. */
export interface WhyVisit {
  /** Epoch ms. */
  time: number;
  /** The checked domain, in ASCII and lower case; null where none was understood. */
  domain: string | null;
  /** The diagnosis, as a small number that never changes its meaning. */
  kind: number;
  /** What the check said; null where none was made. */
  result: SpfResult | null;
}

interface Tallied {
  day: number;
  /** "" where there is none, and where there are too many. */
  domain: string;
  kind: number;
  result: number;
  count: number;
}

/** Visits that are counted and not stored yet. */
export type VisitTally = Map<string, Tallied>;

const DAY = 86_400_000;
const LONGEST_DOMAIN = 255;
/** So many different things are told apart between two writes; one statement holds them. */
const MOST_TALLIED = 2000;
/** So many rows of a day may name a domain. */
export const MOST_NAMED_ROWS = 1000;

/** Counts one visit; costs neither a write nor, whatever strangers ask for, more than some memory. */
export function countVisit(tally: VisitTally, { time, domain, kind, result }: WhyVisit): void {
  const isName = domain !== null && domain.length <= LONGEST_DOMAIN && !domain.includes("\0");
  add(tally, {
    day: Math.floor(time / DAY),
    domain: isName ? domain : "",
    kind,
    result: result === null ? NOT_LOGGED : SPF_RESULTS.indexOf(result),
    count: 1,
  });
}

function add(tally: VisitTally, visit: Tallied): void {
  const key = `${visit.day} ${visit.kind} ${visit.result} ${visit.domain}`;
  const known = tally.get(key);
  if (known) known.count += visit.count;
  else if (visit.domain === "" || tally.size < MOST_TALLIED) tally.set(key, { ...visit });
  else add(tally, { ...visit, domain: "" });
}

/**
 * Stores what was counted, in one statement, and empties the tally; it is as before where the database fails. A domain
 * that no log knows counts under none, so that strangers cannot fill the table.
 */
export async function saveVisits(client: PrismaClient, tally: VisitTally): Promise<void> {
  const taken = [...tally.values()];
  tally.clear();
  try {
    const rows = await bounded(client, await rowsOf(client, taken));
    if (rows.length > 0) await write(client, rows);
  } catch (error) {
    for (const visit of taken) add(tally, visit);
    throw error;
  }
}

interface Row {
  day: number;
  domainId: number;
  kind: number;
  result: number;
  count: number;
}

const keyOf = ({ day, domainId, kind, result }: Omit<Row, "count">) => `${day} ${domainId} ${kind} ${result}`;

async function rowsOf(client: PrismaClient, visits: Tallied[]): Promise<Row[]> {
  const ids = await knownDomains(client, new Set(visits.map(({ domain }) => domain)));
  return merged(visits.map(({ domain, ...rest }) => ({ ...rest, domainId: ids.get(domain) ?? 0 })));
}

/** A statement may meet a key once only. */
function merged(rows: Row[]): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const known = found.get(keyOf(row));
    if (known) known.count += row.count;
    else found.set(keyOf(row), { ...row });
  }
  return [...found.values()];
}

/** The numbers of the domains that some log knows, however it spells them. */
async function knownDomains(client: PrismaClient, names: Set<string>): Promise<Map<string, number>> {
  const spelled = new Map<string, string>();
  for (const name of names) {
    if (name === "") continue;
    for (const spelling of domainSpellings(name)) spelled.set(spelling, name);
  }
  if (spelled.size === 0) return new Map();
  const rows = await client.$queryRaw<SqlRow[]>(
    sql`SELECT "id", "name" FROM "Domain" WHERE "name" IN (${join([...spelled.keys()])}) ORDER BY "id" DESC`,
  );
  // The first of several spellings in the log stands for all.
  return new Map(rows.map(({ id, name }) => [spelled.get(String(name))!, Number(id)]));
}

/** Rows of which no more name a domain than a day may have; the others count under none. */
async function bounded(client: PrismaClient, rows: Row[]): Promise<Row[]> {
  const days = [...new Set(rows.map(({ day }) => day))];
  if (days.length === 0) return [];
  const stored = await client.$queryRaw<SqlRow[]>(
    sql`SELECT "day", "domainId", "kind", "result" FROM "WhyVisit" WHERE "day" IN (${join(days)}) AND "domainId" <> 0`,
  );
  const known = new Set<string>();
  const named = new Map<number, number>();
  for (const row of stored as unknown as Omit<Row, "count">[]) {
    known.add(keyOf(row));
    named.set(Number(row.day), (named.get(Number(row.day)) ?? 0) + 1);
  }
  const fitting = rows.map((row) => {
    if (row.domainId === 0 || known.has(keyOf(row))) return row;
    const before = named.get(row.day) ?? 0;
    if (before >= MOST_NAMED_ROWS) return { ...row, domainId: 0 };
    named.set(row.day, before + 1);
    return row;
  });
  return merged(fitting);
}

async function write(client: PrismaClient, rows: Row[]): Promise<void> {
  const values = rows.map(
    ({ day, domainId, kind, result, count }) => sql`(${day}, ${domainId}, ${kind}, ${result}, ${count})`,
  );
  await client.$executeRaw(
    sql`INSERT INTO "WhyVisit" ("day", "domainId", "kind", "result", "count") VALUES ${join(values)}
      ON CONFLICT ("day", "domainId", "kind", "result") DO UPDATE SET "count" = "WhyVisit"."count" + EXCLUDED."count"`,
  );
}
