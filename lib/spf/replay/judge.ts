import { type CheckResult, checkHost } from "../check-host";
import type { Resolver } from "../resolver";
import type { SpfResult } from "../result";
import { isOwnEnd } from "./own-end";
import { usesOf } from "./uses";

/** What a check takes of a stored message; `sender` is what stands for a null reverse-path there. */
export interface Mail {
  ip: string;
  sender: string;
  helo: string;
}

/**
 * What mail is held against: a domain as it is published, and as it would be with a draft. `ends` are what its last word
 * might be instead (null for the draft's own).
 */
export interface Trial {
  domain: string;
  published: Resolver;
  draft: Resolver;
  ends: (SpfResult | null)[];
  /** Epoch ms. */
  clock: () => number;
}

/**
 * How a mail comes out under a record: `ends` with the other ends of the draft, in the trial's order, none of what is
 * published. `uses` says what of the mail it hangs on, as usesOf does.
 */
export interface Judgement {
  result: SpfResult;
  /** The term that decides; null where none does. */
  term: string | null;
  ends: SpfResult[];
  uses: number;
}

/** Evaluates a mail under what is published. Never throws: what DNS does not tell is a temperror. */
export async function judgePublished(mail: Mail, trial: Trial): Promise<Judgement> {
  const { result, mechanism, trace } = await check(mail, trial, trial.published);
  return { result, term: mechanism, ends: [], uses: usesOf(trace?.root ?? null) };
}

/** Evaluates a mail under the draft and its ends, as judgePublished does. */
export async function judgeDraft(mail: Mail, trial: Trial): Promise<Judgement> {
  const { result, mechanism, trace } = await check(mail, trial, trial.draft);
  const root = trace?.root ?? null;
  const isEnd = isOwnEnd(root);
  const ends = trial.ends.map((end) => (isEnd && end !== null ? end : result));
  return { result, term: mechanism, ends, uses: usesOf(root) };
}

function check(mail: Mail, { domain, clock }: Trial, resolver: Resolver): CheckResult | Promise<CheckResult> {
  return checkHost({ ...mail, domain }, resolver, { clock, trace: true });
}
