import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { NO_FILTER } from "./filter-sql";
import { messageSpan } from "./message-span";
import type { TimeRange } from "./range";

const DAY = 86_400_000;

/** How many whole days lie between the first and the last message that is stored of a range, whatever it is. */
export async function storedDays(ask: Ask, { from, to }: TimeRange): Promise<number> {
  const message = sql`m."time" >= ${from} AND m."time" < ${to}`;
  const span = await messageSpan(ask, { ...NO_FILTER, message });
  return span === null ? 0 : Math.floor((span.to - span.from) / DAY);
}
