import type { RecordWords } from "../words";
import { count, phrase, trouble } from "./phrase";

/** What was found at a domain, in English. */
export const records: RecordWords = {
  included: (domain) => phrase`${domain} is asked for an include: only whether it gives pass matters.`,
  redirected: (domain) => phrase`${domain} is asked for a redirect: its result becomes the result.`,
  found: (domain, text) => phrase`${domain} publishes ${text}`,
  badDomain: (domain) => phrase`${domain} is no domain name of at least two labels, so it has no SPF record.`,
  noName: (domain) => phrase`DNS has no name ${domain}, so there is no SPF record.`,
  noText: (domain) => phrase`${domain} has no TXT record, so no SPF record either.`,
  noAnswer: (domain, reason) =>
    phrase`DNS gave no answer for the TXT record of ${domain} (${trouble(reason)}), so its SPF record is not known.`,
  notAsked: (domain) => phrase`The SPF record of ${domain} was not looked up, to spare DNS more questions.`,
  noneIsSpf: (domain, number) =>
    phrase`${domain} has ${count(number, "TXT record")}, but none that begins with v=spf1.`,
  several: (domain, number) =>
    phrase`${domain} has ${count(number, "SPF record")}. Only one is allowed, so the result is permerror.`,
  voidLimit: () =>
    phrase`This is the third lookup of the check that DNS had nothing for (void lookup). Two are allowed, so the result is permerror.`,
  broken: (problems) =>
    phrase`The record has ${count(problems, "syntax error")}. One anywhere makes all of it permerror, before anything is evaluated.`,
  matched: (term, result) => phrase`${term} matches: the record gives ${[result]}.`,
  ended: (term, result) => phrase`The check of this record ended at ${term} with ${[result]}.`,
  followed: (term, result) => phrase`No mechanism matches, and ${term} leads to ${[result]}.`,
  neutral: () => phrase`No term matches and there is no redirect to follow, so the record gives neutral.`,
};
