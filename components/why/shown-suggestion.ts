import type { Suggestion } from "@/lib/spf/draft/suggestion";
import type { DiagnosisInput } from "@/lib/why/diagnosis/diagnosis";

/** No mail system needs a record of more characters; one that has them fills no page. */
const LONGEST = 3_000;

/** Whether a suggested record is longer than is shown. */
export function isTooLong({ suggested }: Suggestion): boolean {
  return suggested !== null && suggested.length > LONGEST;
}

/** The input of a diagnosis without a suggestion that is too long to be shown. */
export function withShortSuggestion(input: DiagnosisInput): DiagnosisInput {
  return input.suggestion !== null && isTooLong(input.suggestion) ? { ...input, suggestion: null } : input;
}
