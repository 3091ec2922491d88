import type { Address } from "@/components/ui/address";
import type { PrismaClient } from "@/lib/db/reader";
import type { Zone } from "@/lib/logs/zone";
import { askReader } from "@/lib/queries/ask";
import { sumOf } from "@/lib/queries/count-table";
import { counterparts } from "@/lib/queries/counterparts";
import { dataSpan } from "@/lib/queries/data-span";
import type { Term } from "@/lib/queries/filter";
import { filterSql } from "@/lib/queries/filter-sql";
import { messagePage } from "@/lib/queries/message-page";
import { messageSpan } from "@/lib/queries/message-span";
import { periodOf } from "@/lib/queries/period";
import { resultsOverTime, resultTotals } from "@/lib/queries/results-over-time";

const COUNTERPARTS = 30;
const MESSAGES = 15;

/** What the page of a domain or a client shows; null where there is no message at all. */
export async function loadSubject(
  reader: PrismaClient,
  kind: "domain" | "client",
  address: Address,
  subject: Term,
  zone: Zone,
  now: number,
) {
  const data = await dataSpan(reader);
  if (data === null) return null;
  const ask = askReader(reader);
  const period = periodOf(address, data, zone, now);
  const filter = await filterSql(ask, [subject, ...address.filter]);
  const tables = await resultsOverTime(ask, period.buckets, filter);
  const others = kind === "domain" ? "clients" : "domains";
  return {
    period,
    data,
    tables,
    totals: sumOf(tables),
    before: period.previous ? await resultTotals(ask, period.previous, filter) : null,
    others: await counterparts(ask, others, period, filter, COUNTERPARTS),
    newest: (await messagePage(ask, period, filter, { cursor: null, direction: "older" }, MESSAGES)).messages,
    seen: await messageSpan(ask, await filterSql(ask, [subject])),
  };
}
