import { parseRecord } from "../parse";

/** Whether a text is one whole term without a problem. */
export function isTerm(text: string): boolean {
  const { problems, terms } = parseRecord(`v=spf1 ${text}`);
  return problems.length === 0 && terms.length === 1 && !text.includes(" ");
}
