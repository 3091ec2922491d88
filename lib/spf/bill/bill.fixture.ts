import { zoneOf, zoneResolver } from "../zone.fixture";
import type { Bill, RecordBill } from "./bill";
import { type BillRequest, recordBill } from "./record-bill";

/** The bill of d.example, or of what is asked for, in a zone. */
export function billOf(
  names: Record<string, string[]>,
  request: BillRequest = { domain: "d.example" },
  questions?: number,
): Bill {
  const bill = recordBill(request, zoneResolver(zoneOf(names)), questions === undefined ? {} : { questions });
  if ("then" in bill) throw new Error("a zone answers at once");
  return bill;
}

/** The costs of a record's terms in short: `text lookups`, and what lies below in brackets. */
export function costs({ terms, status }: RecordBill): string {
  const lines = terms.map(({ text, lookups, isReached, within }) => {
    const cost = isReached ? `${text} ${lookups}` : `${text} -`;
    return within === null ? cost : `${cost} [${costs(within)}]`;
  });
  return status === "read" ? lines.join(", ") : [status, ...lines].join(", ");
}
