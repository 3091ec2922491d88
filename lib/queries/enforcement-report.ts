import type { SpfResult } from "@/lib/spf/result";
import type { TimeRange } from "./range";
import type { ReplayExample } from "./replay-report";

/** A client whose messages were accepted, and would not be. */
export interface EnforcedClient {
  ip: string;
  clientName: string | null;
  /** As logged. */
  results: SpfResult[];
  messages: number;
  /** Epoch ms. */
  first: number;
  last: number;
  /** The newest, at most three. */
  examples: ReplayExample[];
}

/** What of a checked domain's mail was accepted, and would not be: marked on delivery, or delivered as it was. */
export interface EnforcedDomain {
  domain: string;
  messages: number;
  tagged: number;
  delivered: number;
  /** With the same results, refused already. */
  refused: number;
  /** Those with most messages, at most ten, and how many there are besides. */
  clients: EnforcedClient[];
  unlistedClients: number;
}

/** What a server would have refused if it had been stricter. */
export interface EnforcementReport {
  /** What was looked at: the range, or its newest part where it holds too many; `isAll` says which. */
  range: TimeRange;
  isAll: boolean;
  /** All messages in the whole hours of that time, and those of them without a logged result. */
  messages: number;
  notLogged: number;
  /** Accepted then, of so many domains and clients; `withoutDomain` of them name none. */
  bounced: number;
  tagged: number;
  delivered: number;
  domainCount: number;
  clientCount: number;
  withoutDomain: number;
  /** With the same results, refused already. */
  refused: number;
  /** Accepted then, and from the networks allowed, so that they stay so. */
  allowed: number;
  /** Those with most messages first. */
  domains: EnforcedDomain[];
  unlistedDomains: number;
  /** The oldest message stored at all, epoch ms; null where there is none. */
  oldestStored: number | null;
}
