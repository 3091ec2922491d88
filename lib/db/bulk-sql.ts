import type { BulkWrite, SqlValue } from "./writer";

/** An identifier in quotes, as both databases take it. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** What an insert does with a row whose key is there already. */
export function conflictClause({ table, columns, key, onConflict }: BulkWrite): string {
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

/** Rows of which no two have the same key: added up, or the last one kept. */
export function mergeByKey({ columns, rows, key, onConflict }: BulkWrite): SqlValue[][] {
  const at = key.map((name) => columns.indexOf(name));
  const merged = new Map<string, SqlValue[]>();
  for (const row of rows) {
    const id = at.length === 1 ? String(row[at[0]!]) : at.map((i) => row[i]).join("\n");
    const known = merged.get(id);
    if (!known) merged.set(id, onConflict === "add" ? [...row] : row);
    else if (onConflict === "replace") merged.set(id, row);
    else if (onConflict === "add") {
      for (let i = 0; i < row.length; i++) if (!at.includes(i)) known[i] = Number(known[i]) + Number(row[i]);
    }
  }
  return merged.size === rows.length ? rows : [...merged.values()];
}
