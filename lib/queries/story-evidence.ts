import type { DeliveryFact, Fact, RefusalFact, VerdictFact } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import type { ProcmailLines, Proof, Unproven } from "./message-story";
import type { OriginalLine } from "./original-lines";
import { statedBy } from "./story-facts";

/** One fact, and the line that states it. */
export interface StatedFact<F extends Fact = Fact> {
  fact: F;
  line: number;
  time: number | null;
}

/** A message keeps so many lines. */
const MOST_LINES = 16;
const FOLDER = "  Folder: ";

/** What a message's lines state, asked fact by fact. */
export class Evidence {
  /** The message's lines, then procmail's. */
  readonly lines: OriginalLine[];
  private readonly facts: StatedFact[];
  private readonly procmail = new Map<number, { lines: number[]; fitting: number }>();

  constructor(
    private readonly message: Message,
    own: readonly OriginalLine[],
    procmail: readonly ProcmailLines[],
  ) {
    this.facts = own.flatMap(({ text, earlier }, line) => {
      if (text === null) return [];
      const { facts, time } = statedBy(text, message, earlier);
      return facts.filter((fact) => isOf(fact, message)).map((fact) => ({ fact, line, time }));
    });
    this.lines = [...own];
    for (const { ordinal, fitting, lines } of procmail) {
      this.procmail.set(ordinal, { fitting, lines: lines.map((line) => this.place(upToFolder(line))) });
    }
  }

  /** The facts of a kind, in the order of the lines. */
  of(kind: "verdict"): StatedFact<VerdictFact>[];
  of(kind: "refusal"): StatedFact<RefusalFact>[];
  of(kind: "delivery"): StatedFact<DeliveryFact>[];
  of(kind: Fact["kind"]): StatedFact[];
  of(kind: Fact["kind"]): StatedFact[] {
    return this.facts.filter(({ fact }) => fact.kind === kind);
  }

  /** The first line that states a value of the envelope, of the kind of line that tells it best. */
  envelope(name: "clientIp" | "clientName" | "helo" | "envelopeFrom" | "messageId" | "size"): StatedFact[] {
    const value = this.message[name];
    if (value === null) return [];
    for (const kind of ["envelope", "refusal", "verdict"] as const) {
      const stated = this.of(kind).find(({ fact }) => Reflect.get(fact, name) === value);
      if (stated) return [stated];
    }
    return [];
  }

  /** The lines of procmail's log on a recipient, and how many deliveries of it may be his; null without any. */
  procmailOf(ordinal: number): { lines: number[]; fitting: number } | null {
    return this.procmail.get(ordinal) ?? null;
  }

  /** Where a line stands among all; one that two recipients share stands there once. */
  private place(line: OriginalLine): number {
    const known = this.lines.findIndex(({ ref }) => ref === line.ref);
    return known >= 0 ? known : this.lines.push(line) - 1;
  }

  /** The proof that facts give; without any, `otherwise` tells why, unless lines are missing. */
  proof(stated: readonly StatedFact[], otherwise: Unproven, more: readonly number[] = []): Proof {
    const lines = [...new Set([...stated.map(({ line }) => line), ...more])].sort((a, b) => a - b);
    if (lines.length > 0) return { lines, unproven: null };
    if (otherwise === "unknown") return { lines, unproven: otherwise };
    if (this.lines.some(({ missing }) => missing !== null)) return { lines, unproven: "gone" };
    return { lines, unproven: this.message.lines.length >= MOST_LINES ? "full" : otherwise };
  }
}

function isOf(fact: Fact, { queueId }: Message): boolean {
  if (!("queueId" in fact)) return false;
  return fact.queueId === queueId || (fact.queueId === null && queueId.startsWith("~"));
}

/** Procmail's abstract ends with its Folder line; what comes after is another delivery's. */
function upToFolder(line: OriginalLine): OriginalLine {
  if (line.text === null) return line;
  const all = line.text.split("\n");
  const folder = all.findIndex((text) => text.startsWith(FOLDER));
  return { ...line, text: all.slice(0, folder < 0 ? 1 : folder + 1).join("\n") };
}
