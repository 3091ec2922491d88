import type { SqlValue } from "@/lib/db/writer";
import type { Dictionary } from "./dictionary";

/** Fills one column of rows with the ids of texts: at once where they are known, else all others together. */
export class IdColumn {
  private readonly rows: SqlValue[][] = [];
  private readonly texts: string[] = [];
  private lastText: string | null = null;
  private lastId = 0;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly column: number,
  ) {}

  fill(row: SqlValue[], text: string | null): void {
    if (text === null) return;
    // The same text as in the row before is the common case for hosts and checkers.
    if (text !== this.lastText) {
      const id = this.dictionary.known(text);
      if (id === undefined) {
        this.rows.push(row);
        this.texts.push(text);
        return;
      }
      this.lastText = text;
      this.lastId = id;
    }
    row[this.column] = this.lastId;
  }

  /** Gives ids to the texts that had none, and fills in their rows; inside a transaction. */
  async settle(): Promise<void> {
    if (this.texts.length === 0) return;
    await this.dictionary.learn(new Set(this.texts));
    for (let i = 0; i < this.rows.length; i++) {
      this.rows[i]![this.column] = this.dictionary.known(this.texts[i]!)!;
    }
  }
}
