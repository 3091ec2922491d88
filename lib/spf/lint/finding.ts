import type { Span } from "../record";
import { type LintRule, RULES, type Severity } from "./rules";

/** Replaces a span of a record's text; an empty span inserts. */
export interface Fix extends Span {
  text: string;
}

/** What the linter has to say of a span of a record's text. */
export interface Finding extends Span {
  rule: LintRule;
  severity: Severity;
  values: Record<string, string | number>;
  fix: Fix | null;
}

/** A finding of a rule, of the rule's severity. */
export function found(
  rule: LintRule,
  { from, to }: Span,
  values: Finding["values"] = {},
  fix: Fix | null = null,
): Finding {
  return { rule, severity: RULES[rule].severity, from, to, values, fix };
}

/** Whether two spans share a character, or one inserts inside the other. */
export function isOverlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** A finding moved to the right, for one about a part of a text. */
export function shifted(finding: Finding, by: number): Finding {
  const { from, to, fix } = finding;
  const moved = fix && { ...fix, from: fix.from + by, to: fix.to + by };
  return { ...finding, from: from + by, to: to + by, fix: moved };
}
