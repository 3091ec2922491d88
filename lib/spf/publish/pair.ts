import { withAll } from "../draft/zone-lines";
import { type BindRecord, bindRecord } from "./bind-record";
import { isSameText } from "./spf-texts";

/** The two ends of a record between which its owner chooses. */
export const ENDS = ["-all", "~all"] as const;
export type End = (typeof ENDS)[number];

/** A draft with one of the ends, as it goes into a zone; `isDraft` where it is the draft as it stands. */
export interface PairHalf {
  all: End;
  text: string;
  record: BindRecord;
  isDraft: boolean;
}

/** A draft with each of the two ends; null where a redirect decides instead, or the draft has an error. */
export function allPair(domain: string, draft: string, ttl: number): [PairHalf, PairHalf] | null {
  const half = (all: End): PairHalf | null => {
    const text = withAll(draft, all);
    const record = text === null ? null : bindRecord(domain, text, ttl);
    return text === null || record === null ? null : { all, text, record, isDraft: isSameText(text, draft) };
  };
  const [fail, soft] = ENDS.map(half);
  return fail && soft ? [fail, soft] : null;
}
