import type { CheckerName } from "./checker-lines";

/** How logs call checkers, at the start of a name that may have a version behind it. */
const LOGGED: [RegExp, CheckerName[]][] = [
  [/^spfmilter\b/i, ["spfmilter"]],
  [/^smf-spf\b/i, ["smf-spf"]],
  [/^(?:postfix-)?policyd-spf-perl\b/i, ["policyd-spf-perl"]],
  [/^(?:pyspf-milter|(?:py)?policyd-spf(?!-perl)|spf-engine)\b/i, ["spf-engine", "pypolicyd-spf"]],
  [/^mail::spf\b/i, ["mail-spf"]],
  [/^libspf2?\b/i, ["libspf2"]],
  [/^exim\b/i, ["exim", "exim-debian"]],
  [/^haraka\b/i, ["haraka"]],
  [/^rspamd\b/i, ["rspamd"]],
  [/^opendmarc\b/i, ["opendmarc"]],
  [/^(?:spamassassin|spamd)\b/i, ["spamassassin"]],
];

/** The checkers that a log speaks of, by the names that it gives them ("spfmilter 0.97", "pyspf-milter"). */
export function loggedCheckers(names: readonly string[]): Set<CheckerName> {
  return new Set(
    LOGGED.filter(([form]) => names.some((name) => form.test(name))).flatMap(([, checkers]) => checkers),
  );
}
