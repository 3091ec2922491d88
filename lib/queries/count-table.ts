import { ACTIONS } from "@/lib/logs/fact";
import { SPF_RESULTS } from "@/lib/spf";

/** What a message's verdict is counted as, in the order the rollups number it. */
export const COUNTED_RESULTS = [...SPF_RESULTS, "notLogged"] as const;
export type CountedResult = (typeof COUNTED_RESULTS)[number];

/** What became of a message, in the order the rollups number it; unchecked and tagged ones were accepted. */
export const COUNTED_ACTIONS = [...ACTIONS, "unchecked", "tagged", "brokenOff"] as const;
export type CountedAction = (typeof COUNTED_ACTIONS)[number];

/** The results that speak against the sender (RFC 7208 sections 2.6.4 and 2.6.5). */
export const FAILED: readonly CountedResult[] = ["fail", "softfail"];
/** The actions that keep a message out, for now or for good. */
export const REFUSED: readonly CountedAction[] = ["reject", "tempfail"];

/** The actions that took a message in, with or without a mark; those that kept it from its recipients, told or untold. */
export const ACCEPTED: readonly CountedAction[] = ["accept", "unchecked", "tagged"];
export const KEPT_OUT: readonly CountedAction[] = [...REFUSED, "discard"];

/** Messages per result (first index) and action (second index). */
export type CountTable = number[][];

/** A row as the rollups group it; PostgreSQL counts in bigint. */
export interface CountRow {
  result: number | bigint;
  action: number | bigint;
  count: number | bigint;
}

export function emptyCounts(): CountTable {
  return COUNTED_RESULTS.map(() => COUNTED_ACTIONS.map(() => 0));
}

/** Adds one row to a table; a result or action of a newer release is left out. */
export function addRow(table: CountTable, row: CountRow): void {
  const ofResult = table[Number(row.result)];
  const action = Number(row.action);
  if (ofResult?.[action] !== undefined) ofResult[action] += Number(row.count);
}

/** The sum of tables. */
export function sumOf(tables: readonly CountTable[]): CountTable {
  return COUNTED_RESULTS.map((_, result) =>
    COUNTED_ACTIONS.map((_, action) => tables.reduce((sum, table) => sum + table[result]![action]!, 0)),
  );
}

/** How many messages of a table have one of these results and one of these actions; all where none is named. */
export function countOf(
  table: CountTable,
  results: readonly CountedResult[] = COUNTED_RESULTS,
  actions: readonly CountedAction[] = COUNTED_ACTIONS,
): number {
  let count = 0;
  for (const result of results) {
    const ofResult = table[COUNTED_RESULTS.indexOf(result)]!;
    for (const action of actions) count += ofResult[COUNTED_ACTIONS.indexOf(action)]!;
  }
  return count;
}
