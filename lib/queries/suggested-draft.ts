import { recordBill } from "@/lib/spf/bill/record-bill";
import type { Resolver } from "@/lib/spf/resolver";
import { addressTerms } from "@/lib/spf/senders/address-terms";
import type { SenderGroup } from "@/lib/spf/senders/sender";
import { withGroup } from "@/lib/spf/senders/with-group";
import { LIMITS } from "@/lib/spf/session";

const NEW = "v=spf1 ~all";

/** What a text costs the worst client. */
interface Cost {
  lookups: number;
  voids: number;
  isComplete: boolean;
}

/**
 * The draft with all groups that may be authorised without asking; as it is where there are none. What would take it
 * over a limit, or cannot be seen to the end, is written as addresses, or left out where these are a provider's, which
 * changes them at will.
 */
export async function suggestedDraft(
  domain: string,
  draft: string,
  groups: SenderGroup[],
  resolver: Resolver,
): Promise<string> {
  const wanted = groups.filter((group) => group.isAuthorisable && group.isAuthorised !== "all");
  if (wanted.length === 0) return draft;
  const begun = draft.trim() === "" ? NEW : draft;
  let text = begun;
  let cost = await costOf(domain, text, resolver);
  for (const group of wanted) {
    const next = withGroup(text, group, true);
    if (next === text) continue;
    const nextCost = group.terms.every(isAddress) ? cost : await costOf(domain, next, resolver);
    if (isWithin(nextCost, cost)) [text, cost] = [next, nextCost];
    else if (group.provider === null) {
      const terms = addressTerms(group.senders.map(({ ip }) => ip));
      text = withGroup(text, { ...group, terms }, true);
    }
  }
  // A record that names nobody would help nobody.
  return text === begun ? draft : text;
}

const isAddress = (term: string) => term.startsWith("ip");

async function costOf(domain: string, text: string, resolver: Resolver): Promise<Cost> {
  const { lookups, voidLookups, isComplete } = await recordBill({ domain, text }, resolver);
  return { lookups, voids: Math.max(voidLookups.ip4, voidLookups.ip6), isComplete };
}

function isWithin(next: Cost, before: Cost): boolean {
  const keeps = (limit: number, now: number, was: number) => now <= limit || now <= was;
  return (
    keeps(LIMITS.lookups, next.lookups, before.lookups) &&
    keeps(LIMITS.voidLookups, next.voids, before.voids) &&
    (next.isComplete || !before.isComplete)
  );
}
