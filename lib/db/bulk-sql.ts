import { withoutNul } from "./copy-text";
import type { BulkWrite, SqlValue } from "./writer";

type Shape = Pick<BulkWrite, "table" | "columns" | "key" | "onConflict">;

/** An identifier in quotes, as both databases take it. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** What an insert does with a row whose key is there already. */
export function conflictClause({ table, columns, key, onConflict }: Shape): string {
  const target = key.map(quoted).join(", ");
  const others = columns.filter((column) => !key.includes(column)).map(quoted);
  if (onConflict === "keep" || others.length === 0) return `ON CONFLICT (${target}) DO NOTHING`;
  const sets = others.map((column) =>
    onConflict === "add"
      ? `${column} = ${quoted(table)}.${column} + excluded.${column}`
      : `${column} = excluded.${column}`,
  );
  return `ON CONFLICT (${target}) DO UPDATE SET ${sets.join(", ")}`;
}

const texts = new Map<string, string>();

/** The statement that writes `count` rows, with `?` for each value; made once. */
export function insertSql(write: Shape, count: number): string {
  const id = `${write.table} ${write.columns.join()} ${write.onConflict} ${count}`;
  let sql = texts.get(id);
  if (sql === undefined) {
    const row = `(${write.columns.map(() => "?").join(", ")})`;
    const rows = new Array(count).fill(row).join(", ");
    const columns = write.columns.map(quoted).join(", ");
    sql = `INSERT INTO ${quoted(write.table)} (${columns}) VALUES ${rows} ${conflictClause(write)}`;
    texts.set(id, sql);
  }
  return sql;
}

/** Rows of which no two have the same key: added up, or the last one kept. */
export function mergeByKey({ columns, rows, key, onConflict }: BulkWrite): SqlValue[][] {
  const at = key.map((name) => columns.indexOf(name));
  if (isRising(rows, at)) return rows;
  const merged = new Map<string, SqlValue[]>();
  for (const row of rows) {
    // PostgreSQL loses the NULs, and with them what tells two keys apart.
    const id = at.map((i) => withoutNul(row[i]!)).join("\n");
    const known = merged.get(id);
    if (!known) merged.set(id, onConflict === "add" ? [...row] : row);
    else if (onConflict === "replace") merged.set(id, row);
    else if (onConflict === "add") {
      for (let i = 0; i < row.length; i++) if (!at.includes(i)) known[i] = Number(known[i]) + Number(row[i]);
    }
  }
  return merged.size === rows.length ? rows : [...merged.values()];
}

/** Keys of numbers that rise from row to row, as most writes have them, cannot repeat. */
function isRising(rows: SqlValue[][], at: number[]): boolean {
  for (let i = 1; i < rows.length; i++) {
    if (!isBefore(rows[i - 1]!, rows[i]!, at)) return false;
  }
  return true;
}

function isBefore(a: SqlValue[], b: SqlValue[], at: number[]): boolean {
  for (const i of at) {
    const [left, right] = [a[i], b[i]];
    if (typeof left !== "number" || typeof right !== "number" || left > right) return false;
    if (left < right) return true;
  }
  return false;
}
