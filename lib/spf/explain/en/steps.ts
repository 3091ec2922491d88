import type { StepWords } from "../words";
import { count, phrase } from "./phrase";

/** What a term did, in English. */
export const steps: StepWords = {
  all: () => phrase`all matches every client.`,
  includePasses: (domain) => phrase`The record of ${domain} passes the client, so include matches.`,
  includeDoesNotPass: (domain, result) =>
    phrase`The record of ${domain} gives ${[result]} for the client. include matches on pass only, so whatever else that record says is not taken over.`,
  includeError: (domain, result) =>
    phrase`The check of ${domain} ended in ${[result]}, and an error in an included record is an error here.`,
  includeNone: (domain) => phrase`${domain} has no SPF record, and include needs one.`,
  redirectNone: (domain) => phrase`${domain} has no SPF record, and redirect needs one.`,
  noValidatedName: () =>
    phrase`None of the client's names lies in the domain in question and leads back to the client's address.`,
  reasons: {
    "dns-error": () => phrase`Without an answer from DNS nobody can say whether this term matches.`,
    "lookup-limit": () =>
      phrase`This would be the 11th term that needs DNS; a check may have 10, those of included records among them.`,
    "void-limit": () =>
      phrase`This is the third lookup of the check that DNS had nothing for (void lookup); two are allowed.`,
    "mx-limit": () => phrase`A domain with more than 10 MX hosts cannot be checked with mx.`,
    "include-none": () => phrase`There is no record to include, and include needs one.`,
    "redirect-none": () => phrase`There is no record to redirect to, and redirect needs one.`,
  },
  matches: (qualifier, result) =>
    qualifier === ""
      ? phrase`This term matches; without a qualifier that means ${[result]}.`
      : phrase`This term matches, and its ${qualifier} means ${[result]}.`,
  doesNotMatch: () => phrase`This term does not match.`,
  ends: (result) => phrase`The check ends here with ${[result]}.`,
  followed: (domain, result) =>
    phrase`No mechanism matched, so the record of ${domain} takes the place of this one; its result is ${[result]}.`,
  unreached: () => phrase`The result was settled before this term, so it was not evaluated.`,
  unreachedRedirect: () =>
    phrase`The result was settled by a mechanism, and redirect counts only if no mechanism matches.`,
  shadow: {
    matches: (result) =>
      phrase`The result was settled before this term. Had the check come this far, it would have matched: ${[result]}.`,
    doesNotMatch: () =>
      phrase`The result was settled before this term. Had the check come this far, it would not have matched.`,
    ends: (result) =>
      phrase`The result was settled before this term. Had the check come this far, it would have ended here with ${[result]}.`,
    followed: (domain, result) =>
      phrase`The result was settled by a mechanism. Had the check come this far, the record of ${domain} would have taken the place of this one: ${[result]}.`,
    unreached: () =>
      phrase`The result was settled before this term. What it would have done was not tried, to spare DNS more questions.`,
  },
  lookups: (used, left) => phrase`This used ${count(used, "lookup")}; ${left} of 10 are left.`,
  voidLookups: (used, left) =>
    phrase`${count(used, "lookup")} of these came back void; ${left} of 2 are left.`,
  shadowLookups: (used) => phrase`It would have used ${count(used, "lookup")}.`,
};
