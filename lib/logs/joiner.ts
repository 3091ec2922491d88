import type { Fact } from "./fact";
import { HostMemory } from "./host-memory";
import { addLine, applyFact, newMessage } from "./join";
import type { Message } from "./message";
import type { Entry } from "./reader";

const CREATING: Record<Fact["kind"], boolean> = {
  envelope: true,
  delivery: true,
  verdict: true,
  refusal: true,
  abort: true,
  tag: true,
  filterDown: false,
  filterSeen: false,
};

/** The key under which a message is kept: queue ids are unique per host only. */
export function messageKey(host: string, queueId: string): string {
  return `${host}\n${queueId}`;
}

/** Joins entries to messages, host by host, in the order of the log. */
export class Joiner {
  private readonly memories = new Map<string, HostMemory>();

  constructor(saved: Record<string, unknown> = {}) {
    for (const [host, memory] of Object.entries(saved)) this.memories.set(host, HostMemory.resume(memory));
  }

  state(): Record<string, unknown> {
    return Object.fromEntries([...this.memories].map(([host, memory]) => [host, memory.state()]));
  }

  /** Takes over what another log's reading remembered of hosts that this one has not seen. */
  adopt(saved: Record<string, unknown>): void {
    for (const [host, memory] of Object.entries(saved)) {
      if (!this.memories.has(host)) this.memories.set(host, HostMemory.resume(memory));
    }
  }

  /** The messages that entries speak of, each once, in order. */
  static keysOf(entries: readonly Entry[]): { host: string; queueId: string }[] {
    const seen = new Set<string>();
    const keys: { host: string; queueId: string }[] = [];
    for (const { host, queueId, fact } of entries) {
      if (queueId === null || !CREATING[fact.kind]) continue;
      const key = messageKey(host, queueId);
      if (seen.has(key)) continue;
      seen.add(key);
      keys.push({ host, queueId });
    }
    return keys;
  }

  /** Applies entries; `messages` holds those that are stored, by messageKey, and receives the new ones. */
  apply(entries: readonly Entry[], messages: Map<string, Message>): void {
    for (const entry of entries) this.applyEntry(entry, messages);
  }

  private applyEntry(entry: Entry, messages: Map<string, Message>): void {
    const { host, queueId, fact, at, pid } = entry;
    const memory = this.memoryOf(host);
    if (fact.kind === "filterSeen") {
      memory.filterSeen(fact.spf);
      if (fact.spf) memory.filterAnswered(pid);
      return;
    }
    if (fact.kind === "filterDown") return memory.filterDown(fact, pid, at.time);
    if (queueId === null) {
      if (fact.kind === "verdict") memory.keepVerdict(fact, at.time);
      return;
    }
    const key = messageKey(host, queueId);
    let message = messages.get(key);
    if (!message) {
      message = newMessage(host, queueId, at);
      messages.set(key, message);
    }
    addLine(message, at);
    applyFact(message, fact, at, memory.unnamedRefuser);
    if (fact.kind === "delivery") return;
    if (fact.kind === "envelope") this.envelopeKnown(message, entry, memory);
    memory.linkVerdict(message, at.time);
  }

  private envelopeKnown(message: Message, { mismatch, pid, at }: Entry, memory: HostMemory): void {
    if (mismatch) message.stampMismatch = true;
    if (message.result === null && message.action === "accept" && memory.isUnchecked(pid, at.time))
      message.unchecked = true;
  }

  private memoryOf(host: string): HostMemory {
    let memory = this.memories.get(host);
    if (!memory) {
      memory = new HostMemory();
      this.memories.set(host, memory);
    }
    return memory;
  }
}
