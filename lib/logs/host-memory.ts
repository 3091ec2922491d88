import type { FilterDownFact, RejectedBy, VerdictFact } from "./fact";
import { setResult } from "./join";
import { checkedDomain, type Message } from "./message";
import { queueIdTime } from "./queue-id";

const MAX_VERDICTS = 400;
const MAX_DOWN = 200;
const EARLY = 5_000;
const LATE = 600_000;
const NOT_SPF = /clam|virus|spamass|rspam|dkim|dmarc|grey|mimedefang|amavis|arc/i;

interface PendingVerdict {
  time: number;
  fact: VerdictFact;
}

interface Saved {
  spf: boolean;
  other: boolean;
  verdicts: PendingVerdict[];
  down: [number, number][];
}

/** What must be remembered of one host between its lines: which filters it runs, and what has no queue id. */
export class HostMemory {
  private spf = false;
  private other = false;
  private verdicts: PendingVerdict[] = [];
  private down = new Map<number, number>();

  static resume(saved: unknown): HostMemory {
    const memory = new HostMemory();
    const { spf, other, verdicts, down } = saved as Saved;
    Object.assign(memory, { spf, other, verdicts, down: new Map(down) });
    return memory;
  }

  state(): Saved {
    return { spf: this.spf, other: this.other, verdicts: this.verdicts, down: [...this.down] };
  }

  filterSeen(spf: boolean): void {
    if (spf) this.spf = true;
    else this.other = true;
  }

  /** Whose a refusal is that names no filter: the SPF checker's only where no other filter is at work. */
  get unnamedRefuser(): RejectedBy {
    return this.spf && !this.other ? "spf" : "other";
  }

  /** A process of the server could not ask its SPF filter: what it accepts from now on is unchecked. */
  filterDown(fact: FilterDownFact, pid: number | null, time: number): void {
    if (pid === null || (fact.filter !== null && NOT_SPF.test(fact.filter))) return;
    this.down.delete(pid);
    this.down.set(pid, time);
    if (this.down.size > MAX_DOWN) this.down.delete(this.down.keys().next().value!);
  }

  filterAnswered(pid: number | null): void {
    if (pid !== null && this.down.size > 0) this.down.delete(pid);
  }

  isUnchecked(pid: number | null, time: number): boolean {
    const since = pid === null ? undefined : this.down.get(pid);
    return since !== undefined && time - since < 3_600_000;
  }

  /** Keeps a verdict that came without a queue id until its message is known. */
  keepVerdict(fact: VerdictFact, time: number): void {
    if (fact.clientIp === null) return;
    this.verdicts.push({ time, fact });
    if (this.verdicts.length > MAX_VERDICTS) this.verdicts.splice(0, MAX_VERDICTS / 4);
  }

  /**
   * Gives a message the verdict that its checker logged without a queue id: same client, same sender, no other
   * candidate of another result. A message that has its verdict uses its own up, so that none is left for others.
   */
  linkVerdict(message: Message, lineTime: number): void {
    if (this.verdicts.length === 0 || message.clientIp === null || message.envelopeFrom === null) return;
    const start =
      (queueIdTime(message.queueId, message.time) === null ? message.time : this.startOf(message)) - EARLY;
    const fitting = this.verdicts.filter(
      ({ time, fact }) => time >= start && time <= lineTime + EARLY && isOf(fact, message),
    );
    if (fitting.length === 0) return;
    const own = message.result !== null && message.resultFrom !== "reply";
    const chosen = own ? fitting.find(({ fact }) => fact.result === message.result) : fitting[0];
    if (!chosen || (!own && fitting.some(({ fact }) => fact.result !== chosen.fact.result))) return;
    this.verdicts.splice(this.verdicts.indexOf(chosen), 1);
    if (!own) setResult(message, chosen.fact);
  }

  /** The message's own beginning, from its queue id where the log's clock agrees with it. */
  private startOf(message: Message): number {
    const utc = queueIdTime(message.queueId, message.time)!;
    return Math.abs(message.time - utc) < LATE ? Math.min(utc, message.time) : message.time;
  }
}

function isOf(fact: VerdictFact, message: Message): boolean {
  if (fact.clientIp !== message.clientIp || fact.envelopeFrom === null) return false;
  const from = fact.envelopeFrom.toLowerCase();
  if (from === message.envelopeFrom!.toLowerCase()) return true;
  return from !== "" && !from.includes("@") && message.envelopeFrom !== "" && from === checkedDomain(message);
}
