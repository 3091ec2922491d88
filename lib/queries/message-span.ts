import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

/** When the first and the last message of a filter came, epoch ms; null where there is none. An index must find them. */
export async function messageSpan(ask: Ask, { message }: FilterSql): Promise<TimeRange | null> {
  const [first] = await ask(sql`SELECT m."time" FROM "Message" m WHERE ${message} ORDER BY m."time" LIMIT 1`);
  const [last] = await ask(
    sql`SELECT m."time" FROM "Message" m WHERE ${message} ORDER BY m."time" DESC LIMIT 1`,
  );
  return first && last ? { from: Number(first.time), to: Number(last.time) } : null;
}
