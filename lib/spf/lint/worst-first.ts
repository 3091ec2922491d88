import type { Severity } from "./rules";

/** How bad a finding is; the worst is 0. */
export const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Puts findings in order, worst first, then in the order of the record. */
export function worstFirst<T extends { severity: Severity; from: number }>(findings: T[]): T[] {
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.from - b.from);
}
