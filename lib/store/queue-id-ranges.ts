import type { Writer } from "@/lib/db/writer";

/** The greatest queue id stored of each host: most of a log's lie beyond it, and need no look into the database. */
export class QueueIdRanges {
  private readonly greatest = new Map<string, string>();

  constructor(private readonly writer: Writer) {}

  /** Whether a message may be stored: false is certain. The host must have been loaded. */
  mayHold(host: string, queueId: string): boolean {
    // The ids made for events without one are no numbers that rise.
    return isMade(queueId) || queueId <= this.greatest.get(host)!;
  }

  isLoaded(host: string): boolean {
    return this.greatest.has(host);
  }

  /** Takes note of a message that is stored now. */
  add(host: string, queueId: string): void {
    const known = this.greatest.get(host);
    if (known !== undefined && queueId > known && !isMade(queueId)) this.greatest.set(host, queueId);
  }

  forget(): void {
    this.greatest.clear();
  }

  /** Looks up a host's greatest queue id; inside a transaction. */
  async load(host: string, hostId: number): Promise<void> {
    const [row] = await this.writer.all(
      `SELECT "queueId" FROM "Message" WHERE "hostId" = ? AND "queueId" < '~' ORDER BY "queueId" DESC LIMIT 1`,
      [hostId],
    );
    this.greatest.set(host, row ? String(row.queueId) : "");
  }
}

function isMade(queueId: string): boolean {
  return queueId >= "~";
}
