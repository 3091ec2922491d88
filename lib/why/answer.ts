import type { CheckResult } from "@/lib/spf/check-host";
import type { Suggestion } from "@/lib/spf/draft/suggestion";
import { advisable } from "./diagnosis/advisable";
import type { Diagnosis, DiagnosisInput } from "./diagnosis/diagnosis";
import type { Then } from "./diagnosis/then";
import type { WhyProblem, WhyRequest } from "./request";

/**
 * What the why page has to say: what was understood, live checks of both identities, the site's own message (only for a
 * visitor who may see it), who must act, and the record that would let the client pass. `now` and `diagnosis` are null
 * where too little is known to check, or where there were too many questions (`retryAfter` seconds, else null).
 */
export interface WhyAnswer {
  request: WhyRequest;
  checks: { mailfrom: CheckResult | null; helo: CheckResult | null };
  now: CheckResult | null;
  then: Then | null;
  /** Other messages that fit, newest first; only for people who are signed in. */
  others: Then[];
  clientNames: string[];
  diagnosis: Diagnosis | null;
  suggestion: Suggestion | null;
  retryAfter: number | null;
}

/** What the diagnosis in an answer was made of. */
export function diagnosisInput(
  answer: Pick<WhyAnswer, "request" | "checks" | "then" | "suggestion" | "clientNames">,
): DiagnosisInput {
  const { request, checks, then, suggestion, clientNames } = answer;
  return { request, now: checks, then, suggestion, clientNames };
}

/** An answer as `application/json` has it. */
export interface WhyJson {
  request: Pick<WhyRequest, "identity" | "sender" | "helo" | "ip" | "receiver"> & { problems: WhyProblem[] };
  now: (Pick<CheckResult, "result" | "lookups" | "voidLookups" | "explanation"> & { trace: unknown }) | null;
  then: Then | null;
  diagnosis: Pick<Diagnosis, "kind" | "who" | "certainty"> | null;
  suggestion: { record: string; zoneLines: string[] } | null;
}

/** The suggested record of an answer, where it may be shown; null for forgers, forwarders and where there is none. */
export function shownSuggestion(answer: WhyAnswer): Suggestion | null {
  return answer.diagnosis && advisable(answer.diagnosis, diagnosisInput(answer));
}

/** The published form of an answer. */
export function whyJson(answer: WhyAnswer): WhyJson {
  const { request, now, then: stored, diagnosis } = answer;
  const suggestion = shownSuggestion(answer);
  const { identity, sender, helo, ip, receiver, problems } = request;
  return {
    request: { identity, sender, helo, ip, receiver, problems },
    now: now && {
      result: now.result,
      lookups: now.lookups,
      voidLookups: now.voidLookups,
      explanation: now.explanation,
      trace: now.trace,
    },
    then: stored,
    diagnosis: diagnosis && { kind: diagnosis.kind, who: diagnosis.who, certainty: diagnosis.certainty },
    suggestion:
      suggestion?.suggested == null
        ? null
        : { record: suggestion.suggested, zoneLines: suggestion.zoneLines },
  };
}
