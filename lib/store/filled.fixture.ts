import type { Message } from "@/lib/logs/message";
import { message } from "./messages.fixture";
import { Store } from "./store";
import { fresh } from "./store.fixture";

/** Stores messages in the database of a URL, with queue ids in their order where they have none. */
export async function fillStore(url: string, given: readonly Partial<Message>[]): Promise<void> {
  const store = await Store.open(url);
  const messages = given.map((changes, n) => fresh(message({ queueId: `q${n}`, ...changes })));
  await store.transaction(() => store.save(messages));
  await store.close();
}
