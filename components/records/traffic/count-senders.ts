import type { TrafficReport } from "@/lib/queries/traffic-report";
import type { Sender, SenderGroup } from "@/lib/spf/senders/sender";

/** What the sentence above the traffic says. */
export interface SenderCounts {
  messages: number;
  servers: number;
  /** Those that look like the domain's own, or its provider's, and those of them that the draft does not pass. */
  own: number;
  ownRefused: number;
  /** Those that look like forgers, and those of them that the draft passes. */
  forgers: number;
  forgersPassed: number;
}

/** Counts who sent as a domain, and how the draft stands with them. */
export function countSenders({
  groups,
  unlistedClients,
  counted,
  withoutClient,
}: TrafficReport): SenderCounts {
  const senders = groups.flatMap((group) => group.senders);
  const own = senders.filter(({ role }) => role === "own" || role === "provider");
  const forgers = senders.filter(({ role }) => role === "forger");
  return {
    messages: counted - withoutClient,
    servers: senders.length + unlistedClients,
    own: own.length,
    ownRefused: own.filter(({ draft }) => draft !== null && draft !== "pass").length,
    forgers: forgers.length,
    forgersPassed: forgers.filter(({ draft }) => draft === "pass").length,
  };
}

/** Whether a group is to be authorised only after a second look: someone forges the domain, or passes its mail on. */
export function isDoubtful({ role, senders }: SenderGroup): boolean {
  return role === "forwarder" || role === "forger" || senders.some((sender) => sender.role === "forger");
}

/** Whether a group is of a provider of which nothing shows that the domain is its customer, and not a forger. */
export function isAnyonesProvider({ role, isAuthorised, isAuthorisable }: SenderGroup): boolean {
  return role === "provider" && !isAuthorisable && isAuthorised !== "all";
}

/** The sections that groups are shown in, in this order. */
export const SECTIONS = ["likely", "unknown", "doubtful"] as const;
export type Section = (typeof SECTIONS)[number];

export function sectionOf(group: SenderGroup): Section {
  if (isDoubtful(group)) return "doubtful";
  return group.role === "own" || group.role === "provider" ? "likely" : "unknown";
}

/** What all senders have in common; undefined where they differ. */
export function shared<T>(senders: readonly Sender[], of: (sender: Sender) => T): T | undefined {
  const values = new Set(senders.map(of));
  return values.size === 1 ? [...values][0] : undefined;
}

/** What became of the messages of several senders. */
export function sumOfFates(senders: readonly Sender[]): Pick<Sender, "refused" | "tagged" | "delivered"> {
  const sum = (of: (sender: Sender) => number) => senders.reduce((all, sender) => all + of(sender), 0);
  return {
    refused: sum(({ refused }) => refused),
    tagged: sum(({ tagged }) => tagged),
    delivered: sum(({ delivered }) => delivered),
  };
}

/** Messages of several senders per result as logged. */
export function sumOfResults(senders: readonly Sender[]): Sender["results"] {
  const sums = {
    pass: 0,
    fail: 0,
    softfail: 0,
    neutral: 0,
    none: 0,
    temperror: 0,
    permerror: 0,
    notLogged: 0,
  };
  for (const { results } of senders)
    for (const result of Object.keys(sums) as (keyof typeof sums)[]) sums[result] += results[result];
  return sums;
}
