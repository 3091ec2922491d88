import type { RecordTrace } from "../trace";

/**
 * How a check stands with the end of the domain's own record: "reached" where that end alone decided, "untouched" where
 * it decided nothing, so that another end would change nothing; "unclear" where the record was come to once more.
 */
export function ownEnd(root: RecordTrace | null): "reached" | "untouched" | "unclear" {
  if (root === null) return "untouched";
  if (root.steps.some(({ within }) => within !== null && holds(within, root.domain.toLowerCase())))
    return "unclear";
  if (root.reason === "no-match" && root.steps.every(({ within }) => within?.via !== "redirect"))
    return "reached";
  const decided = root.steps.find(({ state }) => state === "match");
  return decided !== undefined && /^[-~?+]?all$/i.test(decided.text) ? "reached" : "untouched";
}

function holds({ domain, steps }: RecordTrace, wanted: string): boolean {
  return (
    domain.toLowerCase() === wanted || steps.some(({ within }) => within !== null && holds(within, wanted))
  );
}
