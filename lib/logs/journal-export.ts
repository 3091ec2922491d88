import { type JsonEntry, readJournalFields } from "./json-line";

/** An entry that is not yet whole. */
export interface JournalState {
  fields: Record<string, string | number[]>;
  count: number;
  binaryName: string | null;
  binary: string;
}

const MAX_FIELD = 1 << 20;
const MAX_FIELDS = 200;

/**
 * Puts `journalctl -o export` back together line by line: `NAME=text`, or `NAME`, eight bytes of length
 * (little-endian) and that many bytes, for values that are no plain text; an empty line ends an entry.
 */
export class JournalExportReader {
  private fields: Record<string, string | number[]>;
  private count: number;
  private binaryName: string | null;
  private binary: string;

  constructor(saved: JournalState = { fields: {}, count: 0, binaryName: null, binary: "" }) {
    this.fields = saved.fields;
    this.count = saved.count;
    this.binaryName = saved.binaryName;
    this.binary = saved.binary;
  }

  state(): JournalState {
    return { fields: this.fields, count: this.count, binaryName: this.binaryName, binary: this.binary };
  }

  /** Takes a line (latin1, without its newline); gives the entry that this line ends. */
  push(line: string): JsonEntry | null {
    if (this.binaryName !== null) {
      this.pushBinary(line);
      return null;
    }
    if (line === "") return this.finish();
    const equals = line.indexOf("=");
    if (equals > 0)
      this.set(line.slice(0, equals), Buffer.from(line.slice(equals + 1), "latin1").toString("utf8"));
    else if (/^[A-Z_][A-Z0-9_]{0,63}$/.test(line)) {
      this.binaryName = line;
      this.binary = "";
    }
    return null;
  }

  private pushBinary(line: string): void {
    this.binary += line;
    if (this.binary.length >= 8) {
      const length = Number(Buffer.from(this.binary.slice(0, 8), "latin1").readBigUInt64LE());
      const tooLong = length > MAX_FIELD;
      if (tooLong || this.binary.length - 8 >= length) {
        if (!tooLong)
          this.set(this.binaryName!, [...Buffer.from(this.binary.slice(8, 8 + length), "latin1")]);
        this.binaryName = null;
        return;
      }
    }
    this.binary += "\n";
  }

  private set(name: string, value: string | number[]): void {
    if (this.count++ < MAX_FIELDS) this.fields[name] ??= value;
  }

  private finish(): JsonEntry | null {
    const entry = this.count > 0 ? readJournalFields(this.fields) : null;
    this.fields = {};
    this.count = 0;
    return entry;
  }
}

/** Whether a file's first lines are an export of the journal. */
export function looksLikeJournalExport(lines: readonly string[]): boolean {
  return lines.some((line) => line.startsWith("__CURSOR=") || line.startsWith("__REALTIME_TIMESTAMP="));
}
