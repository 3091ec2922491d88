import type { TimeRange } from "@/lib/queries/range";
import type { ReplayExample } from "@/lib/queries/replay-report";
import type { SpfResult } from "@/lib/spf/result";

/** A client whose accepted messages would have bounced; the newest are examples. */
export interface BouncedClient {
  ip: string;
  clientName: string | null;
  /** As logged. */
  results: SpfResult[];
  messages: number;
  first: number;
  last: number;
  examples: ReplayExample[];
}

/** A domain whose accepted messages would have bounced, with its clients; those with most messages first. */
export interface BouncedDomain {
  domain: string;
  messages: number;
  clients: BouncedClient[];
  unlistedClients: number;
}

/** What this site would have bounced of stored mail, had it refused more results. */
export interface ShownEnforcement {
  range: TimeRange;
  /** Messages looked at; those that were accepted and would have bounced, and those that the allow-list lets through. */
  messages: number;
  bounced: number;
  allowed: number;
  /** Those with most messages first. */
  domains: BouncedDomain[];
  /** Domains that are not listed for being too many. */
  unlistedDomains: number;
  /** Messages whose result was not logged, so that nothing can be said of them. */
  notLogged: number;
  /** Whether all of the time was looked at, or only the newest messages. */
  isAll: boolean;
  /** The oldest message stored at all, epoch ms; null where there is none. */
  oldestStored: number | null;
}
