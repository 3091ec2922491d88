import { type Finding, found } from "./finding";
import { isTerm } from "./is-term";

/**
 * The quotes in a record's text, with and without backslashes, each a finding. `" "` between two strings is one, and
 * goes away as DNS joins strings (RFC 7208 section 3.3), unless two whole terms meet there.
 */
export function quoteRuns(text: string): Finding[] {
  const runs: Finding[] = [];
  for (const { 0: written, index: from } of text.matchAll(/\\?["'](?: *\\?["'])*/g)) {
    const to = from + written.length;
    const instead = written.includes(" ") && areTerms(text, from, to) ? " " : "";
    runs.push(found("quotes", { from, to }, {}, { from, to, text: instead }));
  }
  return runs;
}

function areTerms(text: string, from: number, to: number): boolean {
  const before = /[^ "']{1,300}$/.exec(text.slice(Math.max(0, from - 300), from))?.[0];
  const after = /^[^ "']{1,300}/.exec(text.slice(to, to + 300))?.[0];
  return before !== undefined && after !== undefined && isTerm(before) && isTerm(after);
}
