import { phrase } from "@/lib/spf/explain/en/phrase";
import type { Part } from "@/lib/spf/sentence";
import type { KindWords, RecordKind, Scene } from "./words";

/** Diagnoses of records that are at fault whoever sends, in English. */
export const records: Record<RecordKind, KindWords> = {
  "several-records": theirRecord(
    () =>
      phrase`The domain has published more than one list of its servers, and nobody can tell which one holds.`,
    ({ domain }) =>
      phrase`There is more than one v=spf1 record at ${domain}, which makes every result permerror. Merge them into one and remove the others.`,
  ),
  "broken-record": theirRecord(
    () =>
      phrase`The list of servers that the domain has published contains a mistake in writing, so it cannot be read.`,
    ({ domain }) =>
      phrase`A syntax error in the SPF record that ${domain} uses makes every result permerror. Correct the place that is shown.`,
  ),
  "too-many-lookups": theirRecord(
    () =>
      phrase`The list of servers that the domain has published is spread over too many places to be read to its end.`,
    () =>
      phrase`The record needs more DNS lookups than are allowed, which is a permerror. Remove includes that are no longer used, and write addresses in place of a and mx.`,
  ),
  "too-many-voids": theirRecord(
    () =>
      phrase`The list of servers that the domain has published refers to several names that no longer exist, so it is not read further.`,
    () =>
      phrase`More than two names in the record have no answer, which is a permerror. Remove the terms that lead to names that are gone.`,
  ),
  "dead-include": theirRecord(
    () =>
      phrase`The list of servers that the domain has published refers to another list, which does not exist.`,
    () =>
      phrase`The domain that an include leads to has no SPF record, which is a permerror. Remove the term if the service is no longer used, or else put in the name that the service tells you.`,
  ),
  "dead-redirect": theirRecord(
    () => phrase`The domain goes by the list of servers of another domain, which has none.`,
    () =>
      phrase`The domain that the redirect leads to has no SPF record, which is a permerror. Correct the name, or write the record out at this domain.`,
  ),
  "no-record": {
    you: ({ domain }) => [
      phrase`${domain} does not tell which servers send its mail, so there was nothing to check.`,
      phrase`Pass this page on to whoever runs your mail, and ask them to publish the list (SPF).`,
    ],
    domain: ({ domain }) => [
      phrase`There is no SPF record at ${domain}. Find out all servers and services that send its mail, and list them in one TXT record.`,
      phrase`Do not list a server because it turned up in a log or a bounce: only what you run, or have a contract for.`,
    ],
    receiver: () => [
      phrase`Mail with the result none should not be refused on account of SPF. If it was, look at your policy.`,
    ],
  },
};

/** Of a record that is wrong whoever sends. */
function theirRecord(trouble: () => Part[], mend: (scene: Scene) => Part[]): KindWords {
  return {
    you: ({ domain }) => [
      trouble(),
      phrase`This is not your fault, and sending again does not help: pass this page on to whoever runs the mail of ${domain}, and ask them to correct it.`,
    ],
    domain: (scene) => [mend(scene)],
    receiver: ({ domain }) => [
      phrase`The error is in a record that ${domain} uses, so you have nothing to mend. If you must have this mail, make an exception only until it is corrected.`,
    ],
  };
}

/** Whom a record that mends the error may let send besides. */
export function onlyIfYours({ ip }: Scene): Part[] {
  return phrase`The suggested record mends the error and also lets ${ip} send. Add that address only if the server is yours, or one that you have a contract for.`;
}
