import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "libsql";
import { insertSql } from "./bulk-sql";
import { type DatabaseFault, databaseFault } from "./faults";
import type { BulkWrite, SqlRow, SqlValue, Writer } from "./writer";

type Connection = InstanceType<typeof Database>;
type Statement = ReturnType<Connection["prepare"]>;

const MAX_STATEMENTS = 200;
const MAX_ROWS = 64;
/** How long SQLite itself waits for another writer, ms; the process stands still meanwhile. */
const BUSY_TIMEOUT = 5000;
/** How often that is tried before the database counts as locked: a minute in all. */
const ATTEMPTS = 12;

const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = NORMAL",
  "cache_size = -65536",
  // In pages: seldom enough for a bulk write, small enough for a reader to find its way through the log.
  "wal_autocheckpoint = 16000",
  "journal_size_limit = 67108864",
  "temp_store = MEMORY",
  "foreign_keys = OFF",
];

/** The absolute path in a `file:` URL. */
export function sqlitePath(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:(?:\/\/)?/, "").replace(/\?.*$/, "");
  try {
    return resolve(decodeURIComponent(path));
  } catch {
    return resolve(path);
  }
}

/** SQLite through one connection of its own, so that its settings hold for all it does. */
export class SqliteWriter implements Writer {
  readonly provider = "sqlite";
  private readonly statements = new Map<string, Statement>();

  private constructor(
    private readonly databaseUrl: string,
    private readonly database: Connection,
  ) {}

  /** Opens the file, or makes it where there is none; only its owner may read it. Throws DatabaseFault. */
  static async open(databaseUrl: string): Promise<SqliteWriter> {
    let database: Connection | null = null;
    try {
      const path = sqlitePath(databaseUrl);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      makeFile(path);
      database = new Database(path, { timeout: BUSY_TIMEOUT });
      const writer = new SqliteWriter(databaseUrl, database);
      for (const pragma of PRAGMAS) await writer.whenFree(() => writer.database.pragma(pragma));
      return writer;
    } catch (error) {
      database?.close();
      throw databaseFault(databaseUrl, error);
    }
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

  /** Many rows to a statement: a call into the driver costs as much as the row itself. */
  async bulk(write: BulkWrite): Promise<void> {
    const { rows } = write;
    this.attempt(() => {
      for (let from = 0; from < rows.length; ) {
        const count = rows.length - from >= MAX_ROWS ? MAX_ROWS : 1;
        this.prepare(insertSql(write, count)).run(flattened(rows, from, count));
        from += count;
      }
    });
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.whenFree(() => this.database.exec("BEGIN IMMEDIATE"));
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
    try {
      // The driver lets go of the file only when its statements are collected; until then all is in the file itself.
      this.database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // What was committed is in the log beside the file, and will be found there.
    }
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

  /** Goes on trying while another process writes. */
  private async whenFree(work: () => unknown): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return void this.attempt(work);
      } catch (fault) {
        if ((fault as DatabaseFault).kind !== "locked" || attempt === ATTEMPTS) throw fault;
        await wait(10 + 40 * Math.random());
      }
    }
  }

  private attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw databaseFault(this.databaseUrl, error);
    }
  }
}

/** Opens no file that is there: to close it again would drop the locks that other connections of this process hold. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, "ax", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function flattened(rows: SqlValue[][], from: number, count: number): unknown[] {
  const values: unknown[] = [];
  for (let i = from; i < from + count; i++) {
    const row = rows[i]!;
    for (let j = 0; j < row.length; j++) values.push(bindable(row[j]!));
  }
  return values;
}

/** The driver takes no booleans: it ends the process over one. */
function bindable(value: SqlValue): string | number | bigint | null {
  return typeof value === "boolean" ? (value ? 1 : 0) : value;
}
