/** A value as both databases take it; epoch times go in as number. */
export type SqlValue = string | number | bigint | boolean | null;
export type SqlRow = Record<string, SqlValue>;

/** One bulk write: `rows` hold the values of `columns`, in order; the row is found again by `key`. */
export interface BulkWrite {
  table: string;
  columns: readonly string[];
  rows: SqlValue[][];
  key: readonly string[];
  /** replace: the new row wins; add: numeric columns outside `key` are added up; keep: the old row stays. */
  onConflict: "replace" | "add" | "keep";
}

/**
 * The one connection that writes. SQL is portable: identifiers in double quotes, parameters as `?`.
 * Integers come back as number (all stored values are safe integers), booleans as 0 or 1 or boolean.
 */
export interface Writer {
  readonly provider: "sqlite" | "postgresql";
  all(sql: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  bulk(write: BulkWrite): Promise<void>;
  /** Runs `work` in one transaction that excludes every other writer; rolls back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
