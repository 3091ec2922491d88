import { fixedRecord } from "../lint/fixed-record";
import { isTerm } from "../lint/is-term";
import { parseRecord } from "../parse";

/** Nothing, or a term of which there is only the beginning: someone who reads the linter's findings can finish it. */
const SAYS_NOTHING = /^(?:[+\-~?]?(?:include|exists|ip4|ip6)[:=]?|)$/i;

/**
 * What a word with a syntax error evidently means, as terms: what the linter would fix in it. None if it says nothing,
 * null if it cannot be told.
 */
export function mendTerm(word: string): string[] | null {
  if (isTerm(word)) return [word];
  const include = includeOf(word);
  if (include !== null && isTerm(include)) return [include];
  const { terms } = parseRecord(fixedRecord(`v=spf1 ${word}`, { isErrorsOnly: true }));
  const said = terms.map(({ text }) => text).filter((text) => !SAYS_NOTHING.test(text));
  return said.every(isTerm) ? said : null;
}

/** `include_spf.example.com`, `include.spf.example.com`, `include::example.com`: to the linter, perhaps a host's name. */
function includeOf(text: string): string | null {
  const [, head, target] = /^([+\-~?]?include)[:=.]*([\w%].*\..+)$/i.exec(text) ?? [];
  return head === undefined ? null : `${head}:${target}`;
}
