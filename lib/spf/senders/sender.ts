import type { SpfResult } from "../result";

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
  /** Refused for good or for now; delivered with a mark; all others that were accepted. */
  refused: number;
  tagged: number;
  delivered: number;
  /** Epoch ms of its first and last message; `days` on which there was one. */
  first: number;
  last: number;
  days: number;
  /** Different envelope senders, and different other domains that it sent as. */
  senders: number;
  otherDomains: number;
}

/** What DNS says of a client today, and of the domain it sent as. */
export interface SenderChecks {
  /** Names whose addresses hold the client's (forward-confirmed reverse DNS). */
  confirmedNames: string[];
  /** Whether it is an address of the domain's own hosts: its `A`/`AAAA`, or those of its `MX`. */
  isOwnHost: boolean;
  /** Whether it lies in the network (/24, /64) of one of those. */
  isNearOwnHost: boolean;
  /** What the published record, and the draft, say of it now; null where that could not be found out. */
  published: SpfResult | null;
  draft: SpfResult | null;
}

/** A reason for or against a role; `values` go into its sentence. */
export interface Evidence {
  kind: string;
  speaksFor: Role;
  values: Record<string, string | number>;
}

/** A client with what it seems to be. `isAuthorisable` if it may be authorised without asking: never a forger. */
export interface Sender extends SenderFacts, SenderChecks {
  role: Role;
  certainty: "sure" | "likely" | "weak";
  evidence: Evidence[];
  isAuthorisable: boolean;
}

/**
 * Clients that one change authorises: those of a provider, or of one network. `terms` are what would authorise them, none
 * broader than what was seen; `wholeNetwork` the term for all of the network, null for a provider.
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
