import type { SqlValue, Writer } from "@/lib/db/writer";
import { inLists } from "./in-lists";

const MAX_KNOWN = 200_000;
/** Longer texts are cut: PostgreSQL's index takes no more than some 2700 bytes. */
const MAX_LENGTH = 600;

/** Texts that are stored once and referred to by number. */
export class Dictionary {
  private readonly ids = new Map<string, number>();
  private next: number | null = null;

  constructor(
    private readonly writer: Writer,
    private readonly table: string,
    private readonly column: string,
    /** Another column, made from the text. */
    private readonly derived?: { column: string; of(text: string): string },
  ) {}

  /** The id of a text, if it is remembered. */
  known(text: string): number | undefined {
    return this.ids.get(text);
  }

  /** The id of a text, or null where it has none yet; inside a transaction. */
  async find(text: string): Promise<number | null> {
    if (!this.ids.has(text)) await this.load([text]);
    return this.ids.get(text) ?? null;
  }

  /** Gives an id to every text that has none; inside a transaction. */
  async learn(texts: ReadonlySet<string>): Promise<void> {
    const missing = [...texts].filter((text) => !this.ids.has(text));
    await this.load(missing);
    const rows: SqlValue[][] = [];
    const added = new Map<string, number>();
    for (const text of missing) {
      if (this.ids.has(text)) continue;
      const stored = storedForm(text);
      let id = added.get(stored);
      if (id === undefined) {
        this.next ??= await this.firstFree();
        id = this.next++;
        added.set(stored, id);
        rows.push(this.derived ? [id, stored, this.derived.of(stored)] : [id, stored]);
      }
      this.ids.set(ownCopy(text), id);
    }
    await this.writer.bulk({
      table: this.table,
      columns: ["id", this.column, ...(this.derived ? [this.derived.column] : [])],
      rows,
      key: ["id"],
      onConflict: "keep",
    });
  }

  /** Drops what is remembered once it is much; not between learning a text and using its id. */
  trim(): void {
    if (this.ids.size > MAX_KNOWN) this.ids.clear();
  }

  forget(): void {
    this.ids.clear();
    this.next = null;
  }

  private async firstFree(): Promise<number> {
    const [row] = await this.writer.all(`SELECT COALESCE(MAX("id"), 0) + 1 AS "next" FROM "${this.table}"`);
    return Number(row!.next);
  }

  private async load(texts: string[]): Promise<void> {
    if (texts.length === 0) return;
    this.next ??= await this.firstFree();
    // An empty table needs no question: a first import asks for every text it meets.
    if (this.next === 1) return;
    const asked = new Map<string, string[]>();
    for (const text of texts) {
      const stored = storedForm(text);
      asked.set(stored, [...(asked.get(stored) ?? []), text]);
    }
    const select = `SELECT "id", "${this.column}" AS "text" FROM "${this.table}" WHERE "${this.column}"`;
    for (const { marks, values } of inLists([...asked.keys()])) {
      for (const row of await this.writer.all(`${select} IN (${marks})`, values)) {
        for (const text of asked.get(String(row.text)) ?? []) this.ids.set(ownCopy(text), Number(row.id));
      }
    }
  }
}

/** A copy that does not keep alive the log line from which the text was cut. */
function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** A text as both databases take it and give it back: no NUL, no half of a surrogate pair, not endless. */
function storedForm(text: string): string {
  if (text.length <= MAX_LENGTH && !/[\0\ud800-\udfff]/.test(text)) return text;
  return Buffer.from(text.slice(0, MAX_LENGTH).replaceAll("\0", "")).toString();
}
