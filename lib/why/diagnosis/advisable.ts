import type { EditReason, Suggestion } from "@/lib/spf/draft/suggestion";
import type { Diagnosis, DiagnosisInput, DiagnosisKind } from "./diagnosis";
import { type Facts, factsOf } from "./facts";
import { dynamicName, heloVerdict, otherHelo, receiversHelo, sendsNoMail } from "./signs";
import { ownHelo, refusingTerm, tiesOf } from "./ties";

/** Kinds whose cure is another record. */
const BY_RECORD = new Set<DiagnosisKind>([
  "several-records",
  "broken-record",
  "too-many-lookups",
  "too-many-voids",
  "dead-include",
  "dead-redirect",
  "no-record",
  "helo",
  "ip-missing",
  "provider-not-included",
  "unlisted",
]);

const AUTHORISES = new Set<EditReason>(["authorise-client", "authorise-provider", "create-record"]);

/**
 * The suggested record, if it may be shown with this diagnosis: never where the client may well be a forger's or a
 * forwarder's, for a record that authorises it would let the next forgery pass.
 */
export function advisable(diagnosis: Diagnosis, input: DiagnosisInput): Suggestion | null {
  const { suggestion } = input;
  if (suggestion === null || suggestion.suggested === null || !BY_RECORD.has(diagnosis.kind)) return null;
  const facts = factsOf(input);
  if (Array.isArray(facts)) return null;
  const authorises = suggestion.edits.some(({ reason }) => AUTHORISES.has(reason));
  return !authorises || mayBeOwn(facts, diagnosis) ? suggestion : null;
}

/** Whether something ties the client to the domain, or at least nothing speaks against it. */
function mayBeOwn(facts: Facts, { kind }: Diagnosis): boolean {
  const isProven = tiesOf(facts).some((tie) => tie.kind !== "own-helo");
  if (isProven || kind === "provider-not-included") return true;
  // A forger may say any name.
  if (dynamicName(facts).length > 0 || sendsNoMail(facts).length > 0 || refusingTerm(facts).length > 0)
    return false;
  const against = [otherHelo, heloVerdict, receiversHelo];
  return ownHelo(facts).length > 0 || against.every((find) => find(facts).length === 0);
}
