import { guessRole } from "./guess-role";
import type { Sender, SenderChecks, SenderFacts } from "./sender";

/** 1 November 2026, epoch ms. */
export const START = Date.UTC(2026, 10, 1);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const NO_RESULTS: SenderFacts["results"] = {
  pass: 0,
  fail: 0,
  softfail: 0,
  neutral: 0,
  none: 0,
  temperror: 0,
  permerror: 0,
  notLogged: 0,
};

/** A client that sent 40 messages as example.com on 20 days, all of which failed and were delivered all the same. */
export function facts({ total = 40, ...changes }: Partial<SenderFacts> = {}): SenderFacts {
  return {
    ip: "203.0.113.9",
    loggedName: null,
    helos: ["out.example.net"],
    heloCount: 1,
    total,
    results: { ...NO_RESULTS, fail: total },
    refused: 0,
    tagged: 0,
    delivered: total,
    first: START,
    last: START + 25 * DAY,
    days: 20,
    senders: 3,
    otherDomains: 0,
    otherMessages: 0,
    otherFailed: 0,
    ...changes,
  };
}

/** What DNS says of a client that nothing is known of: no name, no host of the domain, and the record refuses it. */
export function checks(changes: Partial<SenderChecks> = {}): SenderChecks {
  return {
    confirmedNames: [],
    areNamesKnown: true,
    forwarderName: null,
    isOwnHost: false,
    hostTerm: null,
    isNearOwnHost: false,
    published: "fail",
    draft: "fail",
    publishedTerm: "-all",
    draftTerm: "-all",
    isPublishedOpen: false,
    provider: null,
    ...changes,
  };
}

/** A client of example.com with the role that is guessed of it. */
export function sender(given: Partial<SenderFacts> = {}, dns: Partial<SenderChecks> = {}): Sender {
  const own = facts(given);
  const known = checks(dns);
  return { ...own, ...known, ...guessRole(own, known, "example.com") };
}

/** Results of which these are told. */
export function results(told: Partial<SenderFacts["results"]>): SenderFacts["results"] {
  return { ...NO_RESULTS, ...told };
}
