import { empty, join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { REFUSERS } from "@/lib/logs/fact";
import { readNetwork } from "@/lib/net/network";
import { domainSpellings } from "@/lib/store/domain-spellings";
import type { Ask } from "./ask";
import { COUNTED_ACTIONS, COUNTED_RESULTS } from "./count-table";
import type { ActionWord, Filter, FilterField } from "./filter";

/** A filter in terms of the stored rows. */
export interface FilterSql {
  filter: Filter;
  /** Holds of the wanted rows of "Message" m. */
  message: Sql;
  /** Holds of the wanted rows of a rollup c with host, result and action; null where a rollup cannot tell. */
  rollup: Sql | null;
  /** The part of the condition by which an index finds the rows; null where all rows of the time must be looked at. */
  indexed: Sql | null;
}

/** Everything. */
export const NO_FILTER: FilterSql = { filter: [], message: sql`1 = 1`, rollup: sql`1 = 1`, indexed: null };

const FATES: Record<ActionWord, readonly number[]> = {
  accept: [0, 4, 5],
  untouched: [0],
  tagged: [5],
  unchecked: [4],
  reject: [1],
  tempfail: [2],
  discard: [3],
  brokenOff: [COUNTED_ACTIONS.indexOf("brokenOff")],
};
const INDEXED: readonly FilterField[] = ["domain", "client", "sender", "recipient"];
const NOT_LOGGED = COUNTED_RESULTS.indexOf("notLogged");

/** Looks up what a filter names, so that the questions with it need no more than numbers. */
export async function filterSql(ask: Ask, filter: Filter): Promise<FilterSql> {
  const conditions: Sql[] = [];
  let indexed: Sql | null = null;
  const ofRollup: (Sql | null)[] = [];
  for (const field of new Set(filter.map((term) => term.field))) {
    for (const isNot of [false, true]) {
      const values = filter
        .filter((term) => term.field === field && term.isNot === isNot)
        .map(({ value }) => value);
      if (values.length === 0) continue;
      const { message, rollup } = await CONDITIONS[field](ask, values);
      if (!isNot && isIndexed(field, values)) indexed ??= message;
      conditions.push(isNot ? sql`NOT COALESCE((${message}), FALSE)` : message);
      ofRollup.push(rollup && (isNot ? sql`NOT (${rollup})` : rollup));
    }
  }
  const isKnown = ofRollup.every((condition) => condition !== null);
  return {
    filter,
    message: all(conditions),
    rollup: isKnown ? all(ofRollup as Sql[]) : null,
    indexed,
  };
}

function all(conditions: Sql[]): Sql {
  return conditions.length === 0
    ? sql`1 = 1`
    : join(
        conditions.map((one) => sql`(${one})`),
        " AND ",
      );
}

/** One value asked for, which for a client is one address, and for a sender not that of every bounce. */
function isIndexed(field: FilterField, values: readonly string[]): boolean {
  if (!INDEXED.includes(field) || values.length !== 1) return false;
  return !(field === "client" && values[0]!.includes("/")) && !(field === "sender" && values[0] === "<>");
}

type Condition = (ask: Ask, values: string[]) => Promise<{ message: Sql; rollup: Sql | null }>;

/** Numbers are written out: an index over few values is chosen by what they are. */
function inNumbers(column: Sql, numbers: readonly number[]): Sql {
  return numbers.length === 0 ? sql`1 = 0` : sql`${column} IN (${raw(numbers.map(Math.trunc).join())})`;
}

async function idsOf(
  ask: Ask,
  table: "Host" | "Domain" | "Helo" | "Checker",
  names: string[],
): Promise<number[]> {
  const rows = await ask(sql`SELECT "id" FROM ${raw(`"${table}"`)} WHERE "name" IN (${join(names)})`);
  return rows.map((row) => Number(row.id));
}

const byId = (table: "Helo" | "Checker", column: Sql): Condition => {
  return async (ask, names) => ({ message: inNumbers(column, await idsOf(ask, table, names)), rollup: null });
};

/** In lower case as the database knows it, as the columns are that it is held against. */
const lower = (text: string): Sql => sql`lower(CAST(${text} AS TEXT))`;

const onMessage = (condition: Sql) => ({ message: condition, rollup: null });

const CONDITIONS: Record<FilterField, Condition> = {
  async result(_, words) {
    const numbers = words.map((word) => COUNTED_RESULTS.indexOf(word as (typeof COUNTED_RESULTS)[number]));
    const logged = inNumbers(
      sql`m."result"`,
      numbers.filter((n) => n !== NOT_LOGGED),
    );
    const unlogged = numbers.includes(NOT_LOGGED) ? sql` OR m."result" IS NULL` : empty;
    return { message: sql`${logged}${unlogged}`, rollup: inNumbers(sql`c."result"`, numbers) };
  },
  async action(_, words) {
    const numbers = words.flatMap((word) => FATES[word as ActionWord]);
    return { message: inNumbers(sql`m."fate"`, numbers), rollup: inNumbers(sql`c."action"`, numbers) };
  },
  async by(_, words) {
    const known = words.filter((word) => word !== "unknown");
    const numbers = known.map((word) => REFUSERS.indexOf(word as (typeof REFUSERS)[number]));
    const named = inNumbers(sql`m."rejectedBy"`, numbers);
    const unnamed =
      known.length < words.length ? sql` OR (m."rejectedBy" IS NULL AND m."action" <> 0)` : empty;
    return onMessage(sql`${named}${unnamed}`);
  },
  async domain(ask, names) {
    const ids = await idsOf(ask, "Domain", names.flatMap(domainSpellings));
    return onMessage(inNumbers(sql`m."domainId"`, ids));
  },
  helo: byId("Helo", sql`m."heloId"`),
  checker: byId("Checker", sql`m."checkerId"`),
  async host(ask, names) {
    const ids = await idsOf(ask, "Host", names);
    // Not as the column itself: the index of host and queue id would lead through all that a host ever logged.
    return { message: inNumbers(sql`m."hostId" + 0`, ids), rollup: inNumbers(sql`c."hostId"`, ids) };
  },
  async sender(ask, addresses) {
    return onMessage(join(await Promise.all(addresses.map((address) => senderIs(ask, address))), " OR "));
  },
  async client(ask, texts) {
    return onMessage(join(await Promise.all(texts.map((text) => clientIn(ask, text))), " OR "));
  },
  async recipient(_, addresses) {
    const wanted = join(addresses.map((address) => lower(address.slice(0, 255))));
    return onMessage(
      sql`m."id" IN (SELECT r."messageRef" FROM "Recipient" r WHERE lower(substr(r."address", 1, 255)) IN (${wanted}))`,
    );
  },
  async tag(_, words) {
    const has = (what: Sql) =>
      sql`EXISTS (SELECT 1 FROM "Recipient" r WHERE r."messageRef" = m."id" AND ${what})`;
    const tagged = has(sql`r."tagged"`);
    const conditions: Record<string, Sql> = {
      yes: tagged,
      no: sql`NOT ${tagged} AND ${has(sql`r."tagged" IS NOT NULL`)}`,
      unknown: sql`NOT ${has(sql`r."tagged" IS NOT NULL`)}`,
    };
    return onMessage(
      join(
        words.map((word) => sql`(${conditions[word]!})`),
        " OR ",
      ),
    );
  },
  async text(_, texts) {
    return onMessage(join(texts.map(textIn), " OR "));
  },
};

/** A sender's messages are found among those of his domain; the null reverse-path has none of its own. */
async function senderIs(ask: Ask, address: string): Promise<Sql> {
  if (address === "<>") return sql`m."envelopeFrom" = ''`;
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const ids = inNumbers(sql`m."domainId"`, await idsOf(ask, "Domain", [domain]));
  return sql`(${ids} AND lower(m."envelopeFrom") = ${lower(address)})`;
}

async function clientIn(ask: Ask, text: string): Promise<Sql> {
  const { from, to } = readNetwork(text)!;
  if (text.includes("/"))
    return sql`m."clientId" IN (SELECT n."id" FROM "Client" n WHERE n."hex" >= ${from} AND n."hex" <= ${to})`;
  const rows = await ask(sql`SELECT "id" FROM "Client" WHERE "ip" = ${text}`);
  return inNumbers(
    sql`m."clientId"`,
    rows.map((row) => Number(row.id)),
  );
}

const TEXT_COLUMNS = ["envelopeFrom", "clientName", "replyText", "messageId", "queueId"];

function textIn(text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const columns = TEXT_COLUMNS.map((column) => {
    return sql`lower(${raw(`m."${column}"`)}) LIKE ${lower(pattern)} ESCAPE '\\'`;
  });
  return join(columns, " OR ");
}
