import type { SpfResult } from "@/lib/spf";
import type { TimeRange } from "./range";

/** A stored message to look at, by its key. `time` in epoch ms. */
export interface ReplayExample {
  host: string;
  queueId: string;
  time: number;
  envelopeFrom: string;
  helo: string | null;
}

/** What one client's messages come to: under the published record, and under the draft, both evaluated today. */
export interface ReplayedClient {
  ip: string;
  clientName: string | null;
  published: SpfResult;
  draft: SpfResult;
  /** The term that decides; null where none does. */
  publishedTerm: string | null;
  draftTerm: string | null;
  messages: number;
  first: number;
  last: number;
  /** The newest, at most three. */
  examples: ReplayExample[];
}

/** Messages that a receiver of a certain strictness would refuse. */
export interface Refused {
  messages: number;
  clients: number;
  /** Of them, those that were accepted then. */
  newly: number;
}

/** What would be refused with each end that the draft can have, by a receiver that refuses fail, and by one that refuses softfail too. */
export interface Enforcement {
  all: "-all" | "~all" | "?all" | "as drafted";
  refusingFail: Refused;
  refusingSoftfail: Refused;
}

/** A draft held against stored messages of a domain. */
export interface ReplayReport {
  domain: string;
  draft: string;
  /** Several (an error) joined by line feeds; null for none, or where DNS gave no answer. */
  published: string | null;
  isPublishedKnown: boolean;
  range: TimeRange;
  /**
   * Messages replayed; those that could not be: they name no client or no sender, or a macro asked for the HELO name or
   * the local part, which they do not tell.
   */
  messages: number;
  unusable: number;
  /** Different (client, sender, HELO), counted up to three millions, and how many of them had to be evaluated. */
  triples: number;
  evaluations: number;
  /** Messages per [result published][result drafted], in the order of SPF_RESULTS. */
  matrix: number[][];
  /** Messages per [result logged, 7 where none][result drafted]. */
  loggedMatrix: number[][];
  /**
   * By client and change: those whose result changes first, then those with most messages; at most 500. Of more than
   * 200,000 clients the ones seen last are told apart, here and in the numbers of clients, which are then "at least";
   * messages are counted all.
   */
  clients: ReplayedClient[];
  unlistedClients: number;
  enforcement: Enforcement[];
  /** The oldest message stored at all, epoch ms; null where there is none. */
  oldestStored: number | null;
  milliseconds: number;
}

/** How far a replay is; `total` is null until it is known. */
export interface ReplayProgress {
  messages: number;
  total: number | null;
  triples: number;
}
