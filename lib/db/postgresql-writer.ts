import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { conflictClause, insertSql, mergeByKey, quoted } from "./bulk-sql";
import { copyText, withoutNul } from "./copy-text";
import { DatabaseFault, databaseFault, shownUrl } from "./faults";
import type { BulkWrite, SqlRow, SqlValue, Writer } from "./writer";

const INT8 = 20;
/** Any number: all writers of this product take turns on it. */
const LOCK = 7_208_001;
/** Below it, one statement costs less than a COPY's round trips. */
const FEW_ROWS = 20;

/** All stored integers are safe ones, so that they may come back as numbers. */
const types = {
  getTypeParser: (oid: number, format?: string) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** PostgreSQL through one connection; once that is lost, the writer is of no more use. */
export class PostgresqlWriter implements Writer {
  readonly provider = "postgresql";
  private isLost = false;
  private isClosing = false;

  private constructor(
    private readonly databaseUrl: string,
    private readonly client: pg.Client,
  ) {
    const lose = () => {
      this.isLost = !this.isClosing;
    };
    client.on("error", lose);
    client.on("end", lose);
  }

  /** Connects. Throws DatabaseFault. */
  static async open(databaseUrl: string): Promise<PostgresqlWriter> {
    try {
      const client = new pg.Client({
        connectionString: databaseUrl,
        types: types as pg.CustomTypesConfig,
        connectionTimeoutMillis: 10_000,
        lock_timeout: 60_000,
        keepAlive: true,
        application_name: "whyspf",
      });
      const writer = new PostgresqlWriter(databaseUrl, client);
      await client.connect();
      return writer;
    } catch (error) {
      throw databaseFault(databaseUrl, error);
    }
  }

  all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return this.attempt(async () => (await this.query(sql, values)).rows as SqlRow[]);
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.attempt(() => this.query(sql, values));
  }

  async bulk(write: BulkWrite): Promise<void> {
    if (write.rows.length === 0) return;
    const merged = { ...write, rows: mergeByKey(write) };
    await this.attempt(() => (merged.rows.length <= FEW_ROWS ? this.insert(merged) : this.copy(merged)));
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run("BEGIN");
    try {
      await this.run(`SELECT pg_advisory_xact_lock(${LOCK})`);
      const result = await work();
      await this.run("COMMIT");
      return result;
    } catch (error) {
      if (!this.isLost) await this.client.query("ROLLBACK").catch(() => {});
      throw error;
    }
  }

  async close(): Promise<void> {
    this.isClosing = true;
    if (!this.isLost) await this.client.end().catch(() => {});
  }

  private query(sql: string, values: readonly SqlValue[]): Promise<pg.QueryResult> {
    if (values.length === 0) return this.client.query(sql);
    return this.client.query(numbered(sql), values.map(withoutNul));
  }

  private async insert(write: BulkWrite): Promise<void> {
    await this.query(insertSql(write, write.rows.length), write.rows.flat());
  }

  private async copy(write: BulkWrite): Promise<void> {
    const columns = write.columns.map(quoted).join(", ");
    const table = quoted(write.table);
    const incoming = quoted(`incoming_${write.table}`);
    await this.client.query(
      `CREATE TEMP TABLE IF NOT EXISTS ${incoming} (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DROP`,
    );
    await this.client.query(`TRUNCATE ${incoming}`);
    const stream = this.client.query(copyFrom(`COPY ${incoming} (${columns}) FROM STDIN`));
    await pipeline(Readable.from(copyText(write.rows), { objectMode: true, highWaterMark: 4 }), stream);
    const selected = `SELECT ${columns} FROM ${incoming}`;
    await this.client.query(`INSERT INTO ${table} (${columns}) ${selected} ${conflictClause(write)}`);
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (!this.isLost) return await work();
    } catch (error) {
      if (!this.isLost) throw databaseFault(this.databaseUrl, error);
    }
    const shown = shownUrl(this.databaseUrl);
    throw new DatabaseFault(
      "unreachable",
      `The connection to the database ${shown} was lost: see that it runs.`,
    );
  }
}

/** `?` becomes `$1`, `$2`, …: no SQL of this product holds a question mark in a text. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${++n}`);
}
