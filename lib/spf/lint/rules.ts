/**
 * How much a finding matters. "error" is a text that is no SPF record, a permerror by its syntax, or a permerror that
 * every client meets for which nothing before has matched: exactly what can be told for certain from the text.
 */
export type Severity = "error" | "warning" | "info";

/** What a rule is: its number in the catalogue of rules, null for one beyond it, and the section it rests on. */
export interface Rule {
  number: number | null;
  severity: Severity;
  rfc: string | null;
}

const error = (number: number | null, section: string) => rule(number, "error", section);
const warning = (number: number | null, section: string | null) => rule(number, "warning", section);
const info = (number: number | null, section: string | null) => rule(number, "info", section);

function rule(number: number | null, severity: Severity, section: string | null): Rule {
  return { number, severity, rfc: section && (section.includes("#") ? section : `7208#section-${section}`) };
}

/** The rules about texts that cannot be read as a record. */
export const SYNTAX_RULES = {
  "version-missing": error(4, "4.5"),
  "version-typo": error(4, "4.5"),
  "version-glued": error(4, "4.5"),
  "leading-space": error(4, "4.5"),
  "sender-id": error(6, "3.1"),
  "no-break-space": error(7, "4.6.1"),
  "white-space": error(18, "4.6.1"),
  "invisible-character": error(7, "3.1"),
  "pasted-dash": error(7, "4.6.1"),
  "pasted-tilde": error(7, "4.6.1"),
  "pasted-quote": error(7, "3.1"),
  "full-width": error(7, "3.1"),
  "unicode-domain": error(21, "4.3"),
  "look-alike": error(21, "4.3"),
  "illegal-character": error(7, "3.1"),
  quotes: error(58, "3.3"),
  "stray-punctuation": error(10, "4.6.1"),
  "trailing-text": error(10, "4.6.1"),
  "unknown-mechanism": error(11, "4.6.1"),
  "mechanism-typo": error(11, "4.6.1"),
  "bare-address": error(11, "5.6"),
  "bare-name": error(11, "4.6.1"),
  "ip6-in-ip4": error(12, "5.6"),
  "ip4-in-ip6": error(12, "5.6"),
  "name-in-ip": error(12, "5.6"),
  "ip-in-name": error(21, "7.1"),
  "web-address": error(21, "7.1"),
  port: error(21, "7.1"),
  "macro-in-ip": error(20, "5.6"),
  "address-extra": error(null, "5.6"),
  "bad-ip4": error(null, "5.6"),
  "bad-ip6": error(null, "5.6"),
  "prefix-leading-zero": error(13, "5.6"),
  "prefix-too-long": error(13, "5.6"),
  "prefix-syntax": error(13, "5.6"),
  "prefix-netmask": error(13, "5.6"),
  "prefix-slashes": error(13, "5.3"),
  "prefix-not-allowed": error(13, "4.6.1"),
  "space-in-term": error(14, "4.6.1"),
  "missing-value": error(15, "4.6.1"),
  "wrong-separator": error(16, "4.6.1"),
  "qualifier-on-modifier": error(null, "4.6.1"),
  "modifier-name": error(null, "4.6.1"),
  "glued-all": error(17, "4.6.1"),
  "glued-terms": error(56, "3.3"),
  "all-argument": error(null, "5.1"),
  "modifier-twice": error(28, "6"),
  "macro-percent": error(19, "7.1"),
  "macro-unclosed": error(19, "7.1"),
  "macro-letter": error(19, "7.2"),
  "macro-zero": error(19, "7.3"),
  "macro-transformer": error(19, "7.3"),
  "macro-exp-only": error(19, "7.2"),
  "single-label": error(21, "7.1"),
  "numeric-toplabel": error(21, "7.1"),
  "bad-toplabel": error(21, "7.1"),
} satisfies Record<string, Rule>;

/**
 * The rules about records that can be read, and do something else than meant, or something unwise; errors are those
 * where checks that match nothing before end in permerror.
 */
export const ADVICE_RULES = {
  "version-twice": warning(3, "3.2"),
  "mechanism-as-modifier": warning(16, "4.6.1"),
  "modifier-typo": warning(31, "6"),
  "unknown-modifier": info(31, "6"),
  "name-ends-in-all": warning(17, "4.6.1"),
  "repeated-space": info(18, "4.6.1"),
  "trailing-space": info(18, "4.5"),
  "impossible-target": error(33, "5.2"),
  "empty-label": warning(21, "4.8"),
  "long-label": warning(21, "4.8"),
  "long-name": warning(21, "7.3"),
  "hyphen-label": warning(21, "1123#section-2.1"),
  "odd-domain": warning(21, "4.8"),
  "trailing-dot": info(21, "7.3"),
  "no-all": warning(22, "4.7"),
  "plus-all": warning(23, "5.1"),
  "neutral-all": warning(24, "8.2"),
  "softfail-all": info(25, "8.5"),
  "after-all": warning(26, "5.1"),
  "redirect-ignored": warning(27, "6.1"),
  "all-twice": warning(29, "5.1"),
  "modifier-order": info(30, "6"),
  ptr: warning(32, "5.5"),
  "macro-p": warning(32, "7.2"),
  "include-self": error(36, "4.6.4"),
  "redirect-self": error(36, "4.6.4"),
  "include-twice": warning(37, "4.6.4"),
  "include-qualifier": warning(38, "5.2"),
  "exp-unused": info(39, "6.2"),
  "lookups-over": error(40, "4.6.4"),
  "lookups-near": info(40, "4.6.4"),
  "private-address": warning(46, "6890#section-2.2.2"),
  "host-bits": info(47, "5.6"),
  "wide-network": warning(48, "5.6"),
  "whole-internet": warning(48, "5.6"),
  "duplicate-term": info(49, "4.6.2"),
  covered: info(49, "4.6.2"),
  conflicting: warning(49, "4.6.2"),
  redundant: info(49, "4.6.2"),
  "default-written": info(51, "4.6.2"),
  "mapped-address": warning(52, "5"),
  "long-string": info(55, "3.3"),
  "long-record": warning(57, "3.4"),
} satisfies Record<string, Rule>;

export type SyntaxRule = keyof typeof SYNTAX_RULES;
export type AdviceRule = keyof typeof ADVICE_RULES;
export type LintRule = SyntaxRule | AdviceRule;

/** Every rule that can be told from a record's text. */
export const RULES: Record<LintRule, Rule> = { ...SYNTAX_RULES, ...ADVICE_RULES };
