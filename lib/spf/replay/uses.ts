import type { RecordTrace } from "../trace";

/** What of a mail, besides its client and the domain asked about, a check took note of: bits. */
export const USES = { sender: 1, helo: 2 } as const;

/**
 * What a check used of a mail, by the macros of the terms it came to: `%{s}` and `%{l}` are of the sender, `%{h}` is the
 * HELO name. All else it knows is the client's, or the domain's (`%{o}` is the domain asked about, in any case of its
 * letters). So it ends alike for every mail of the same client that agrees in what was used.
 */
export function usesOf(record: RecordTrace | null): number {
  let uses = 0;
  for (const { state, text, within } of record?.steps ?? []) {
    if (state === "unreached") continue;
    if (/%\{[sl]/i.test(text)) uses |= USES.sender;
    if (/%\{h/i.test(text)) uses |= USES.helo;
    if (within !== null) uses |= usesOf(within);
  }
  return uses;
}
