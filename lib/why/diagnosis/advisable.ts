import type { EditReason, Suggestion } from "@/lib/spf/draft/suggestion";
import type { Diagnosis, DiagnosisInput, DiagnosisKind } from "./diagnosis";
import { type Facts, factsOf } from "./facts";
import { providerOf } from "./provider";
import { dynamicName, heloVerdict, otherHelo, receiversHelo, sendsNoMail } from "./signs";
import { ownHelo, refusingTerm, tiesOf } from "./ties";

/** Kinds whose record is at fault, or missing, whoever sends: they tell nothing of the client. */
const WHOEVER_SENDS = new Set<DiagnosisKind>([
  "several-records",
  "broken-record",
  "too-many-lookups",
  "too-many-voids",
  "dead-include",
  "dead-redirect",
  "no-record",
]);

/** Other kinds whose cure is another record. */
const BY_RECORD = new Set<DiagnosisKind>(["helo", "ip-missing", "provider-not-included", "unlisted"]);

const AUTHORISES = new Set<EditReason>(["authorise-client", "authorise-provider", "create-record"]);

/**
 * The suggested record, if it may be shown with this diagnosis: none that authorises a client which something speaks
 * against, or of which, where the record is at fault whoever sends, nothing proves that it is the domain's. A forger's or
 * a forwarder's server in a record would let the next forgery pass.
 */
export function advisable(diagnosis: Diagnosis, input: DiagnosisInput): Suggestion | null {
  const { suggestion } = input;
  const { kind } = diagnosis;
  if (suggestion === null || suggestion.suggested === null) return null;
  if (!BY_RECORD.has(kind) && !WHOEVER_SENDS.has(kind)) return null;
  const facts = factsOf(input);
  if (Array.isArray(facts)) return null;
  return !authorisesClient(suggestion) || mayBeOwn(facts, kind) ? suggestion : null;
}

/** Whether a suggestion lets the client send, besides what it mends. */
export function authorisesClient({ edits }: Suggestion): boolean {
  return edits.some(({ reason }) => AUTHORISES.has(reason));
}

/** Whether what is known ties the client to the domain, or, for most kinds, at least does not speak against it. */
function mayBeOwn(facts: Facts, kind: DiagnosisKind): boolean {
  if (isProven(facts) || kind === "provider-not-included") return true;
  // A forger may say any name.
  if (dynamicName(facts).length > 0 || sendsNoMail(facts).length > 0 || refusingTerm(facts).length > 0)
    return false;
  if (WHOEVER_SENDS.has(kind)) return providerOf(facts)?.isUsed === true || ownHeloPasses(facts);
  const against = [otherHelo, heloVerdict, receiversHelo];
  return ownHelo(facts).length > 0 || against.every((find) => find(facts).length === 0);
}

function isProven(facts: Facts): boolean {
  return tiesOf(facts).some((tie) => tie.kind !== "own-helo");
}

/** The HELO name is of the domain's organisation, whose own record for that name bears it out. */
function ownHeloPasses(facts: Facts): boolean {
  return ownHelo(facts).length > 0 && facts.input.now.helo?.result === "pass";
}
