import type { Message } from "@/lib/logs/message";

/** How long a server may wait before it tries again and still counts as repeating itself, ms. */
export const RETRY_SPAN = 86_400_000;

interface Attempt {
  time: number;
  queueId: string;
}

/** What must be the same of two attempts at one delivery. */
export type AttemptKey = Pick<Message, "host" | "clientIp" | "envelopeFrom">;

/** Tempfailed deliveries, to be found by the later ones that repeat them. */
export class Attempts {
  private readonly lists = new Map<string, Map<string, Attempt>>();
  private readonly sorted = new Map<string, Attempt[]>();

  add(key: AttemptKey, time: number, queueId: string): void {
    const text = textOf(key);
    if (text === null) return;
    const list = this.lists.get(text);
    if (list) list.set(queueId, { time, queueId });
    else this.lists.set(text, new Map([[queueId, { time, queueId }]]));
    this.sorted.delete(text);
  }

  get isEmpty(): boolean {
    return this.lists.size === 0;
  }

  /** The queue id of the nearest earlier attempt within 24 hours; null where there is none. */
  before(message: AttemptKey & Pick<Message, "time" | "queueId">): string | null {
    const text = textOf(message);
    const list = text === null ? [] : this.inOrder(text);
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(list[middle]!, message) < 0) low = middle + 1;
      else high = middle;
    }
    const found = list[low - 1];
    return found && message.time - found.time <= RETRY_SPAN ? found.queueId : null;
  }

  private inOrder(text: string): Attempt[] {
    let sorted = this.sorted.get(text);
    if (!sorted) {
      sorted = [...(this.lists.get(text)?.values() ?? [])].sort(compare);
      this.sorted.set(text, sorted);
    }
    return sorted;
  }
}

function textOf({ host, clientIp, envelopeFrom }: AttemptKey): string | null {
  return clientIp === null || envelopeFrom === null ? null : `${host}\n${clientIp}\n${envelopeFrom}`;
}

/** Of one second the queue id tells the order. */
function compare(a: Attempt, b: Attempt): number {
  return a.time - b.time || (a.queueId < b.queueId ? -1 : a.queueId > b.queueId ? 1 : 0);
}
