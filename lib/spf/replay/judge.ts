import { type CheckResult, checkHost } from "../check-host";
import type { Resolver } from "../resolver";
import type { SpfResult } from "../result";
import { ownEnd } from "./own-end";
import { usesOf } from "./uses";

/** What a check takes of a stored message; `sender` is what stands for a null reverse-path there. */
export interface Mail {
  ip: string;
  sender: string;
  helo: string;
}

/** The draft with another `all`, and what that gives; `resolver` null where it is the draft itself. */
export interface DraftEnd {
  result: SpfResult;
  resolver: Resolver | null;
}

/** What mail is held against: a domain as it is published, and as it would be with a draft, and with other ends of it. */
export interface Trial {
  domain: string;
  published: Resolver;
  draft: Resolver;
  ends: DraftEnd[];
  /** Epoch ms. */
  clock: () => number;
}

/** How a mail comes out; `ends` in the trial's order. `uses` says what of the mail it hangs on, as in usesOf. */
export interface Judgement {
  published: SpfResult;
  publishedTerm: string | null;
  draft: SpfResult;
  draftTerm: string | null;
  ends: SpfResult[];
  uses: number;
}

/** Evaluates a mail under what is published and under the draft. Never throws: what DNS does not tell is a temperror. */
export async function judge(
  mail: Mail,
  { domain, published, draft, ends, clock }: Trial,
): Promise<Judgement> {
  const check = (resolver: Resolver) => checkHost({ ...mail, domain }, resolver, { clock, trace: true });
  const now: CheckResult = await check(published);
  const then: CheckResult = await check(draft);
  const root = then.trace?.root ?? null;
  const own = ownEnd(root);
  let uses = usesOf(now.trace?.root ?? null) | usesOf(root);
  const results: SpfResult[] = [];
  for (const { result, resolver } of ends) {
    if (resolver === null || own === "untouched") results.push(then.result);
    else if (own === "reached") results.push(result);
    else {
      const again: CheckResult = await check(resolver);
      uses |= usesOf(again.trace?.root ?? null);
      results.push(again.result);
    }
  }
  return {
    published: now.result,
    publishedTerm: now.mechanism,
    draft: then.result,
    draftTerm: then.mechanism,
    ends: results,
    uses,
  };
}
