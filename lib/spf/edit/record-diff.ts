import type { Span } from "../record";

export type DiffState = "kept" | "added" | "removed" | "moved" | "changed-qualifier";

/**
 * A term of two records: `text` as the draft has it, or as was published where it is removed; `was` as published, null
 * for an added one. The spans are its places in the two texts, null where it is in none.
 */
export interface DiffTerm {
  state: DiffState;
  text: string;
  was: string | null;
  published: Span | null;
  draft: Span | null;
}

/** What a draft changes: `isSame` if both mean the same term by term, `isOrderChanged` if terms stand in another order. */
export interface RecordDiff {
  terms: DiffTerm[];
  isSame: boolean;
  isOrderChanged: boolean;
}

/** What changes from the published record, null for none, to a draft; terms in the draft's order, removed ones where they stood. */
export function diffRecords(published: string | null, draft: string): RecordDiff {
  return { terms: [], isSame: published === draft, isOrderChanged: false };
}
