import { openWriter } from "@/lib/db/open";
import type { SqlValue, Writer } from "@/lib/db/writer";
import { messageKey } from "@/lib/logs/joiner";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { type Contribution, contributionOf, sameContribution } from "./counts";
import { Dictionaries } from "./dictionaries";
import { loadMessages } from "./load-messages";
import { MESSAGE_COLUMNS, messageRow, RECIPIENT_COLUMNS, recipientRow } from "./message-row";

/** A message with its number, and what the rollups hold of it. */
export interface StoredMessage {
  id: number | null;
  message: Message;
  counted: Contribution | null;
}

const MAX_CACHED = 30_000;
const VERSION = "writes";

/** All that is written goes through here: messages, their dictionaries and rollups, one transaction at a time. */
export class Store {
  private cache = new Map<string, StoredMessage>();
  private greatest = new Map<string, string>();
  private readonly ids: Dictionaries;
  private nextId: number | null = null;
  private version = -1;

  private constructor(readonly writer: Writer) {
    this.ids = new Dictionaries(writer);
  }

  /** Opens the database, brought up to this release's schema. Throws DatabaseFault. */
  static async open(databaseUrl: string): Promise<Store> {
    return new Store(await openWriter(databaseUrl));
  }

  /** One transaction that excludes every other writer. What was remembered of rows is dropped when another wrote. */
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
  async messages(keys: readonly { host: string; queueId: string }[]): Promise<(StoredMessage | undefined)[]> {
    const found = new Map<string, StoredMessage>();
    const wanted: { host: string; queueId: string }[] = [];
    for (const { host, queueId } of keys) {
      const key = messageKey(host, queueId);
      const cached = this.cache.get(key);
      if (cached) found.set(key, cached);
      else if (queueId <= (this.greatest.get(host) ?? (await this.greatestOf(host)))) wanted.push({ host, queueId });
    }
    if (wanted.length > 0) {
      for (const stored of await loadMessages(this.writer, this.ids.host, wanted)) {
        found.set(messageKey(stored.message.host, stored.message.queueId), stored);
      }
    }
    return keys.map(({ host, queueId }) => found.get(messageKey(host, queueId)));
  }

  /** Stores messages, new or changed, with their recipients, and the difference they make to the rollups. */
  async save(messages: readonly StoredMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.learn(messages);
    const rows: SqlValue[][] = [];
    const recipients: SqlValue[][] = [];
    for (const stored of messages) {
      stored.id ??= await this.newId();
      rows.push(messageRow(stored.id, stored.message, this.ids));
      stored.message.recipients.forEach((recipient, i) => recipients.push(recipientRow(stored.id!, i, recipient)));
      this.remember(stored);
    }
    await this.writer.bulk({ table: "Message", columns: MESSAGE_COLUMNS, rows, key: ["id"], onConflict: "replace" });
    await this.writer.bulk({
      table: "Recipient",
      columns: RECIPIENT_COLUMNS,
      rows: recipients,
      key: ["messageRef", "ordinal"],
      onConflict: "replace",
    });
    await this.count(messages);
  }

  async close(): Promise<void> {
    await this.writer.close();
  }

  private async nextVersion(): Promise<void> {
    const [row] = await this.writer.all('SELECT "value" FROM "Setting" WHERE "name" = ?', [VERSION]);
    const version = row ? Number(row.value) : 0;
    if (version !== this.version) this.forget();
    this.version = version + 1;
    await this.writer.run(
      'INSERT INTO "Setting" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"',
      [VERSION, String(this.version)],
    );
  }

  private forget(): void {
    this.cache.clear();
    this.greatest.clear();
    this.ids.forget();
    this.nextId = null;
    this.version = -1;
  }

  private remember(stored: StoredMessage): void {
    const { host, queueId } = stored.message;
    const key = messageKey(host, queueId);
    this.cache.delete(key);
    this.cache.set(key, stored);
    if (this.cache.size > MAX_CACHED) this.cache.delete(this.cache.keys().next().value!);
    if (queueId > (this.greatest.get(host) ?? "")) this.greatest.set(host, queueId);
  }

  /** Queue ids rise with time, so that most of a log's lie beyond the greatest one stored and need no look. */
  private async greatestOf(host: string): Promise<string> {
    const hostId = await this.ids.host.find(host);
    const [row] =
      hostId === null
        ? []
        : await this.writer.all('SELECT "queueId" FROM "Message" WHERE "hostId" = ? ORDER BY "queueId" DESC LIMIT 1', [hostId]);
    const greatest = row ? String(row.queueId) : "";
    this.greatest.set(host, greatest);
    return greatest;
  }

  private async newId(): Promise<number> {
    if (this.nextId === null) {
      const [row] = await this.writer.all('SELECT COALESCE(MAX("id"), 0) + 1 AS "next" FROM "Message"');
      this.nextId = Number(row!.next);
    }
    return this.nextId++;
  }

  private async learn(messages: readonly StoredMessage[]): Promise<void> {
    const texts = { host: new Set<string>(), domain: new Set<string>(), client: new Set<string>(), helo: new Set<string>(), checker: new Set<string>() };
    for (const { message } of messages) {
      const domain = checkedDomain(message);
      texts.host.add(message.host);
      if (domain !== null) texts.domain.add(domain);
      if (message.clientIp !== null) texts.client.add(message.clientIp);
      if (message.helo !== null) texts.helo.add(message.helo);
      if (message.checker !== null) texts.checker.add(message.checker);
    }
    for (const name of Object.keys(texts) as (keyof typeof texts)[]) await this.ids[name].learn(texts[name]);
  }

  private async count(messages: readonly StoredMessage[]): Promise<void> {
    const hours = new Map<string, SqlValue[]>();
    const days = new Map<string, SqlValue[]>();
    const add = (contribution: Contribution, by: number) => {
      const { hour, day, host, domain, result, action } = contribution;
      addTo(hours, [hour, this.ids.host.id(host), result, action], by);
      if (domain !== null) addTo(days, [day, result, this.ids.domain.id(domain), action], by);
    };
    const gone = messages.flatMap(({ counted }) => counted?.domain ?? []);
    await this.ids.domain.learn(gone);
    for (const stored of messages) {
      const now = contributionOf(stored.message);
      if (sameContribution(stored.counted, now)) continue;
      if (stored.counted) add(stored.counted, -1);
      if (now) add(now, 1);
      stored.counted = now;
    }
    await this.addCounts("HourCount", ["hour", "hostId", "result", "action"], hours);
    await this.addCounts("DayCount", ["day", "result", "domainId", "action"], days);
  }

  private async addCounts(table: string, key: string[], counts: Map<string, SqlValue[]>): Promise<void> {
    const rows = [...counts.values()].sort((a, b) => compareRows(a, b, key.length));
    await this.writer.bulk({ table, columns: [...key, "count"], rows, key, onConflict: "add" });
  }
}

function addTo(counts: Map<string, SqlValue[]>, key: number[], by: number): void {
  const id = key.join(" ");
  const row = counts.get(id);
  if (row) row[key.length] = Number(row[key.length]) + by;
  else counts.set(id, [...key, by]);
}

/** Rows in the order of their key reach the pages of the table one after the other. */
function compareRows(a: SqlValue[], b: SqlValue[], length: number): number {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return Number(a[i]) - Number(b[i]);
  return 0;
}
