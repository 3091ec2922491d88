import { ADVICE_EXAMPLES } from "./examples-advice";
import { SYNTAX_EXAMPLES } from "./examples-syntax";
import { type LintRule, RULES, type Rule } from "./rules";

/**
 * A record that a rule speaks of, in three parts: what stands before the offending characters, these, and what stands
 * behind; the whole as the finding's fix leaves it, null where it has none; and a record the rule has nothing to say
 * of. `domain` is the one that publishes them, where that matters.
 */
export interface Example {
  bad: [before: string, offending: string, after: string];
  fixed: string | null;
  good: string;
  domain?: string;
}

/** Every rule with its number in the catalogue, its severity, the section it rests on, and an example. */
export const CATALOGUE = (Object.keys(RULES) as LintRule[]).map(
  (rule): Rule & Example & { rule: LintRule } => ({
    rule,
    ...RULES[rule],
    ...{ ...SYNTAX_EXAMPLES, ...ADVICE_EXAMPLES }[rule],
  }),
);
