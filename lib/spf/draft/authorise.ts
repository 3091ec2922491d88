import type { CheckResult } from "../check-host";
import { type Asking, LIMITS } from "../session";
import type { StepTrace } from "../trace";
import { reverseName } from "../validated-name";
import { asked, type Bench, checked, folded } from "./bench";
import { type Draft, directiveOf, draftText, endOfDirectives, withTerm } from "./draft-record";
import { type Provider, providersHolding, providersNamed } from "./providers";
import { plainTarget, worstLookups } from "./worst-lookups";

/** How many providers one suggestion asks about. */
const MOST_PROVIDERS = 3;

/** Addresses for documentation (RFC 5737, RFC 3849), which no one sends from: what they get, everyone else does. */
export const OUTSIDERS = ["198.51.100.251", "2001:db8:5ca1:ab1e::251"];

/** The client's own address as a term. */
export function clientTerm({ client }: Bench): string {
  return `${client.isIpv4 ? "ip4" : "ip6"}:${client.text}`;
}

/**
 * The draft with the client authorised, right before the term that decides against it: by its provider's include if
 * there is one that passes it, costs no more than ten lookups in all, and changes nothing for those outside; else by
 * its address alone, which can match no one else and costs no lookup, wherever it stands.
 */
export function* authorised(bench: Bench, draft: Draft): Asking<Draft> {
  const check = yield* checked(bench, draftText(draft));
  if (check.result === "pass") return draft;
  const at = placeIn(draft, check);
  for (const { include } of yield* providersFor(bench)) {
    if (isIncluded(draft, include) || folded(include) === folded(bench.domain)) continue;
    const term = `include:${include}`;
    const next = withTerm(draft, at, term, "authorise-provider");
    if (yield* isHarmless(bench, draft, next, term)) return next;
  }
  return withTerm(draft, at, clientTerm(bench), "authorise-client");
}

/** Providers that the client may belong to: by the networks that are known, or by the name of its host. */
export function* providersFor(bench: Bench): Asking<Provider[]> {
  const { client, providers } = bench;
  const holding = providersHolding(client, providers);
  if (holding.length > 0) return holding.slice(0, MOST_PROVIDERS);
  const answer = yield* asked(bench, reverseName(client), "PTR");
  if (answer.status !== "found") return [];
  const hosts = answer.records.flatMap((record) => (record.type === "PTR" ? [record.host] : []));
  return providersNamed(hosts.slice(0, LIMITS.names), providers).slice(0, MOST_PROVIDERS);
}

/** The step of the domain's own record at which a check ended; undefined where no term did it. */
export function decidingStep({ trace }: CheckResult): StepTrace | undefined {
  return trace?.root?.steps.find(
    ({ state }) => state === "match" || state === "error" || state === "followed",
  );
}

function placeIn({ items }: Draft, check: CheckResult): number {
  const steps = trace(check);
  const step = decidingStep(check);
  const nth = step === undefined ? -1 : steps.indexOf(step);
  const directives = items.flatMap((item, index) => (directiveOf(item) === null ? [] : [index]));
  return directives[nth] ?? endOfDirectives(items);
}

function trace(check: CheckResult): StepTrace[] {
  return check.trace?.root?.steps ?? [];
}

function isIncluded({ items }: Draft, include: string): boolean {
  return items.some((item) => {
    const mechanism = directiveOf(item)?.mechanism;
    const target = mechanism?.name === "include" ? plainTarget(mechanism.domainSpec) : null;
    return target !== null && folded(target) === folded(include);
  });
}

function* isHarmless(bench: Bench, before: Draft, after: Draft, term: string): Asking<boolean> {
  const [old, text] = [draftText(before), draftText(after)];
  if ((yield* checked(bench, text)).result !== "pass") return false;
  if ((yield* worstLookups(bench, text)) > LIMITS.lookups) return false;
  for (const ip of OUTSIDERS) {
    const now = yield* checked(bench, text, ip);
    const step = trace(now).find((step) => step.text === term && !step.isShadow);
    // Whom it matches it would match for everyone; whom it is an error for may have had a verdict from a later term.
    if (step?.state !== "no-match") return false;
    if (now.result !== (yield* checked(bench, old, ip)).result) return false;
    // An error that comes later hides whether its void lookups are too many for those who were decided before it.
    if (now.result.endsWith("error") && step.after.voidLookups > step.before.voidLookups) return false;
  }
  return true;
}
