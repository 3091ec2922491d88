/** A value that a bounce tells, where, and how much it is worth: the lower its rank, the more. */
export interface Finding {
  field: "ip" | "sender" | "helo" | "receiver";
  value: string;
  line: number;
  from: "url" | "reply" | "header" | "received";
  rank: number;
}

/** A finding, and the index in the text where it stands. */
export type Placed = Finding & { at: number };

/** What the rejecting server wrote is worth more than headers, whoever wrote those; guesses are worth less. */
export const RANK = { reply: 1, guess: 2, header: 3, hint: 4, received: 5 } as const;

/** The finding of a field that is worth the most, the first of equals; null where there is none. */
export function bestOf(findings: Finding[], field: Finding["field"]): Finding | null {
  let best: Finding | null = null;
  for (const finding of findings) {
    if (finding.field === field && (best === null || finding.rank < best.rank)) best = finding;
  }
  return best;
}
