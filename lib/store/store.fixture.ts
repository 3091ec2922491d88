import { afterEach, beforeEach } from "vitest";
import type { SqlRow } from "@/lib/db/writer";
import type { Message } from "@/lib/logs/message";
import { Store, type StoredMessage } from "./store";

/** A message that is not stored yet. */
export const fresh = (given: Message): StoredMessage => ({ id: null, message: given, counted: null });

export const numbers = (rows: SqlRow[]) => rows.map((row) => Object.values(row).map(Number));

/** Messages of a store, by their keys. */
export const load = (of: Store, ...messages: Pick<Message, "host" | "queueId">[]) =>
  of.transaction(() => of.messages(messages));

/** A store on an empty database for each test of a contract, and others on the same one. */
export function storeForEachTest(newDatabase: () => Promise<string>) {
  let url: string;
  const opened = {} as { store: Store };
  beforeEach(async () => {
    url = await newDatabase();
    opened.store = await Store.open(url);
  });
  afterEach(() => opened.store.close());
  return {
    opened,
    save: (...messages: Message[]) =>
      opened.store.transaction(async () => {
        const stored = messages.map(fresh);
        await opened.store.save(stored);
        return stored;
      }),
    async elsewhere<T>(work: (other: Store) => Promise<T>): Promise<T> {
      const other = await Store.open(url);
      return work(other).finally(() => other.close());
    },
  };
}
