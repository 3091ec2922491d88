import { isCheckable } from "./domain-name";
import { isBeyondAscii, targetName } from "./macro";
import { matchA } from "./mechanisms/a";
import { matchExists } from "./mechanisms/exists";
import { matchInclude } from "./mechanisms/include";
import { matchIp } from "./mechanisms/ip";
import { matchMx } from "./mechanisms/mx";
import { matchPtr } from "./mechanisms/ptr";
import { parsedRecord } from "./parse";
import { allOf } from "./reached";
import type { Directive, Modifier, SpfRecord, Term } from "./record";
import { closeRecord, closeStep, openRecord, openStep, unreached } from "./record-trace";
import { selectRecords } from "./select-record";
import { type Asking, ask, countLookup, countVoid, decide, type Match, type Session } from "./session";
import type { Reason, RecordTrace } from "./trace";
import { type Outcome, RESULT_OF } from "./verdict";

/** check_host() for a domain (RFC 7208 section 4); an include or a redirect calls it again on the same budgets. */
export function* checkDomain(session: Session, domain: string, via: RecordTrace["via"]): Asking<Outcome> {
  const outer = session.notes;
  const node = session.isTraced ? openRecord(session, domain, via) : null;
  const outcome = yield* checkName(session, domain, via, node);
  if (node !== null) closeRecord(node, outcome);
  session.notes = outer;
  return outcome;
}

function* checkName(
  session: Session,
  domain: string,
  via: RecordTrace["via"],
  node: RecordTrace | null,
): Asking<Outcome> {
  const end = (result: Outcome["result"], reason: Reason, record: SpfRecord | null = null): Outcome => ({
    result,
    reason,
    domain,
    record,
    term: null,
  });
  // RFC 7208 section 4.3: a malformed domain has no record.
  if (!isCheckable(domain)) return end("none", "bad-domain");
  const answer = yield* ask(session, domain, "TXT");
  // RFC 7208 section 4.4
  if (answer.status === "error") return end("temperror", "dns-error");
  if (answer.status === "void") {
    // RFC 7208 section 4.6.4 counts terms: the first domain's own question is none; an include's or redirect's is.
    const limit = via === "initial" ? null : countVoid(session);
    return limit ? end(limit.result, limit.reason) : end("none", "no-record");
  }
  const texts = selectRecords(answer.records);
  if (texts.length === 0) return end("none", "no-record");
  if (texts.length > 1) return end("permerror", "several-records");
  const record = parsedRecord(texts[0]!);
  if (node !== null) {
    node.text = record.text;
    node.problems = record.problems;
  }
  // RFC 7208 section 4.6: a syntax error anywhere ends it before anything is evaluated.
  if (record.problems.length > 0) return end("permerror", "syntax", record);
  return yield* evaluateRecord(session, record, domain, node);
}

/** Directives in their order, then the redirect, then "neutral" (RFC 7208 sections 4.6.2, 4.7 and 6.1). */
function* evaluateRecord(
  session: Session,
  record: SpfRecord,
  domain: string,
  node: RecordTrace | null,
): Asking<Outcome> {
  const { directives, redirect } = record;
  for (let i = 0; i < directives.length; i++) {
    const directive = directives[i]!;
    const match = yield* evaluateDirective(session, directive, domain, node);
    if (match === false) continue;
    if (node !== null) yield* evaluateRest(session, record, domain, node, i + 1);
    return match === true
      ? { result: RESULT_OF[directive.qualifier], reason: "match", domain, record, term: directive }
      : { ...match, domain, record, term: directive };
  }
  if (redirect !== null) return yield* followRedirect(session, redirect, record, domain, node);
  return { result: "neutral", reason: "no-match", domain, record, term: null };
}

function* evaluateDirective(
  session: Session,
  directive: Directive,
  domain: string,
  node: RecordTrace | null,
): Asking<Match> {
  const step = node === null ? null : openStep(session, node, directive);
  const match = yield* matchDirective(session, directive, domain);
  if (step !== null) closeStep(session, step, directive, match);
  return match;
}

function* matchDirective(session: Session, { mechanism }: Directive, domain: string): Asking<Match> {
  switch (mechanism.name) {
    case "all":
      return true;
    case "ip4":
    case "ip6":
      return matchIp(session, mechanism.network);
  }
  const limit = countLookup(session);
  if (limit !== null) return limit;
  if (mechanism.domainSpec !== null && isBeyondAscii(session, mechanism.domainSpec)) {
    decide(session, "non-ascii-local-part");
    return false;
  }
  switch (mechanism.name) {
    case "a":
      return yield* matchA(session, mechanism, domain);
    case "mx":
      return yield* matchMx(session, mechanism, domain);
    case "include":
      return yield* matchInclude(session, mechanism.domainSpec, domain, checkDomain);
    case "exists":
      return yield* matchExists(session, mechanism.domainSpec, domain);
    case "ptr":
      return yield* matchPtr(session, mechanism.domainSpec, domain);
  }
}

/** `redirect` (RFC 7208 section 6.1): the target's result is the result, but without a record it is a permerror. */
function* followRedirect(
  session: Session,
  redirect: Modifier,
  record: SpfRecord,
  domain: string,
  node: RecordTrace | null,
): Asking<Outcome> {
  const step = node === null ? null : openStep(session, node, redirect);
  const outcome = yield* redirected(session, redirect, record, domain);
  if (step !== null) closeStep(session, step, redirect, outcome);
  return outcome;
}

function* redirected(
  session: Session,
  redirect: Modifier,
  record: SpfRecord,
  domain: string,
): Asking<Outcome> {
  const limit = countLookup(session);
  if (limit !== null) return { ...limit, domain, record, term: redirect };
  if (isBeyondAscii(session, redirect.value)) {
    decide(session, "non-ascii-local-part");
    return { result: "neutral", reason: "no-match", domain, record, term: null };
  }
  const name = yield* targetName(session, redirect.value, domain);
  const outcome = name === null ? null : yield* checkDomain(session, name, "redirect");
  if (outcome !== null && outcome.result !== "none") return outcome;
  return { result: "permerror", reason: "redirect-none", domain, record, term: redirect };
}

/** What stands behind the term that decided: left alone, or evaluated in the shadow, where it changes nothing. */
function* evaluateRest(
  session: Session,
  record: SpfRecord,
  domain: string,
  node: RecordTrace,
  from: number,
): Asking<void> {
  const { directives, redirect } = record;
  // RFC 7208 section 6.1: a redirect counts for nothing if there is an "all" anywhere.
  const hasAll = allOf(record) !== null;
  const rest: Term[] = directives.slice(from);
  if (redirect !== null) rest.push(redirect);
  for (const term of rest) {
    if (session.shadow === null || (term === redirect && hasAll)) unreached(session, node, term);
    else yield* evaluateInShadow(session, term, record, domain, node);
  }
}

/** Evaluates a term on lookups of its own, and on the questions that all shadow terms share. */
function* evaluateInShadow(
  session: Session,
  term: Term,
  record: SpfRecord,
  domain: string,
  node: RecordTrace,
): Asking<void> {
  const questions = session.shadow!;
  const shadow: Session = { ...session, lookups: 0, voidLookups: 0, questions, shadow: null, notes: node };
  if (questions.left <= 0) unreached(session, node, term);
  else if (term.kind === "directive") yield* evaluateDirective(shadow, term, domain, node);
  else if (term.kind === "modifier") yield* followRedirect(shadow, term, record, domain, node);
  node.steps.at(-1)!.isShadow = true;
}
