import type { StoredMessage } from "./store";

/** How many messages stay in reach; the lines of one mostly lie close together in a log. */
const KEPT = 6_000;

/** The messages stored last, in two generations: the older is dropped whole once the younger is full. */
export class MessageCache {
  private young = new Map<string, Map<string, StoredMessage>>();
  private old = new Map<string, Map<string, StoredMessage>>();
  private size = 0;

  get(host: string, queueId: string): StoredMessage | undefined {
    return this.young.get(host)?.get(queueId) ?? this.old.get(host)?.get(queueId);
  }

  add(stored: StoredMessage): void {
    const { host, queueId } = stored.message;
    let ofHost = this.young.get(host);
    if (!ofHost) {
      ofHost = new Map();
      this.young.set(host, ofHost);
    }
    ofHost.set(queueId, stored);
    if (++this.size >= KEPT) this.age();
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
    this.size = 0;
  }

  private age(): void {
    this.old = this.young;
    this.young = new Map();
    this.size = 0;
  }
}
