import { readClientAddress } from "../address";
import { type CheckRequest, type CheckResult, checkHost } from "../check-host";
import { isCheckable } from "../domain-name";
import { asciiName } from "../idn";
import { parseRecord } from "../parse";
import type { SpfRecord } from "../record";
import type { Resolver } from "../resolver";
import { type Asking, LIMITS, run } from "../session";
import { authorised, clientTerm, decidingStep, OUTSIDERS, providersFor } from "./authorise";
import { asked, type Bench, checked, rememberingResolver } from "./bench";
import { type Draft, draftText, editsOf } from "./draft-record";
import { freed } from "./free-lookups";
import { mendedDraft } from "./mend";
import { mergedDraft } from "./merge";
import { PROVIDERS, type Provider } from "./providers";
import { isPublic } from "./public-address";
import type { Edit, NoneBecause, Standing, Suggestion, Warning } from "./suggestion";
import { recordsAt, worstLookups } from "./worst-lookups";
import { withAll, zoneLines } from "./zone-lines";

/** `clock` gives milliseconds since 1970; `providers` are those whose includes may be suggested. */
export interface SuggestOptions {
  clock: () => number;
  providers?: Provider[];
}

/**
 * Suggests the smallest change to the record of the request's domain that makes its client pass: an evident error
 * mended, lookups freed, and then the client's provider's include or its address, before the term that decides. The
 * change is evaluated before it is shown; `all` keeps its qualifier, and no client that had a verdict gets another,
 * but those of a provider that is included. Comes at once if every answer is at hand, else as a promise; never throws.
 *
 * A domain without a record, if there is such a domain, gets one that ends in `?all`: receivers must treat "neutral" as they treat "none" (RFC 7208
 * section 8.2), so that it passes this client and changes nothing for the domain's other servers, which one message
 * does not tell. `pair` holds what to publish when they are all listed.
 */
export function suggestRecord(
  request: CheckRequest,
  resolver: Resolver,
  { clock, providers = PROVIDERS }: SuggestOptions,
): Suggestion | Promise<Suggestion> {
  const domain = asciiName(request.domain);
  const client = readClientAddress(request.ip);
  if (client === null) {
    const before = checkHost(request, resolver, { clock }) as CheckResult;
    return nothing(domain, null, before, 0, "bad-ip");
  }
  return run(suggest({ request, client, domain, resolver: rememberingResolver(resolver), clock, providers }));
}

function* suggest(bench: Bench): Asking<Suggestion> {
  const { domain } = bench;
  const before = yield* checked(bench, null);
  if (!isCheckable(domain)) return nothing(domain, null, before, 0, "bad-domain");
  const texts = yield* recordsAt(bench, domain);
  const published = texts === null || texts.length === 0 ? null : texts.join("\n");
  const cost = published === null ? 0 : yield* worstLookups(bench, published);
  const none = (because: NoneBecause) => nothing(domain, published, before, cost, because);
  if (before.result === "pass") return none("already-passes");
  if (yield* isMissing(bench)) return none("no-such-domain");
  if (!isPublic(bench.client)) return none("private-address");
  if (texts === null || before.result === "temperror") return none("dns-error");
  if (published === null) return yield* created(bench, before);
  const readable = texts.length > 1 ? mergedDraft(texts) : mendedDraft(published);
  if (readable === null) return none(texts.length > 1 ? "cannot-merge" : "cannot-mend");
  return yield* proven(bench, before, yield* authorised(bench, yield* freed(bench, readable)), none);
}

/** Whether the domain is no name in the DNS: a record is published where there is one. */
function* isMissing(bench: Bench): Asking<boolean> {
  const answer = yield* asked(bench, bench.domain, "TXT");
  return answer.status === "void" && answer.reason === "nxdomain";
}

/** The suggestion that a draft makes, if evaluation bears it out. */
function* proven(
  bench: Bench,
  before: CheckResult,
  draft: Draft,
  none: (because: NoneBecause) => Suggestion,
): Asking<Suggestion> {
  const text = draftText(draft);
  const record = parseRecord(text);
  const lookups = yield* worstLookups(bench, text);
  const wasError = before.result === "permerror";
  // Where others have a verdict today, the client's own change is made even if it cannot mend the rest.
  if (wasError && lookups > LIMITS.lookups) return none("cannot-free-lookups");
  if (wasError && passesEveryone(record)) return none("passes-everyone");
  const after = yield* checked(bench, text);
  if (after.result !== "pass" || record.problems.length > 0) return none("not-proven");
  const edits = editsOf(draft);
  const warnings = yield* warningsOf(bench, before, text, edits, lookups);
  return {
    ...shown(bench.domain, text, edits, before, after, lookups),
    published: draft.published,
    warnings,
  };
}

/** Whether a record authorises more than anyone can own. It does no harm while it is an error. */
function passesEveryone({ directives }: SpfRecord): boolean {
  return directives.some(({ qualifier, mechanism }) => {
    if (qualifier !== "+") return false;
    if (mechanism.name === "all") return true;
    return "network" in mechanism && mechanism.network.length < (mechanism.name === "ip4" ? 8 : 16);
  });
}

function* created(bench: Bench, before: CheckResult): Asking<Suggestion> {
  const includes = (yield* providersFor(bench)).map(({ include }) => `include:${include}`);
  for (const term of [...includes, clientTerm(bench)]) {
    const text = `v=spf1 ${term} ?all`;
    const after = yield* checked(bench, text);
    const lookups = yield* worstLookups(bench, text);
    if (after.result !== "pass" || lookups > LIMITS.lookups || !(yield* isNeutral(bench, text))) continue;
    const edits: Edit[] = [{ kind: "create", from: 0, to: 0, text, reason: "create-record" }];
    const warnings: Warning[] = term === clientTerm(bench) ? [] : ["shared-provider"];
    return { ...shown(bench.domain, text, edits, before, after, lookups), warnings };
  }
  return nothing(bench.domain, null, before, 0, "not-proven");
}

function* warningsOf(
  bench: Bench,
  before: CheckResult,
  text: string,
  edits: Edit[],
  lookups: number,
): Asking<Warning[]> {
  const warnings = new Set<Warning>();
  const step = decidingStep(before);
  if (step?.state === "match" && !/^.?all$/i.test(step.text)) warnings.add("explicitly-refused");
  const reasons = edits.map(({ reason }) => reason);
  if (reasons.includes("authorise-provider")) warnings.add("shared-provider");
  if (reasons.includes("replace-by-addresses")) warnings.add("addresses-may-change");
  if (lookups > LIMITS.lookups) warnings.add("over-limit");
  if (yield* hasErrors(bench, text)) warnings.add("error-remains");
  return [...warnings];
}

/** Whether a record says of others than the client what no record says: no error, and no pass for everyone. */
function* isNeutral(bench: Bench, text: string): Asking<boolean> {
  for (const ip of OUTSIDERS) if ((yield* checked(bench, text, ip)).result !== "neutral") return false;
  return true;
}

/** Whether a record is an error for others than the client. */
function* hasErrors(bench: Bench, text: string): Asking<boolean> {
  for (const ip of OUTSIDERS) if ((yield* checked(bench, text, ip)).result.endsWith("error")) return true;
  return false;
}

function shown(
  domain: string,
  suggested: string,
  edits: Edit[],
  before: CheckResult,
  after: CheckResult,
  lookups: number,
): Suggestion {
  const [fail, softfail] = [withAll(suggested, "-all"), withAll(suggested, "~all")];
  return {
    ...nothing(domain, null, before, lookups, null),
    suggested,
    edits,
    zoneLines: zoneLines(domain, suggested),
    pair:
      fail === null || softfail === null
        ? null
        : { fail: zoneLines(domain, fail), softfail: zoneLines(domain, softfail) },
    after: standingOf(after),
  };
}

function nothing(
  domain: string,
  published: string | null,
  before: CheckResult,
  lookups: number,
  noneBecause: NoneBecause | null,
): Suggestion {
  return {
    domain,
    published,
    suggested: null,
    noneBecause,
    edits: [],
    warnings: [],
    zoneLines: [],
    pair: null,
    before: standingOf(before),
    after: null,
    lookups,
  };
}

function standingOf({ result, lookups, voidLookups }: CheckResult): Standing {
  return { result, lookups, voidLookups };
}
