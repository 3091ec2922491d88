import { visibleLine } from "@/lib/mail/visible-text";

/** Characters of a record that a terminal is shown. */
const LONGEST = 5000;

/** A record as a terminal is shown it, on one line. */
export function shownRecord(text: string): string {
  return visibleLine(text, LONGEST);
}
