import type { RecordTrace } from "../trace";

/**
 * Whether the end of the domain's own record, one that no redirect ends, decided a check: its `all`, or that nothing
 * matched. Otherwise another end
 * would have changed nothing: a record that includes itself comes to its own include again before its end, until the
 * limit of lookups makes an error of it.
 */
export function isOwnEnd(root: RecordTrace | null): boolean {
  if (root === null) return false;
  if (root.reason === "no-match") return true;
  const decided = root.steps.find(({ state }) => state === "match");
  return decided !== undefined && /^[-~?+]?all$/i.test(decided.text);
}
