import { Clock } from "@/lib/logs/clock";
import { Continuations } from "@/lib/logs/continuation";
import type { Fact } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import { grammarOf } from "@/lib/logs/programs";
import { queueIdEnd } from "@/lib/logs/queue-id";
import { EnvelopeReader, type LogLine } from "@/lib/logs/syslog";
import { fixedZone } from "@/lib/logs/zone";

/** What one line of a log states by itself. */
export interface Stated {
  /** Null where the line names no machine. */
  host: string | null;
  facts: Fact[];
  /** Epoch ms; null where the line has no stamp. */
  time: number | null;
  /** Syslog wrote this in place of lines like the one before. */
  repeats: boolean;
}

/** A piece of a text that sendmail split: `QID[2]: rest`. */
export interface SplitPiece {
  /** What all pieces share: the machine, the process and the queue id. */
  key: string;
  /** 1 for the first. */
  number: number;
}

const REPEATED = /^message repeated \d{1,6} times: \[ (.*)\]$/s;
const LAST_REPEATED = /(?:^|^\S{1,255} )last message repeated \d{1,6} times?$/;

/**
 * Reads a line (latin1) once more by the grammars that read it at the import; `earlier` holds the pieces before it of a
 * text that sendmail split. `message` helps where the stamp has no year or zone.
 */
export function statedBy(
  line: string,
  message: Pick<Message, "time" | "utcOffset">,
  earlier: readonly string[] = [],
): Stated {
  const zone = fixedZone(message.utcOffset);
  const clock = new Clock({ year: null, zone, fallback: zone, near: message.time });
  const stated: Stated = { host: null, facts: [], time: null, repeats: false };
  const continuations = new Continuations();
  for (const piece of earlier) understand(read(piece), continuations, () => {});
  // A crash leaves runs of NUL where lines were not yet written: what stands on either side is a line.
  for (const piece of line.split("\0").filter((part) => part !== "")) {
    const parts = read(piece);
    stated.host = parts.host ?? stated.host;
    stated.time = clock.read(parts.stamp, null)?.time ?? stated.time;
    stated.repeats ||= parts.program.length < 10 && LAST_REPEATED.test(parts.text);
    understand(parts, continuations, (fact) => stated.facts.push(fact));
  }
  return stated;
}

function read(line: string): LogLine {
  return new EnvelopeReader().read(line);
}

function understand(line: LogLine, continuations: Continuations, emit: (fact: Fact) => void): void {
  if (line.program === "") return;
  const text = REPEATED.exec(line.text)?.[1] ?? line.text;
  const whole = continuations.push(`${line.host} ${line.pid}`, text);
  if (whole !== null) grammarOf(line.program)(whole, emit);
}

/** Whether a line is (still) one of a message's: of its host, and of its queue id where it names one. */
export function isLineOf(
  line: string,
  message: Pick<Message, "host" | "queueId" | "time" | "utcOffset">,
): boolean {
  const { host, facts, repeats } = statedBy(line, message);
  if (repeats) return true;
  if (host !== null && host !== message.host) return false;
  if (message.queueId.startsWith("~")) {
    return facts.some((fact) => fact.kind === "refusal" && fact.queueId === null);
  }
  const named = facts.flatMap((fact) => ("queueId" in fact && fact.queueId !== null ? [fact.queueId] : []));
  return named.length > 0 ? named.includes(message.queueId) : line.includes(message.queueId);
}

/** Which piece of a split text a line is; null where it is a whole one. */
export function splitPieceOf(line: string): SplitPiece | null {
  const { host, pid, text } = read(line);
  const end = queueIdEnd(text);
  const number = end < 0 ? null : /^\[(\d{1,3})\]: /.exec(text.slice(end, end + 8));
  return number === null ? null : { key: `${host} ${pid} ${text.slice(0, end)}`, number: Number(number[1]) };
}
