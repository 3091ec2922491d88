import type { MarkedSpan } from "@/components/spf/record-view";
import { type DiffTerm, diffRecords } from "@/lib/spf/edit/record-diff";

/** What changes between two texts of a record: the terms that do, and where they stand in either. */
export interface RecordChanges {
  /** Without those that are kept. */
  terms: DiffTerm[];
  isSame: boolean;
  before: MarkedSpan[];
  after: MarkedSpan[];
}

/** Holds a record against the one before it, null for none. */
export function changesOf(before: string | null, after: string): RecordChanges {
  const { terms, isSame } = diffRecords(before, after);
  const changed = terms.filter(({ state }) => state !== "kept");
  return {
    terms: changed,
    isSame,
    before: changed.flatMap(({ published }) => (published === null ? [] : { ...published, mark: "remove" })),
    after: changed.flatMap(({ draft }) => (draft === null ? [] : { ...draft, mark: "insert" })),
  };
}
