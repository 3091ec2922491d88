import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { conflictClause, quoted } from "./bulk-sql";
import { databaseFault } from "./faults";
import type { BulkWrite, SqlRow, SqlValue, Writer } from "./writer";

type Statement = ReturnType<InstanceType<typeof Database>["prepare"]>;

const MAX_STATEMENTS = 200;
const MAX_PARAMETERS = 960;

/** The path in a `file:` URL. */
export function sqlitePath(databaseUrl: string): string {
  return decodeURI(databaseUrl.replace(/^file:(?:\/\/)?/, "").replace(/\?.*$/, ""));
}

/** SQLite through one connection of its own, so that its settings hold for all it does. */
export class SqliteWriter implements Writer {
  readonly provider = "sqlite";
  private readonly database: InstanceType<typeof Database>;
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly databaseUrl: string) {
    const path = sqlitePath(databaseUrl);
    this.database = this.attempt(() => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const isNew = !existsSync(path);
      const database = new Database(path, { timeout: 10_000 });
      if (isNew) chmodSync(path, 0o600);
      return database;
    });
    this.attempt(() => {
      for (const pragma of [
        "busy_timeout = 10000",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "cache_size = -65536",
        "wal_autocheckpoint = 4000",
        "temp_store = MEMORY",
      ]) {
        this.database.pragma(pragma);
      }
    });
  }

  async all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return this.attempt(() => this.prepare(sql).all(values.map(bindable)) as SqlRow[]);
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    this.attempt(() => {
      if (values.length === 0) this.database.exec(sql);
      else this.prepare(sql).run(values.map(bindable));
    });
  }

  async bulk(write: BulkWrite): Promise<void> {
    if (write.rows.length === 0) return;
    this.attempt(() => this.insertAll(write));
  }

  /** Many rows to a statement: each call into the driver costs more than the row itself. */
  private insertAll(write: BulkWrite): void {
    const width = write.columns.length;
    const perStatement = Math.min(64, Math.floor(MAX_PARAMETERS / width));
    const { rows } = write;
    let at = 0;
    for (; at + perStatement <= rows.length; at += perStatement) {
      this.insertRows(write, rows, at, perStatement);
    }
    for (; at < rows.length; at++) this.insertRows(write, rows, at, 1);
  }

  private insertRows(write: BulkWrite, rows: SqlValue[][], from: number, count: number): void {
    const values: unknown[] = [];
    for (let i = from; i < from + count; i++) for (const value of rows[i]!) values.push(bindable(value));
    this.prepare(insertSql(write, count)).run(values);
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    this.attempt(() => this.database.exec("BEGIN IMMEDIATE"));
    try {
      const result = await work();
      this.attempt(() => this.database.exec("COMMIT"));
      return result;
    } catch (error) {
      try {
        this.database.exec("ROLLBACK");
      } catch {
        // SQLite has rolled back by itself, as it does when the disk is full.
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    this.statements.clear();
    this.database.close();
  }

  private prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= MAX_STATEMENTS) this.statements.clear();
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw databaseFault(this.databaseUrl, error);
    }
  }
}

const texts = new Map<string, string>();

function insertSql(write: BulkWrite, count: number): string {
  const id = `${write.table} ${write.columns.length} ${write.onConflict} ${count}`;
  let sql = texts.get(id);
  if (sql === undefined) {
    const row = `(${write.columns.map(() => "?").join(", ")})`;
    const rows = new Array(count).fill(row).join(", ");
    sql = `INSERT INTO ${quoted(write.table)} (${write.columns.map(quoted).join(", ")}) VALUES ${rows} ${conflictClause(write)}`;
    texts.set(id, sql);
  }
  return sql;
}

function bindable(value: SqlValue): string | number | bigint | null {
  return typeof value === "boolean" ? (value ? 1 : 0) : value;
}
