import { withAll } from "../draft/zone-lines";
import { parseRecord } from "../parse";
import { allOf } from "../reached";

/** The record with ~all in place of its -all; null where it does not end so, or has an error. */
export function softened(text: string): string | null {
  return endsInFail(text) ? withAll(text, "~all") : null;
}

/** Whether a record asks receivers to refuse what it does not list. */
export function endsInFail(text: string): boolean {
  return allOf(parseRecord(text))?.qualifier === "-";
}
