import { parseRecord } from "../parse";
import type { Problem, SpfRecord } from "../record";
import { type Finding, found } from "./finding";
import { isTerm } from "./is-term";
import { isOpen } from "./open-terms";

/**
 * Two terms that are one with spaces inside: `ip4: 192.0.2.1`, `ip4 :192.0.2.1`, `192.0.2.0 /24`, `- all`. Null unless
 * they make one whole term together, and the second is none by itself, or `all` behind a qualifier that stands alone.
 */
export function spaceInTerm(record: SpfRecord, index: number, problems: Problem[][]): Finding | null {
  const [first, second] = [record.terms[index]!, record.terms[index + 1]];
  if (!second) return null;
  const isQualifier = /^[-~?]$/.test(first.text);
  if (!isQualifier && problems[index + 1]!.length === 0 && !/^[/]/.test(second.text)) return null;
  if (!isQualifier && !/[:=/]$/.test(first.text) && !/^[:=/]/.test(second.text)) return null;
  const whole = first.text + second.text;
  if (!isTerm(whole)) return null;
  const span = { from: first.to, to: second.from };
  const isWide = parseRecord(`v=spf1 ${whole}`).directives.some(isOpen);
  return found("space-in-term", span, { instead: whole }, isWide ? null : { ...span, text: "" });
}
