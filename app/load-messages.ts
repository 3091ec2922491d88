import type { Address, Parameters } from "@/components/ui/address";
import type { PrismaClient } from "@/lib/db/reader";
import type { Zone } from "@/lib/logs/zone";
import { askReader } from "@/lib/queries/ask";
import { countOf } from "@/lib/queries/count-table";
import { dataSpan } from "@/lib/queries/data-span";
import { filterSql } from "@/lib/queries/filter-sql";
import { type Cursor, messagePage } from "@/lib/queries/message-page";
import { choosableNames } from "@/lib/queries/names";
import { periodOf } from "@/lib/queries/period";
import { resultTotals } from "@/lib/queries/results-over-time";

const PAGE = 50;

/** The place a page of the list begins at, and in which direction it goes on. */
export interface Place {
  cursor: Cursor | null;
  direction: "older" | "newer";
}

/** Reads `before=1795511888000.12` or `after=…`; `isRead` is false for what is neither. */
export function readPlace(parameters: Parameters): Place & { isRead: boolean } {
  const text = (name: string) => [parameters[name]].flat()[0] ?? "";
  const direction = text("after") === "" ? "older" : "newer";
  const given = direction === "older" ? text("before") : text("after");
  const [, time, id] = /^(-?\d{1,15})\.(\d{1,10})$/.exec(given) ?? [];
  const cursor = time === undefined ? null : { time: Number(time), id: Number(id) };
  return { cursor, direction, isRead: given === "" || cursor !== null };
}

export function placeText({ time, id }: Cursor): string {
  return `${time}.${id}`;
}

/** One page of the messages of a period; null where there is no message at all. */
export async function loadMessages(
  reader: PrismaClient,
  address: Address,
  place: Place,
  zone: Zone,
  now: number,
) {
  const data = await dataSpan(reader);
  if (data === null) return null;
  const ask = askReader(reader);
  const period = periodOf(address, data, zone, now);
  const filter = await filterSql(ask, address.filter);
  const page = await messagePage(ask, period, filter, place, PAGE);
  // Counting each message of a long period would cost more than the page itself.
  const count = filter.rollup === null ? null : countOf(await resultTotals(ask, period, filter));
  return { period, page, count, names: await choosableNames(reader) };
}
