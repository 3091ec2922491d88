/**
 * What was done to a pasted text to get at its record, in the order in which it is told. "missing-space": DNS joins
 * two strings to one word; "several-records": there are others; "cut": the text was too long to read in full.
 */
export const PASTE_CHANGES = [
  "cut",
  "zone-line",
  "tool-output",
  "surrounding-text",
  "several-records",
  "joined-strings",
  "missing-space",
  "quotes",
  "escapes",
  "several-lines",
  "spaces",
  "invisible",
  "full-width",
  "word-processor",
  "entities",
] as const;

export type PasteChange = (typeof PASTE_CHANGES)[number];
