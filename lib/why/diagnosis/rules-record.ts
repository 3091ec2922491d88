import type { CheckResult } from "@/lib/spf/check-host";
import { lastStep } from "@/lib/spf/explain/decided";
import type { Problem } from "@/lib/spf/record";
import { LIMITS } from "@/lib/spf/session";
import type { RecordTrace } from "@/lib/spf/trace";
import type { DiagnosisKind } from "./diagnosis";
import { type DnsTrouble, troubleOf } from "./dns-trouble";
import type { Evidence } from "./evidence";
import type { Facts } from "./facts";
import { areOfOne } from "./host-names";
import { borneOut, type Rule } from "./rule";

/** DNS gave no answer for the domain: its own name servers, or the receiving site's way to them. */
const dnsTrouble: Rule = (facts) => {
  const { check, input, domain, helo } = facts;
  if (check.result !== "temperror") return null;
  const trouble = troubleIn(check);
  const evidence = unanswered(check.trace?.root ?? null);
  if (trouble === "limits") return { kind: "receiver-dns-trouble", certainty: "possible", evidence };
  const { helo: other } = input.now;
  // Where one visit has used up what it may ask, that says nothing of the other name.
  const failed = other?.result === "temperror" && troubleIn(other) !== "limits";
  if (failed && helo !== null && !areOfOne(helo, domain)) {
    const elsewhere: Evidence = { kind: "dns-error-elsewhere", name: helo };
    return { kind: "receiver-dns-trouble", certainty: "likely", evidence: [...evidence, elsewhere] };
  }
  if (trouble === "resolver") return { kind: "receiver-dns-trouble", certainty: "likely", evidence };
  return { kind: "dns-trouble", certainty: trouble === "zone" ? "likely" : "possible", evidence };
};

function troubleIn({ trace }: CheckResult): DnsTrouble {
  const [found] = unanswered(trace?.root ?? null);
  return found?.kind === "dns-error" ? found.trouble : "either";
}

const otherDnsTrouble =
  (kind: DiagnosisKind): Rule =>
  ({ check }) =>
    check.result === "temperror" ? { kind, certainty: "possible", evidence: [] } : null;

/** The question whose missing answer ended a record, however deep. */
function unanswered(record: RecordTrace | null): Evidence[] {
  if (record === null) return [];
  const step = lastStep(record);
  const below = unanswered(step?.within ?? null);
  if (below.length > 0) return below;
  const asked = [...record.questions, ...(step?.questions ?? [])];
  const failed = asked.flatMap(({ name, type, answer }): Evidence[] =>
    answer.status === "error" ? [{ kind: "dns-error", name, type, trouble: troubleOf(answer.reason) }] : [],
  );
  return failed.slice(-1);
}

/** A name that cannot be looked up, or that DNS does not know. */
const badName: Rule = ({ check, domain, isHelo }) => {
  const kind = isHelo ? "helo" : "bad-domain";
  if (check.reason === "bad-domain")
    return { kind, certainty: "certain", evidence: [{ kind: "bad-name", name: domain }] };
  const answer = check.trace?.root?.questions[0]?.answer;
  const isUnknown = answer?.status === "void" && answer.reason === "nxdomain";
  return check.reason === "no-record" && isUnknown
    ? { kind, certainty: "certain", evidence: [{ kind: "no-such-name", name: domain }] }
    : null;
};

/** Errors that stand in the record itself, whoever sends. */
const brokenRecord: Rule = (facts) => {
  const { check, decided, domain } = facts;
  const at = decided?.at ?? domain;
  const term = decided?.step?.text ?? "";
  if (check.reason === "several-records")
    return borneOut("several-records", "certain", [{ kind: "several-records", at }]);
  if (check.reason === "syntax") return borneOut("broken-record", "certain", syntaxErrors(facts, at));
  if (check.reason === "lookup-limit")
    return borneOut("too-many-lookups", "certain", [{ kind: "lookups", at, lookups: LIMITS.lookups }]);
  if (check.reason === "mx-limit")
    return borneOut("too-many-lookups", "certain", [{ kind: "mx-hosts", at, term }]);
  if (check.reason === "void-limit") {
    const names = voidNames(check.trace?.root ?? null);
    return borneOut("too-many-voids", "certain", [
      { kind: "voids", at, voidLookups: check.voidLookups, names: names.slice(0, 3) },
    ]);
  }
  const dead = deadTarget(check.trace?.root ?? null);
  if (check.reason === "include-none") return borneOut("dead-include", "certain", dead);
  if (check.reason === "redirect-none") return borneOut("dead-redirect", "certain", dead);
  return check.reason === "no-record"
    ? { kind: "no-record", certainty: "certain", evidence: [{ kind: "no-record", domain }] }
    : null;
};

/** The terms with an error, and what a slip was meant to be. */
function syntaxErrors({ decided, input }: Facts, at: string): Evidence[] {
  const record = decided?.record ?? null;
  const text = record?.text ?? "";
  const problems: Problem[] = record?.problems ?? [];
  const slips = (input.suggestion?.edits ?? []).filter(({ reason }) => reason === "mend-syntax");
  const published = input.suggestion?.published ?? "";
  const meant = slips.slice(0, 3).map(({ from, to, text }): Evidence => {
    return { kind: "slip", text: published.slice(from, to).trim(), meant: text.trim() };
  });
  const isMended = published === text && meant.length > 0;
  const found = problems
    .slice(0, 3)
    .map(({ from, to }): Evidence => ({ kind: "syntax", at, text: text.slice(from, to) }));
  const told: Evidence[] = found.length > 0 ? found : [{ kind: "syntax", at, text }];
  return isMended ? [...told, ...meant] : told;
}

/** The term that leads to nothing, however deep: an error of a record below is its includes' error too. */
function deadTarget(record: RecordTrace | null): Evidence[] {
  const step = record === null ? null : lastStep(record);
  if (record === null || step === null) return [];
  const below = step.within?.result === "permerror" ? deadTarget(step.within) : [];
  return below.length > 0 ? below : [{ kind: "dead-target", at: record.domain, term: step.text }];
}

function voidNames(record: RecordTrace | null): string[] {
  if (record === null) return [];
  const names = record.steps.flatMap(({ questions, within, isShadow }) =>
    isShadow
      ? []
      : [
          ...questions.flatMap(({ name, answer }) => (answer.status === "void" ? [name] : [])),
          ...voidNames(within),
        ],
  );
  return [...new Set(names)];
}

/** A verdict that says nothing gives no reason to refuse (RFC 7208 sections 8.1 and 8.2). */
export const refusedFor =
  (result: "none" | "neutral"): Rule =>
  ({ check, then }) =>
    check.result === result && then?.result === result && then.rejectedBy === "spf"
      ? { kind: "receiving-site-mistake", certainty: "possible", evidence: [] }
      : null;

/** Anyone may use a domain that says nothing. */
const forgedUnseen: Rule = ({ check }) =>
  check.reason === "no-record" ? { kind: "forger", certainty: "possible", evidence: [] } : null;

/** Of domains and records that are at fault whoever sends. */
export const RECORD_RULES: Rule[] = [
  dnsTrouble,
  otherDnsTrouble("dns-trouble"),
  otherDnsTrouble("receiver-dns-trouble"),
  badName,
  brokenRecord,
  refusedFor("none"),
  forgedUnseen,
];
