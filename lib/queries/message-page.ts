import { type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import { LISTED, type ListedMessage, listedMessage } from "./listed-message";
import type { TimeRange } from "./range";
import { isFew } from "./scan-window";

/** A place in the list, between messages: epoch ms and the message's number. */
export interface Cursor {
  time: number;
  id: number;
}

export interface MessagePage {
  /** Newest first. */
  messages: ListedMessage[];
  /** Where the next older page begins; null at the end. */
  older: Cursor | null;
  /** Where the next newer page begins; null at the start. */
  newer: Cursor | null;
  /** Epoch ms back to which this page looked, where it stopped before the range's start without being full. */
  searchedTo: number | null;
}

/** So many messages are looked at for one page where no index finds them. */
const MOST = 60_000;
const STEP = 10_000;

/**
 * One page of the messages of a range, newest first: those before a place, or those after it. Costs as much as the page;
 * where no index helps it stops after 60,000 messages and tells how far it came.
 */
export async function messagePage(
  ask: Ask,
  range: TimeRange,
  filter: FilterSql,
  at: { cursor: Cursor | null; direction: "older" | "newer" },
  limit: number,
  most = MOST,
): Promise<MessagePage> {
  const isNewer = at.direction === "newer" && at.cursor !== null;
  const isTargeted = filter.filter.length === 0 || (await isFew(ask, range, filter, most));
  const found: ListedMessage[] = [];
  let place = at.cursor;
  let searchedTo: number | null = null;
  for (let looked = 0; found.length <= limit; looked += STEP) {
    if (looked >= most && !isTargeted) {
      searchedTo = place!.time;
      break;
    }
    const end: Cursor | null = isTargeted
      ? null
      : await placeAfter(ask, range, place, isNewer, Math.min(STEP, most));
    const rows = await ask(sql`${LISTED}
      WHERE ${between(range, place, end, isNewer)} AND ${filter.message}
      ORDER BY m."time" ${direction(isNewer)}, m."id" ${direction(isNewer)} LIMIT ${limit + 1 - found.length}`);
    found.push(...rows.map(listedMessage));
    if (end === null) break;
    place = end;
  }
  return pageOf(found, limit, at, isNewer, searchedTo === null ? null : place);
}

function pageOf(
  found: ListedMessage[],
  limit: number,
  at: { cursor: Cursor | null },
  isNewer: boolean,
  stoppedAt: Cursor | null,
): MessagePage {
  const hasMore = found.length > limit;
  const messages = found.slice(0, limit);
  const last = messages.at(-1);
  const onward = hasMore && last ? { time: last.time, id: last.id } : stoppedAt;
  if (isNewer) messages.reverse();
  const [first, end] = [messages[0], messages.at(-1)];
  const back = (edge: ListedMessage | undefined) => (edge ? { time: edge.time, id: edge.id } : at.cursor);
  return {
    messages,
    older: isNewer ? back(end) : onward,
    newer: isNewer ? onward : at.cursor === null ? null : back(first),
    // Towards newer ones the page's own way on leads from there.
    searchedTo: isNewer || hasMore || stoppedAt === null ? null : stoppedAt.time,
  };
}

const direction = (isNewer: boolean): Sql => (isNewer ? sql`ASC` : sql`DESC`);

/**
 * From the place where one is (exclusive) to the end (inclusive), within the range. One bound on each side: of two,
 * SQLite would look from the wrong one on.
 */
function between(range: TimeRange, place: Cursor | null, end: Cursor | null, isNewer: boolean): Sql {
  const [low, high] = isNewer ? [place, end] : [end, place];
  const from = Math.max(range.from, low?.time ?? range.from);
  const to = Math.min(range.to - 1, high?.time ?? range.to);
  return sql`m."time" >= ${from} AND m."time" <= ${to} AND ${beyond(place, isNewer)} AND ${upTo(end, isNewer)}`;
}

/** What was stored in the same millisecond is told apart by its number. */
function beyond(place: Cursor | null, isNewer: boolean): Sql {
  if (place === null) return sql`1 = 1`;
  const { time, id } = place;
  return isNewer ? sql`(m."time" > ${time} OR m."id" > ${id})` : sql`(m."time" < ${time} OR m."id" < ${id})`;
}

function upTo(place: Cursor | null, isNewer: boolean): Sql {
  if (place === null) return sql`1 = 1`;
  const { time, id } = place;
  return isNewer
    ? sql`(m."time" < ${time} OR m."id" <= ${id})`
    : sql`(m."time" > ${time} OR m."id" >= ${id})`;
}

/** The place so many messages further on; null where there are not so many. */
async function placeAfter(
  ask: Ask,
  range: TimeRange,
  place: Cursor | null,
  isNewer: boolean,
  count: number,
): Promise<Cursor | null> {
  const [row] = await ask(sql`SELECT m."time", m."id" FROM "Message" m
    WHERE ${between(range, place, null, isNewer)}
    ORDER BY m."time" ${direction(isNewer)}, m."id" ${direction(isNewer)} LIMIT 1 OFFSET ${count - 1}`);
  return row ? { time: Number(row.time), id: Number(row.id) } : null;
}
