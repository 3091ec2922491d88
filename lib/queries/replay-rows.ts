import { raw, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import type { Ask } from "./ask";
import type { TimeRange } from "./range";

/** What a replay takes of a stored message; ids where its texts are the same for many. */
export interface ReplayRow {
  id: number;
  time: number;
  clientId: number | null;
  heloId: number | null;
  envelopeFrom: string | null;
  /** As COUNTED_RESULTS numbers it. */
  result: number;
  fate: number;
}

/** So many names are remembered; when there are more, all are forgotten and read again. */
const NAMES = 50_000;
const NOT_LOGGED = 7;
/** Result and fate come as one number, for each value of a row costs as much as any other. */
const FATES = 8;

/** How many messages a domain has in a range, told in parts of about `most`, for each holds up others. */
export async function* countsOf(
  ask: Ask,
  domainId: number,
  { from, to }: TimeRange,
  most: number,
): AsyncGenerator<number> {
  while (from < to) {
    const [beyond] = await ask(sql`SELECT "time" FROM "Message"
      WHERE "domainId" = ${domainId} AND "time" >= ${from} AND "time" < ${to} ORDER BY "time" LIMIT 1 OFFSET ${most}`);
    const end = beyond === undefined ? to : Number(beyond.time) + 1;
    const [row] = await ask(sql`SELECT COUNT(*) AS "count" FROM "Message"
      WHERE "domainId" = ${domainId} AND "time" >= ${from} AND "time" < ${end}`);
    yield Number(row!.count);
    from = end;
  }
}

/** A domain's messages in a range, the newest first, so many at a time. */
export async function* pagesOf(
  ask: Ask,
  domainId: number,
  { from, to }: TimeRange,
  page: number,
): AsyncGenerator<ReplayRow[]> {
  let high = to - 1;
  let beyond = sql`1 = 1`;
  for (;;) {
    const rows = await ask(sql`SELECT "id", "time", "clientId", "heloId", "envelopeFrom",
        COALESCE("result", ${NOT_LOGGED}) * ${FATES} + "fate" AS "ends" FROM "Message"
      WHERE "domainId" = ${domainId} AND "time" >= ${from} AND "time" <= ${high} AND ${beyond}
      ORDER BY "time" DESC, "id" DESC LIMIT ${page}`);
    const read = rows.map(readRow);
    if (read.length > 0) yield read;
    const last = read.at(-1);
    if (last === undefined || read.length < page) return;
    high = last.time;
    beyond = sql`("time" < ${last.time} OR "id" < ${last.id})`;
  }
}

const number = (value: SqlRow[string] | undefined) => (value == null ? null : Number(value));

function readRow(row: SqlRow): ReplayRow {
  const ends = Number(row.ends);
  return {
    id: Number(row.id),
    time: Number(row.time),
    clientId: number(row.clientId),
    heloId: number(row.heloId),
    envelopeFrom: row.envelopeFrom == null ? null : String(row.envelopeFrom),
    result: Math.floor(ends / FATES),
    fate: ends % FATES,
  };
}

/** Reads texts by their ids, and remembers those read last. */
export class Names {
  private readonly known = new Map<number, string>();

  constructor(
    private readonly ask: Ask,
    private readonly table: "Client" | "Helo",
  ) {}

  /** Makes `of` ready for these ids, until the next call. */
  async read(ids: Iterable<number | null>): Promise<void> {
    const wanted = new Set(ids);
    if (this.known.size > NAMES) this.known.clear();
    const missing = [...wanted].filter((id): id is number => id !== null && !this.known.has(id));
    if (missing.length === 0) return;
    const column = this.table === "Client" ? "ip" : "name";
    const rows =
      await this.ask(sql`SELECT "id", ${raw(`"${column}"`)} AS "text" FROM ${raw(`"${this.table}"`)}
      WHERE "id" IN (${raw(missing.map(Math.trunc).join())})`);
    for (const { id, text } of rows) this.known.set(Number(id), String(text));
  }

  of(id: number | null): string | null {
    return id === null ? null : (this.known.get(id) ?? null);
  }
}
