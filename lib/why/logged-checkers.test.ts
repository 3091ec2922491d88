import { expect, test } from "vitest";
import { loggedCheckers } from "./logged-checkers";

test.each<[string[], string[]]>([
  [[], []],
  [["spfmilter 0.97"], ["spfmilter"]],
  [["SPFmilter"], ["spfmilter"]],
  [
    ["smf-spf", "spfmilter"],
    ["spfmilter", "smf-spf"],
  ],
  [["pyspf-milter"], ["spf-engine", "pypolicyd-spf"]],
  [["policyd-spf"], ["spf-engine", "pypolicyd-spf"]],
  [["policyd-spf-perl"], ["policyd-spf-perl"]],
  [["postfix-policyd-spf-perl"], ["policyd-spf-perl"]],
  [["opendmarc"], ["opendmarc"]],
  [["rspamd 3.4"], ["rspamd"]],
  [["milter-greylist", "", "my spfmilter", "spfmilters"], []],
])("of the names %j the checkers are %j", (names, checkers) => {
  expect([...loggedCheckers(names)]).toEqual(checkers);
});
