import { Continuations } from "@/lib/logs/continuation";
import { Joiner } from "@/lib/logs/joiner";
import type { StoredMessage } from "@/lib/store/store";

/** What the logs of one run share: split texts, what is remembered of each host, and which messages the run made. */
export class RunMemory {
  readonly continuations = new Continuations();
  readonly joiner = new Joiner();
  private firstOwn = Number.POSITIVE_INFINITY;

  created(messages: StoredMessage[]): void {
    for (const { id } of messages) if (id !== null && id < this.firstOwn) this.firstOwn = id;
  }

  /** Whether the message was made by this run (ids rise with every new message). */
  isOwn(id: number): boolean {
    return id >= this.firstOwn;
  }
}
