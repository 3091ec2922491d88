import { CERTAINTIES, type Certainty, type Diagnosis, type DiagnosisInput, WHO } from "./diagnosis";
import type { Evidence } from "./evidence";
import { type Facts, factsOf, verdicts } from "./facts";
import type { Finding, Rule } from "./rule";
import { CLIENT_RULES } from "./rules-client";
import { PASSED_RULES, privateClient } from "./rules-passed";
import { RECORD_RULES } from "./rules-record";

/** How many other readings are worth telling. */
const MOST_ALTERNATIVES = 3;

/**
 * Decides who must act about a message that SPF had something to say about. Groups of rules are asked in order; the
 * first rule of the first group that has a reading makes the diagnosis, its later ones are the alternatives. "likely"
 * needs a sign that is there, and a client that nothing ties to the domain is never called the domain's.
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const facts = factsOf(input);
  if (Array.isArray(facts)) return incomplete(facts);
  const findings = firstReadings(facts);
  const [first] = findings;
  if (first === undefined) return incomplete([{ kind: "missing", field: "check" }]);
  const { kind, certainty } = first;
  // "It passes" and "nobody knows" are no other readings.
  const others = findings.slice(1).filter((other) => other.kind !== "passes" && other.kind !== "unlisted");
  return {
    kind,
    who: WHO[kind],
    certainty,
    evidence: [...verdicts(facts), ...first.evidence],
    alternatives: others.slice(0, MOST_ALTERNATIVES).map((other) => ({
      kind: other.kind,
      who: WHO[other.kind],
      certainty: lower(certainty, other.certainty),
    })),
  };
}

function incomplete(evidence: Evidence[]): Diagnosis {
  const kind = "incomplete";
  return { kind, who: WHO[kind], certainty: "certain", evidence, alternatives: [] };
}

const GROUPS: Rule[][] = [[privateClient], PASSED_RULES, RECORD_RULES, CLIENT_RULES];

/** The readings of the first group that has any, the first of each kind. */
function firstReadings(facts: Facts): Finding[] {
  for (const rules of GROUPS) {
    const found = rules.map((rule) => rule(facts)).filter((finding) => finding !== null);
    if (found.length > 0)
      return found.filter(({ kind }, index) => found.findIndex((other) => other.kind === kind) === index);
  }
  return [];
}

function lower(one: Certainty, other: Certainty): Certainty {
  return CERTAINTIES[Math.min(CERTAINTIES.indexOf(one), CERTAINTIES.indexOf(other))]!;
}
