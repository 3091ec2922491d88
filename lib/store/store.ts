import { openWriter } from "@/lib/db/open";
import type { SqlValue, Writer } from "@/lib/db/writer";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { type Contribution, contributionOf, sameContribution } from "./counts";
import { Dictionaries } from "./dictionaries";
import { IdColumn } from "./id-column";
import { loadMessages } from "./load-messages";
import { MessageCache } from "./message-cache";
import { ID_COLUMNS, MESSAGE_COLUMNS, messageRow, RECIPIENT_COLUMNS, recipientRow } from "./message-row";
import { QueueIdRanges } from "./queue-id-ranges";
import { RollupChanges } from "./rollups";

/** A message with its number, and what the rollups hold of it. */
export interface StoredMessage {
  id: number | null;
  message: Message;
  counted: Contribution | null;
}

/** How a message is found again. */
export type MessageKey = Pick<Message, "host" | "queueId">;

/** The setting that counts the batches that were stored. */
export const WRITES = "writes";

/** All that is written goes through here: messages, their dictionaries and rollups, one transaction at a time. */
export class Store {
  private readonly cache = new MessageCache();
  private readonly ids: Dictionaries;
  private readonly ranges: QueueIdRanges;
  private nextId: number | null = null;
  private version = -1;

  private constructor(readonly writer: Writer) {
    this.ids = new Dictionaries(writer);
    this.ranges = new QueueIdRanges(writer);
  }

  /** Opens the database, brought up to this release's schema. Throws DatabaseFault. */
  static async open(databaseUrl: string): Promise<Store> {
    return new Store(await openWriter(databaseUrl));
  }

  /**
   * One transaction that excludes every other writer. What is remembered of rows is dropped when another process wrote
   * since, and when this one's is rolled back: stored messages taken from it before must then be asked for again.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.writer.transaction(async () => {
        await this.nextVersion();
        return work();
      });
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** The stored messages of these keys, in their order; inside a transaction. */
  async messages(keys: readonly MessageKey[]): Promise<(StoredMessage | undefined)[]> {
    const found = keys.map(({ host, queueId }) => this.cache.get(host, queueId));
    const wanted = new Map<string, Map<string, number[]>>();
    for (let i = 0; i < keys.length; i++) {
      const { host, queueId } = keys[i]!;
      if (found[i]) continue;
      if (!wanted.has(host)) wanted.set(host, (await this.isStoredHost(host)) ? new Map() : NONE);
      const ofHost = wanted.get(host)!;
      if (ofHost !== NONE && this.ranges.mayHold(host, queueId)) addPlace(ofHost, queueId, i);
    }
    for (const [host, places] of wanted) {
      if (places.size === 0) continue;
      for (const stored of await loadMessages(this.writer, this.ids.host.known(host)!, [...places.keys()])) {
        for (const i of places.get(stored.message.queueId) ?? []) found[i] = stored;
      }
    }
    return found;
  }

  /**
   * Stores messages, new or changed, with their recipients, and the difference they make to the rollups. Inside a
   * transaction; no message may be there twice.
   */
  async save(messages: readonly StoredMessage[]): Promise<void> {
    if (messages.length === 0) return;
    this.ids.trim();
    this.nextId ??= await this.firstFree();
    const columns = this.idColumns();
    const rows: SqlValue[][] = [];
    const recipients: SqlValue[][] = [];
    for (const stored of messages) {
      const { message } = stored;
      stored.id ??= this.nextId++;
      const row = messageRow(stored.id, message);
      const domain = checkedDomain(message);
      columns.host.fill(row, message.host);
      columns.client.fill(row, message.clientIp);
      columns.helo.fill(row, message.helo);
      columns.domain.fill(row, domain);
      columns.checker.fill(row, message.checker);
      rows.push(row);
      for (let i = 0; i < message.recipients.length; i++) {
        recipients.push(recipientRow(stored.id, i, message.recipients[i]!));
      }
    }
    for (const column of Object.values(columns)) await column.settle();
    await this.saveRows(rows, recipients);
    await this.count(messages, rows);
    for (const stored of messages) this.remember(stored);
  }

  /** The numbers of machines, given to those that have none yet; inside a transaction. */
  async hostIds(names: ReadonlySet<string>): Promise<Map<string, number>> {
    await this.ids.host.learn(names);
    return new Map([...names].map((name) => [name, this.ids.host.known(name)!]));
  }

  async close(): Promise<void> {
    await this.writer.close();
  }

  private async saveRows(rows: SqlValue[][], recipients: SqlValue[][]): Promise<void> {
    const { writer } = this;
    await writer.bulk({
      table: "Message",
      columns: MESSAGE_COLUMNS,
      rows,
      key: ["id"],
      onConflict: "replace",
    });
    await writer.bulk({
      table: "Recipient",
      columns: RECIPIENT_COLUMNS,
      rows: recipients,
      key: ["messageRef", "ordinal"],
      onConflict: "replace",
    });
  }

  private async nextVersion(): Promise<void> {
    const [row] = await this.writer.all('SELECT "value" FROM "Setting" WHERE "name" = ?', [WRITES]);
    const version = row ? Number(row.value) : 0;
    if (version !== this.version) this.forget();
    this.version = version + 1;
    await this.writer.bulk({
      table: "Setting",
      columns: ["name", "value"],
      rows: [[WRITES, String(this.version)]],
      key: ["name"],
      onConflict: "replace",
    });
  }

  private forget(): void {
    this.cache.clear();
    this.ranges.forget();
    this.ids.forget();
    this.nextId = null;
    this.version = -1;
  }

  private idColumns() {
    const { host, client, helo, domain, checker } = this.ids;
    return {
      host: new IdColumn(host, ID_COLUMNS.host),
      client: new IdColumn(client, ID_COLUMNS.client),
      helo: new IdColumn(helo, ID_COLUMNS.helo),
      domain: new IdColumn(domain, ID_COLUMNS.domain),
      checker: new IdColumn(checker, ID_COLUMNS.checker),
    };
  }

  private remember(stored: StoredMessage): void {
    this.cache.add(stored);
    this.ranges.add(stored.message.host, stored.message.queueId);
  }

  private async isStoredHost(host: string): Promise<boolean> {
    const id = this.ids.host.known(host) ?? (await this.ids.host.find(host));
    if (id === null) return false;
    if (!this.ranges.isLoaded(host)) await this.ranges.load(host, id);
    return true;
  }

  private async firstFree(): Promise<number> {
    const [row] = await this.writer.all('SELECT COALESCE(MAX("id"), 0) + 1 AS "next" FROM "Message"');
    return Number(row!.next);
  }

  /** Takes out of the rollups what they held of messages, and puts in what these say now. */
  private async count(messages: readonly StoredMessage[], rows: readonly SqlValue[][]): Promise<void> {
    const changes = new RollupChanges();
    for (let i = 0; i < messages.length; i++) {
      const stored = messages[i]!;
      const row = rows[i]!;
      const hostId = row[ID_COLUMNS.host] as number;
      const domainId = row[ID_COLUMNS.domain] as number | null;
      const before = stored.counted;
      const now = contributionOf(stored.message);
      if (sameContribution(before, now)) continue;
      if (before !== null) changes.add(before, hostId, await this.domainIdOf(before), -1);
      if (now !== null) changes.add(now, hostId, domainId, 1);
      stored.counted = now;
    }
    await changes.save(this.writer);
  }

  private async domainIdOf({ domain }: Contribution): Promise<number | null> {
    if (domain === null) return null;
    return this.ids.domain.known(domain) ?? this.ids.domain.find(domain);
  }
}

const NONE: Map<string, number[]> = new Map();

function addPlace(places: Map<string, number[]>, queueId: string, i: number): void {
  const list = places.get(queueId);
  if (list) list.push(i);
  else places.set(queueId, [i]);
}
