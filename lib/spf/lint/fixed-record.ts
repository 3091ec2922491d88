import { parseRecord } from "../parse";
import { applyFixes, fixesOf } from "./apply-fixes";
import { lintRecord } from "./lint-record";
import { widerThan } from "./open-terms";

/** How often a fixed text is linted again; what one fix uncovers is fixed by the next round. */
const ROUNDS = 12;

/**
 * A record with all that can be fixed fixed, or its errors only; also what the first fixes uncover. Never a wider one,
 * see `widerThan`.
 */
export function fixedRecord(text: string, { isErrorsOnly = false } = {}): string {
  let fixed = text;
  for (let round = 0; round < ROUNDS; round++) {
    const findings = lintRecord(fixed);
    const chosen = isErrorsOnly ? findings.filter(({ severity }) => severity === "error") : findings;
    const next = applyFixes(fixed, fixesOf(chosen));
    if (next === fixed || widerThan(parseRecord(next), parseRecord(fixed))) return fixed;
    fixed = next;
  }
  return fixed;
}
