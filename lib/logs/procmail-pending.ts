import type { FilterLine } from "./procmail-line";
import { type Fit, fitLine, namesSender } from "./procmail-pairing";

/** A filter's line that waits for its abstract; other deliveries may write theirs before. */
export interface Waiting {
  line: FilterLine;
  /** An abstract that the recipe did not mark has used it, which is not sure; a marked one may still come. */
  lent: boolean;
  /** Beyond this From_ time no abstract can be its own; null until another abstract came. */
  until: number | null;
}

const MOST_WAITING = 100;
/** Longest wait for a mailbox lock that is believed. */
const LONGEST_WAIT = 15 * 60_000;

/** Lets a line wait; the lines that are given up for it come back. */
export function addWaiting(waiting: Waiting[], line: FilterLine): FilterLine[] {
  waiting.push({ line, lent: false, until: null });
  return waiting.length > MOST_WAITING ? unused(waiting.splice(0, waiting.length - MOST_WAITING)) : [];
}

/** Gives up lines that waited too long when an abstract with this From_ time comes. */
export function dropStale(waiting: Waiting[], time: number): FilterLine[] {
  const dropped: Waiting[] = [];
  for (let i = waiting.length - 1; i >= 0; i--) {
    const entry = waiting[i]!;
    if (entry.until !== null && time > entry.until) dropped.unshift(...waiting.splice(i, 1));
    else entry.until = Math.min(entry.until ?? Number.POSITIVE_INFINITY, time + LONGEST_WAIT);
  }
  return unused(dropped);
}

/** Lines that no abstract used. */
export function unused(waiting: readonly Waiting[]): FilterLine[] {
  return waiting.filter((entry) => !entry.lent).map((entry) => entry.line);
}

/** Finds the line of an abstract and takes it out; a subject without the recipe's mark only borrows it. Null where none fits. */
export function takeLine(waiting: Waiting[], sender: string, subject: string | null): FilterLine | null {
  const fitting = waiting.flatMap((entry) => {
    const fitted = fitLine(entry.line, subject);
    // Lent once, it is given to none but the block that the recipe marked.
    return fitted && (!entry.lent || fitted.fit === "tag") ? [{ entry, ...fitted }] : [];
  });
  const named = fitting.filter(({ line }) => namesSender(line, sender));
  const likely = named.length > 0 ? named : fitting.filter(({ fit }) => fit !== "bare" || subject === null);
  const chosen = likely.find(({ entry }) => !entry.lent) ?? likely[0];
  if (!chosen) return null;
  const { entry, fit, line } = chosen;
  const result = likely.every((other) => other.line.result === line.result) ? line.result : null;
  // Which of them got which result stays unknown for those that are left, too.
  for (const other of likely) if (result === null) other.entry.line.result = null;
  settle(waiting, entry, fit);
  return { ...line, result };
}

function settle(waiting: Waiting[], entry: Waiting, fit: Fit): void {
  if (fit === "tag") waiting.splice(waiting.indexOf(entry), 1);
  else entry.lent = true;
}
