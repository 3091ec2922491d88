import type { SpfResult } from "@/lib/spf/result";
import type { ProcmailBlock } from "./procmail";
import type { FilterLine } from "./procmail-line";
import { fitLine, fitSubject, isMarked, namesSender } from "./procmail-pairing";

/** A block of one of several logs; without `log` all are taken to be of one. */
export type LoggedBlock = ProcmailBlock & { log?: number };
export type LoggedLine = FilterLine & { log?: number };

/** A block with all that is known of its mark. */
export interface Delivered {
  block: LoggedBlock;
  filter: FilterLine | null;
  /** The recipe's mark stands before the line's subject: nobody else writes that. */
  sure: boolean;
  /** The subject bears the mark, whoever put it there. */
  marked: boolean;
  /** Bytes that the recipe's mark added. */
  added: number;
}

/** A line at the end of one log and its block at the head of the next are not further apart, by From_ times. */
const SEAM = 24 * 3_600_000;
const MARK_BYTES = 7;

/** Settles which filter line belongs to which block, also where the two are in different logs. */
export function settleFilters(blocks: readonly LoggedBlock[], lines: readonly LoggedLine[]): Delivered[] {
  const surely = new Set<string>();
  const used = new Set<string>();
  for (const { log, filter, subject } of blocks) {
    if (!filter) continue;
    used.add(place(log, filter));
    if (fitSubject(filter.subject, subject) === "tag") surely.add(place(log, filter));
  }
  const free = lines.filter((line) => !used.has(place(line.log, line)));
  return blocks.map((block) => {
    const marked = isMarked(block.subject);
    const own = block.filter;
    const fits = own !== null && fitSubject(own.subject, block.subject) === "tag";
    // A block without the recipe's mark only borrows its line: it gives way to the marked one.
    const kept = own !== null && (fits || !surely.has(place(block.log, own))) ? own : null;
    const filter = kept ?? (marked && own === null ? takeFree(free, block) : null);
    const sure = filter !== null && fitSubject(filter.subject, block.subject) === "tag";
    return { block, filter, sure, marked, added: sure ? MARK_BYTES : 0 };
  });
}

function place(log: number | undefined, line: FilterLine): string {
  return `${log ?? 0}:${line.offset}`;
}

function takeFree(free: LoggedLine[], block: LoggedBlock): FilterLine | null {
  const fitting = free.filter((line) => isNear(line, block) && fitLine(line, block.subject) !== null);
  const named = fitting.filter((line) => namesSender(line, block.sender));
  const likely = named.length > 0 ? named : fitting;
  const chosen = likely[0];
  if (!chosen) return null;
  free.splice(free.indexOf(chosen), 1);
  const sure = likely.every((line) => line.result === chosen.result);
  return { ...(fitLine(chosen, block.subject)?.line ?? chosen), result: sure ? chosen.result : null };
}

function isNear(line: FilterLine, block: LoggedBlock): boolean {
  if (line.time === null || block.time === null) return true;
  return Math.abs(line.time - block.time) <= SEAM;
}

/** Whether the filter line of a block that the recipe marked states another verdict than the message's own. */
export function contradicts(result: SpfResult | null, { sure, filter }: Delivered): boolean {
  if (!sure || !filter || result === null) return false;
  return filter.result === null ? !isFailing(result) : filter.result !== result;
}

export function isFailing(result: SpfResult | null): boolean {
  return result === "fail" || result === "softfail";
}

/**
 * Whether the mail of this block was marked as failing SPF on delivery; null where it cannot be told. `filtering`: the
 * log holds filter lines at all.
 */
export function isTagged(
  { block, filter, sure, marked }: Delivered,
  result: SpfResult | null,
  filtering: boolean,
): boolean | null {
  if (!marked) {
    // A line that states another verdict makes it doubtful whose block this is.
    const doubtful = filter !== null && result !== null && filter.result !== null && filter.result !== result;
    return block.folder === null || doubtful ? null : false;
  }
  if (sure) return filter!.result === null || isFailing(filter!.result) ? true : null;
  // Marked before by the sender: whether it failed as well, its verdict tells better than a line that may be another's.
  if (filter && (result === null || filter.result === null || filter.result === result)) {
    return isFailing(filter.result ?? result) ? true : null;
  }
  // Marked without a filter's line: by the sender, unless that line got lost.
  if (isFailing(result)) return null;
  return result !== null || filtering ? false : null;
}
