import { recordBill } from "@/lib/spf/bill/record-bill";
import { PROVIDERS, type Provider } from "@/lib/spf/draft/providers";
import { startingText } from "@/lib/spf/draft/starting-text";
import { asciiName } from "@/lib/spf/idn";
import { lookUpPublished } from "@/lib/spf/published";
import type { Resolver } from "@/lib/spf/resolver";
import { groupSenders } from "@/lib/spf/senders/groups";
import { guessRole } from "@/lib/spf/senders/guess-role";
import type { Sender } from "@/lib/spf/senders/sender";
import { trafficFindings } from "@/lib/spf/senders/traffic-findings";
import type { Ask } from "./ask";
import { boundedResolver } from "./bounded-resolver";
import { type DomainSenders, domainSenders } from "./domain-senders";
import { oldestStored } from "./oldest-stored";
import type { TimeRange } from "./range";
import { checkSenders } from "./sender-checks";
import { storedDays } from "./stored-days";
import { suggestedDraft } from "./suggested-draft";
import type { TrafficReport } from "./traffic-report";

/**
 * What to report on; `draft` null stands for what is published, or an empty record. `known` are the senders of the range,
 * where they were found already.
 */
export interface TrafficQuestion {
  ask: Ask;
  resolver: Resolver;
  domain: string;
  range: TimeRange;
  draft: string | null;
  known?: DomainSenders;
  providers?: Provider[];
  /** Epoch ms. */
  clock: () => number;
  signal?: AbortSignal;
}

/** What a report may ask of DNS, all in all. */
const QUESTIONS = 1_000;
const MILLISECONDS = 20_000;
/** Whoever passes more addresses than a /8, or more of IPv6 than a /16, passes people it does not know. */
const MOST_IP4 = 2 ** 24;
const MOST_IP6 = 2n ** 112n;

/** Who sent as a domain, and how a draft stands with them. Where DNS gives no answer, it says so; it throws if aborted. */
export async function domainTraffic(question: TrafficQuestion): Promise<TrafficReport> {
  const { ask, range, providers = PROVIDERS, clock, signal } = question;
  const domain = asciiName(question.domain).toLowerCase();
  const until = clock() + MILLISECONDS;
  const resolver = boundedResolver(question.resolver, { questions: QUESTIONS, until, clock, signal });
  const { senders: facts, ...counts } = question.known ?? (await domainSenders(ask, domain, range));
  signal?.throwIfAborted();
  const { status, texts: found } = await lookUpPublished(domain, resolver);
  const texts = status === "error" ? null : found;
  const published = texts === null || texts.length === 0 ? null : texts.join("\n");
  const draft = question.draft ?? startingText(texts ?? []);
  const isPublishedOpen = texts?.length === 1 && (await isOpen(domain, texts[0]!, resolver));
  const isAsPublished = published === draft && published !== null;
  const context = {
    domain,
    draft: isAsPublished ? null : draft,
    isPublishedOpen,
    resolver,
    providers,
    clock,
  };
  const { checks, isComplete, isByMessage, ...told } = await checkSenders(facts, context);
  signal?.throwIfAborted();
  const senders = facts.map((own, at): Sender => {
    return { ...own, ...checks[at]!, ...guessRole(own, checks[at]!, domain) };
  });
  const groups = groupSenders(senders);
  // Where the record to begin with is not known, one without its terms would be no help.
  const isBased = texts !== null || question.draft !== null;
  const isDnsComplete = texts !== null && isComplete;
  const isAll = counts.isAll && counts.unlistedClients === 0 && counts.withoutClient === 0;
  return {
    domain,
    range,
    published,
    isPublishedKnown: texts !== null,
    draft,
    groups,
    ...counts,
    oldestStored: await oldestStored(ask),
    isDnsComplete,
    isByMessage,
    findings: trafficFindings({
      domain,
      draft,
      groups,
      isWhole: isAll && isDnsComplete,
      days: await storedDays(ask, range),
      hasExchanger: told.hasExchanger,
      isByMessage: told.isDraftByMessage,
    }),
    suggested: isBased ? await suggestedDraft(domain, draft, groups, resolver) : draft,
  };
}

async function isOpen(domain: string, text: string, resolver: Resolver): Promise<boolean> {
  const { root, addresses } = await recordBill({ domain, text }, resolver);
  return root.isOpen || addresses.ip4 > MOST_IP4 || BigInt(addresses.ip6) > MOST_IP6;
}
