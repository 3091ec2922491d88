import type { SpfResult } from "../result";
import type { Evidence } from "./evidence";

export type { Evidence } from "./evidence";

/**
 * What a client that sends as a domain seems to be: the domain's own server, a provider that sends for it, a forwarder or
 * mailing list that passes its mail on, someone who forges it, or nothing that can be told.
 */
export const ROLES = ["own", "provider", "forwarder", "forger", "unknown"] as const;
export type Role = (typeof ROLES)[number];

/** What is known of a client from stored messages; counts are of messages in the time looked at. */
export interface SenderFacts {
  /** Canonical (RFC 5952). */
  ip: string;
  /** The name the mail server found for it, as logged: a hint, for its owner writes it. */
  loggedName: string | null;
  /** The names it called itself most often, at most three; `heloCount` is how many different ones. */
  helos: string[];
  heloCount: number;
  total: number;
  /** Per result as logged, and what was not logged. */
  results: Record<SpfResult | "notLogged", number>;
  /** Refused for good or for now, or thrown away; delivered with a mark; accepted without. The rest were broken off. */
  refused: number;
  tagged: number;
  delivered: number;
  /** Epoch ms of its first and last message; `days` on which there was one. */
  first: number;
  last: number;
  days: number;
  /** Different envelope senders. */
  senders: number;
  /** Of its newest messages as any domain: different other domains, messages as those, and how many of them failed. */
  otherDomains: number;
  otherMessages: number;
  otherFailed: number;
}

/** What DNS says of a client today, and of the domain it sent as. */
export interface SenderChecks {
  /** Names whose addresses hold the client's (forward-confirmed reverse DNS). */
  confirmedNames: string[];
  /** Whether DNS told them; false where it gave no answer, or was not asked for so many clients. */
  areNamesKnown: boolean;
  /** The one of them that is of a service known to forward, or calls itself a forwarder's or a list's; null for none. */
  forwarderName: string | null;
  /** Whether it is an address of the domain's own hosts: its `A`/`AAAA`, or those of its `MX`. */
  isOwnHost: boolean;
  /** The term for those hosts, where it authorises few others and no provider's; null elsewhere. */
  hostTerm: "a" | "mx" | null;
  /** Whether it lies in the network (/24, /64) of one of those. */
  isNearOwnHost: boolean;
  /** What the published record, and the draft, say of it now; null where that could not be found out. */
  published: SpfResult | null;
  draft: SpfResult | null;
  /** The terms that decide so; null where none does. */
  publishedTerm: string | null;
  draftTerm: string | null;
  /** The published record passes nearly everyone, so that its pass tells nothing. */
  isPublishedOpen: boolean;
  /**
   * The provider in whose network it is, or in whose domain its confirmed name; `isProven` if its include passes it. `mx`
   * is the MX host of the domain that is the provider's: its owner's word that the domain is a customer. Null for none.
   */
  provider: { name: string; include: string; isProven: boolean; mx: string | null } | null;
}

/** A client with what it seems to be. `isAuthorisable` if it may be authorised without asking: never a forger. */
export interface Sender extends SenderFacts, SenderChecks {
  role: Role;
  certainty: "sure" | "likely" | "weak";
  evidence: Evidence[];
  isAuthorisable: boolean;
}

/**
 * Clients that one change authorises: those of a provider, or those of one role in one network (/24, /64). `network` is
 * that of the client with most messages. `terms` are what would authorise those that the draft does not pass yet (all,
 * where it passes all), addresses none broader than what was seen; `wholeNetwork` the term for all of the network, null
 * for a provider, for forwarders and forgers.
 * No terms where there is no address to authorise.
 */
export interface SenderGroup {
  key: string;
  provider: { name: string; include: string } | null;
  network: string;
  senders: Sender[];
  role: Role;
  total: number;
  terms: string[];
  wholeNetwork: string | null;
  /** Whether the draft passes all of them, some, or none. */
  isAuthorised: "all" | "some" | "none";
  isAuthorisable: boolean;
}
