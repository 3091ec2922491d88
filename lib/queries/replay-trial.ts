import { overlayResolver } from "@/lib/dns/overlay-resolver";
import { withAll } from "@/lib/spf/draft/zone-lines";
import { lookUpPublished } from "@/lib/spf/published";
import type { Trial } from "@/lib/spf/replay/judge";
import { steadyResolver } from "@/lib/spf/replay/steady-resolver";
import { withoutExplanations } from "@/lib/spf/replay/without-explanations";
import type { Resolver } from "@/lib/spf/resolver";
import type { SpfResult } from "@/lib/spf/result";
import type { Enforcement } from "./replay-report";

/** A trial, the names of its ends in their order, and the domain's own texts. */
export interface PreparedTrial {
  trial: Trial;
  ends: Enforcement["all"][];
  /** Several (an error) joined by line feeds; null where there is none, or DNS gave no answer. */
  published: string | null;
  isPublishedKnown: boolean;
}

/** What a draft is held against mail with: DNS as it is and with the draft in it, and with its other ends. */
export async function prepareTrial(
  below: Resolver,
  { domain, draft, clock }: { domain: string; draft: string; clock: () => number },
): Promise<PreparedTrial> {
  const steady = steadyResolver(below);
  const { status, texts } = await lookUpPublished(domain, steady);
  const ends: [Enforcement["all"], SpfResult | null][] = [["as drafted", null]];
  if (withAll(draft, "-all") !== null) ends.push(["-all", "fail"], ["~all", "softfail"]);
  const trial: Trial = {
    domain,
    published: withoutExplanations(steady),
    draft: withoutExplanations(overlayResolver(steady, [[domain, [draft]]])),
    ends: ends.map(([, result]) => result),
    clock,
  };
  return {
    trial,
    ends: ends.map(([all]) => all),
    published: texts.length === 0 ? null : texts.join("\n"),
    isPublishedKnown: status !== "error",
  };
}
