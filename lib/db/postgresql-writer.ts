import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { conflictClause, mergeByKey, quoted } from "./bulk-sql";
import { databaseFault } from "./faults";
import type { BulkWrite, SqlRow, SqlValue, Writer } from "./writer";

const INT8 = 20;
/** Any number: all writers of this product take turns on it. */
const LOCK = 7_208_001;
const FEW_ROWS = 20;

/** All stored integers are safe ones, so that they may come back as numbers. */
const types = {
  getTypeParser: (oid: number, format?: string) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** PostgreSQL through one connection. */
export class PostgresqlWriter implements Writer {
  readonly provider = "postgresql";
  private lost: Error | null = null;

  private constructor(
    private readonly databaseUrl: string,
    private readonly client: pg.Client,
  ) {
    client.on("error", (error) => {
      this.lost = error;
    });
  }

  static async open(databaseUrl: string): Promise<PostgresqlWriter> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      types: types as pg.CustomTypesConfig,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    const writer = new PostgresqlWriter(databaseUrl, client);
    try {
      await client.connect();
      return writer;
    } catch (error) {
      throw databaseFault(databaseUrl, error);
    }
  }

  all(sql: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    return this.attempt(async () => (await this.client.query(numbered(sql), values.map(withoutNul))).rows as SqlRow[]);
  }

  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.attempt(() => this.client.query(numbered(sql), values.length === 0 ? undefined : values.map(withoutNul)));
  }

  async bulk(write: BulkWrite): Promise<void> {
    if (write.rows.length === 0) return;
    const merged = { ...write, rows: mergeByKey(write) };
    await this.attempt(() => (merged.rows.length <= FEW_ROWS ? this.insert(merged) : this.copy(merged)));
  }

  private async insert(write: BulkWrite): Promise<void> {
    let n = 0;
    const rows = write.rows.map((row) => `(${row.map(() => `$${++n}`).join(", ")})`).join(", ");
    const columns = write.columns.map(quoted).join(", ");
    const sql = `INSERT INTO ${quoted(write.table)} (${columns}) VALUES ${rows} ${conflictClause(write)}`;
    await this.client.query(sql, write.rows.flat().map(withoutNul));
  }

  private async copy(write: BulkWrite): Promise<void> {
    const columns = write.columns.map(quoted).join(", ");
    const table = quoted(write.table);
    await this.client.query(
      `CREATE TEMP TABLE IF NOT EXISTS "incoming_${write.table}" (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DELETE ROWS`,
    );
    await this.client.query(`TRUNCATE "incoming_${write.table}"`);
    const stream = this.client.query(copyFrom(`COPY "incoming_${write.table}" (${columns}) FROM STDIN`));
    await pipeline(Readable.from(copyText(write.rows)), stream);
    await this.client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM "incoming_${write.table}" ${conflictClause(write)}`,
    );
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run("BEGIN");
    try {
      await this.run(`SELECT pg_advisory_xact_lock(${LOCK})`);
      const result = await work();
      await this.run("COMMIT");
      return result;
    } catch (error) {
      if (!this.lost) await this.client.query("ROLLBACK").catch(() => {});
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => {});
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (this.lost) throw this.lost;
      return await work();
    } catch (error) {
      throw databaseFault(this.databaseUrl, this.lost ?? error);
    }
  }
}

/** `?` becomes `$1`, `$2`, …: no SQL of this product holds a question mark in a text. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${++n}`);
}

/** Rows in the text format of COPY, some thousand to a piece. */
function* copyText(rows: SqlValue[][]): Iterable<string> {
  let text = "";
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i > 0 ? "\t" : "") + copyValue(row[i]!);
    text += "\n";
    if (text.length > 65_536) {
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}

const SPECIAL = /[\\\n\r\t\0]/g;
const ESCAPED: Record<string, string> = { "\0": "", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** PostgreSQL's text holds no NUL. */
function withoutNul(value: SqlValue): SqlValue {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "") : value;
}

function copyValue(value: SqlValue): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  return typeof value === "string" ? value.replace(SPECIAL, (char) => ESCAPED[char]!) : String(value);
}
