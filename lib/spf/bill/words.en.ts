import { type Part, say } from "../sentence";
import type { GapCause } from "./gaps";
import type { PublishedWords } from "./published-message";

const CLIENTS = {
  all: "Every sender",
  ip4: "A sender with an IPv4 address",
  ip6: "A sender with an IPv6 address",
};

const INCOMPLETE: Record<GapCause, (terms: string) => Part[]> = {
  macro: (terms) =>
    say`Where ${terms} leads is known only when a message is checked, so the record may cost more lookups than counted.`,
  "no-answer": (terms) =>
    say`DNS gave no answer about ${terms}, so the record may cost more lookups than counted.`,
  limit: () => [
    "Looking below this record ended before everything was seen, as it takes too many DNS questions or too long. The record may cost more lookups than counted.",
  ],
};

/** How many networks are not named. */
const othersOf = (more: number): Part[] => (more > 0 ? [` and ${more} more`] : []);

/** What the published rules say in English. */
export const WORDS_EN: PublishedWords = {
  "no-domain": ({ domain }) => say`The domain ${domain} does not exist.`,
  "no-record": ({ domain }) => say`${domain} publishes no SPF record.`,
  "no-answer": ({ domain }) => say`DNS gave no answer when asked for the records of ${domain}.`,
  "near-record": ({ domain, text }) =>
    say`${domain} publishes ${text}, but receivers do not see it as an SPF record: that begins with exactly ${"v=spf1"}, followed by a space.`,
  "several-records": ({ domain, count, texts }) =>
    say`${domain} publishes ${count} SPF records. Only one is allowed, so every check ends in permerror. The records: ${texts}.`,
  "sender-id-leftover": ({ text }) =>
    say`The record ${text} is left over from Sender ID, which is no longer used. It can be removed.`,
  "string-too-long": ({ length }) =>
    say`A string of the record has ${length} characters. A TXT string holds 255 at most; split the record into several strings.`,
  "broken-split": ({ before, after }) =>
    say`Strings of a record are joined without a space, so ${before} and ${after} become one term. Put a space at the end of the first string.`,
  "record-too-long": ({ length }) =>
    say`The record has ${length} characters. Up to 450 it fits into one DNS packet with certainty.`,
  "answer-too-long": ({ length, records }) =>
    say`The answer with all TXT records of this name (${records}) has ${length} bytes. More than 512 do not fit into one plain DNS packet, and some servers fail to fetch the rest.`,
  "target-without-record": ({ term, target }) =>
    say`${term} leads to ${target}, which publishes no SPF record. Checks that get there end in permerror.`,
  "target-without-domain": ({ term, target }) =>
    say`${term} leads to ${target}, which does not exist. Checks that get there end in permerror.`,
  "target-several-records": ({ term, target }) =>
    say`${term} leads to ${target}, which publishes several SPF records. Checks that get there end in permerror.`,
  "target-syntax": ({ term, target, broken }) =>
    say`${term} leads to the record of ${target}, which has a syntax error at ${broken}. Checks that get there end in permerror.`,
  "target-no-answer": ({ term, target }) =>
    say`DNS gave no answer about ${target}, to which ${term} leads. While this lasts, checks that get there end in temperror.`,
  "target-passes-everyone": ({ term, target }) =>
    say`${term} leads to the record of ${target}, which ends in "+all" and lets any sender pass.`,
  "redirect-ends-weak": ({ term, target }) =>
    say`${term} hands the decision to ${target}, whose record does not end in "-all" or "~all". Mail from anyone else is neutral.`,
  "invalid-target": ({ term }) => say`The name in ${term} cannot be looked up in DNS.`,
  loop: ({ term, path }) =>
    say`${term} leads back to where it comes from (${path}). Checks that get there end in permerror.`,
  "self-include": ({ term }) =>
    say`${term} leads the record to itself. Checks that get there end in permerror.`,
  "included-twice": ({ term, target, first, lookups }) =>
    say`${term} evaluates ${target} a second time, after ${first}. This costs ${lookups} of the 10 lookups again.`,
  "exp-without-text": ({ term, target }) =>
    say`${term} names ${target} for the explanation, but there is no TXT record. No explanation is given.`,
  "exp-several-texts": ({ term, target }) =>
    say`${term} names ${target} for the explanation, which has several TXT records. None is given.`,
  "exp-syntax": ({ term, target, broken }) =>
    say`The explanation at ${target}, named by ${term}, has a macro syntax error at ${broken}. No explanation is given.`,
  "exp-not-ascii": ({ term, target }) =>
    say`The explanation at ${target}, named by ${term}, has characters that are not ASCII. Only ASCII is allowed there, so no explanation is given.`,
  "ptr-below": ({ term }) =>
    say`${term} is slow and unreliable, and counts as a lookup of this record too. Ask the owner of that record to replace it.`,
  "too-many-lookups": ({ count, limit }) =>
    say`The record costs up to ${count} lookups, but ${limit} are allowed. Checks that go beyond end in permerror.`,
  "many-lookups": ({ count, limit }) => say`The record costs up to ${count} of the ${limit} lookups allowed.`,
  "too-many-voids": ({ count, limit, clients, terms }) => [
    CLIENTS[clients],
    ...say` may meet ${count} lookups without a result, but ${limit} are allowed. These find nothing: ${terms}.`,
  ],
  "possible-voids": ({ count, limit, terms }) =>
    say`Up to ${count} lookups may be without a result, depending on the sender, and ${limit} are allowed. These may find nothing: ${terms}.`,
  "void-term": ({ term, target }) => say`${term} finds nothing at ${target}.`,
  "no-address": ({ term, target }) => say`${term} finds no address at ${target}, so it matches no sender.`,
  "null-mx": ({ term, target }) =>
    say`${target} declares that it accepts no mail (null MX), so ${term} matches no sender.`,
  "too-many-mx": ({ term, target, count, limit }) =>
    say`${target} has ${count} mail servers, but ${term} may look at ${limit} at most. Checks that get there end in permerror.`,
  "private-host-address": ({ term, host, address, count }) => [
    ...say`${term} leads to ${host}, whose address ${address} is private or reserved. No mail comes from there over the Internet: check the host’s public address.`,
    ...(count > 1 ? say` The same holds for ${count} addresses of this term.` : []),
  ],
  "many-addresses": ({ count }) => [`The record lets ${count.toLocaleString("en")} IPv4 addresses pass.`],
  "contradicting-network": ({ inner, outer, network, around, count }) => [
    ...say`${network} of ${inner} has no effect: ${around} of ${outer} comes first and gives another result.`,
    ...(count > 1 ? say` The same holds for ${count} networks of these terms.` : []),
  ],
  "redundant-network": ({ inner, outer, network, around, count }) => [
    ...say`${network} of ${inner} lies in ${around} of ${outer}, which gives the same result.`,
    ...(count > 1 ? say` The same holds for ${count} networks of these terms.` : []),
  ],
  "network-twice": ({ inner, outer, network, count }) => [
    ...say`${network} is listed twice: in ${outer} and in ${inner}.`,
    ...(count > 1 ? say` The same holds for ${count} networks of these terms.` : []),
  ],
  "flattened-stale": ({ source, provider, networks, more }) => [
    ...say`The record seems to have copied ${networks}`,
    ...othersOf(more),
    ...say` from ${source} (${provider}), which no longer lists this, or only in part. Others may use the addresses by now: remove what no server of yours uses.`,
  ],
  "flattened-missing": ({ source, provider, networks, more, lookups }) => [
    ...say`This list seems to be copied from ${source} (${provider}), which now lists ${networks}`,
    ...othersOf(more),
    " as well. Mail from there does not pass: add what is missing",
    ...(lookups > 0
      ? say`, or write ${`include:${source}`} instead of the list, which keeps up by itself, for ${lookups} of the 10 lookups.`
      : ["."]),
  ],
  flattened: ({ source, provider, lookups }) =>
    say`This list seems to be copied from ${source} (${provider}), and is the same at present. It must be changed by hand whenever that changes; ${`include:${source}`} instead of the list would keep up by itself, for ${lookups} of the 10 lookups.`,
  "incomplete-bill": ({ cause, terms }) => INCOMPLETE[cause](terms),
};

/** What says that a finding is about a record further down. */
export const WHERE_EN = (domain: string) => say`In the record of ${domain}: `;
