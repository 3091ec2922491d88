import type { SqlValue, Writer } from "@/lib/db/writer";

const MAX_KNOWN = 300_000;
const CHUNK = 500;

/** Texts that are stored once and referred to by number. */
export class Dictionary {
  private known = new Map<string, number>();
  private next: number | null = null;

  constructor(
    private readonly writer: Writer,
    private readonly table: string,
    private readonly column: string,
  ) {}

  /** The id of a text that `learn` was given. */
  id(text: string): number {
    return this.known.get(text)!;
  }

  /** The id of a text, or null where it has none yet; for reading, inside or outside a transaction. */
  async find(text: string): Promise<number | null> {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    await this.load([text]);
    return this.known.get(text) ?? null;
  }

  /** Makes sure that all texts have an id; inside a transaction. */
  async learn(texts: Iterable<string>): Promise<void> {
    const missing = new Set<string>();
    for (const text of texts) if (!this.known.has(text)) missing.add(text);
    if (missing.size === 0) return;
    if (this.known.size > MAX_KNOWN) {
      for (const text of texts) missing.add(text);
      this.known = new Map();
    }
    await this.load([...missing]);
    const rows: SqlValue[][] = [];
    for (const text of missing) {
      if (this.known.has(text)) continue;
      this.next ??= await this.firstFree();
      this.known.set(text, this.next);
      rows.push([this.next++, text]);
    }
    await this.writer.bulk({ table: this.table, columns: ["id", this.column], rows, key: ["id"], onConflict: "keep" });
  }

  forget(): void {
    this.known.clear();
    this.next = null;
  }

  private async firstFree(): Promise<number> {
    const [row] = await this.writer.all(`SELECT COALESCE(MAX("id"), 0) + 1 AS "next" FROM "${this.table}"`);
    return Number(row!.next);
  }

  private async load(texts: string[]): Promise<void> {
    // An empty table needs no question: a first import asks for every text it meets.
    if (this.next === 1 || (this.next ??= await this.firstFree()) === 1) return;
    for (let at = 0; at < texts.length; at += CHUNK) {
      const part = texts.slice(at, at + CHUNK);
      const marks = new Array(part.length).fill("?").join(", ");
      const sql = `SELECT "id", "${this.column}" AS "text" FROM "${this.table}" WHERE "${this.column}" IN (${marks})`;
      for (const row of await this.writer.all(sql, part)) this.known.set(String(row.text), Number(row.id));
    }
  }
}

/** All dictionaries of the schema. */
export class Dictionaries {
  readonly host: Dictionary;
  readonly domain: Dictionary;
  readonly client: Dictionary;
  readonly helo: Dictionary;
  readonly checker: Dictionary;

  constructor(writer: Writer) {
    this.host = new Dictionary(writer, "Host", "name");
    this.domain = new Dictionary(writer, "Domain", "name");
    this.client = new Dictionary(writer, "Client", "ip");
    this.helo = new Dictionary(writer, "Helo", "name");
    this.checker = new Dictionary(writer, "Checker", "name");
  }

  forget(): void {
    for (const dictionary of [this.host, this.domain, this.client, this.helo, this.checker]) dictionary.forget();
  }
}
