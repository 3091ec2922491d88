import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import { LISTED, type ListedMessage, listedMessage } from "./listed-message";
import type { TimeRange } from "./range";

/** The messages in a range that were refused, put off or discarded, newest first, at most `limit`. */
export async function newestRefusals(
  ask: Ask,
  { from, to }: TimeRange,
  filter: FilterSql,
  limit: number,
): Promise<ListedMessage[]> {
  // The first condition is that of the index of what is neither accepted nor passed.
  const rows = await ask(sql`${LISTED}
    WHERE (m."action" <> 0 OR m."result" <> 0) AND m."action" <> 0 AND m."time" >= ${from} AND m."time" < ${to}
      AND ${filter.message}
    ORDER BY m."time" DESC, m."id" DESC LIMIT ${limit}`);
  return rows.map(listedMessage);
}
