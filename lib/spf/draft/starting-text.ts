import { draftText } from "./draft-record";
import { mergedDraft } from "./merge";

/** The text that a draft begins with: the record that is published; of several, what they say together, or the first where that cannot be told. "" for none. */
export function startingText(published: string[]): string {
  const merged = published.length > 1 ? mergedDraft(published) : null;
  return merged === null ? (published[0] ?? "") : draftText(merged);
}
