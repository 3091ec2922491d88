import type { Certainty, DiagnosisKind } from "./diagnosis";
import type { Evidence } from "./evidence";
import type { Facts } from "./facts";

/** One reading of the facts, with what speaks for it. */
export interface Finding {
  kind: DiagnosisKind;
  certainty: Certainty;
  evidence: Evidence[];
}

/** A rule sees whether the facts bear out one reading. */
export type Rule = (facts: Facts) => Finding | null;

/** A reading if there is evidence for it. */
export function borneOut(
  kind: DiagnosisKind,
  certainty: Certainty,
  evidence: Evidence[],
  more: Evidence[] = [],
): Finding | null {
  return evidence.length === 0 ? null : { kind, certainty, evidence: [...evidence, ...more] };
}
