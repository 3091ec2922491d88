import { parseRecord } from "../parse";

/** Whether a text is one whole term without a problem. */
export function isTerm(text: string): boolean {
  const { problems, terms } = parseRecord(`v=spf1 ${text}`);
  return problems.length === 0 && terms.length === 1 && !text.includes(" ");
}

/** Whether a text is one whole term but for leading zeros of a prefix length, which have a repair of their own. */
export function isNearlyTerm(text: string): boolean {
  return isTerm(text.replace(/\/0{1,50}(?=[1-9])/, "/"));
}
