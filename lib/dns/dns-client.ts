import type { Resolver } from "@/lib/spf/resolver";
import { type CacheLimits, cachedLookup } from "./cache";
import { type Budget, session } from "./session";
import { type WireOptions, wireLookup } from "./wire-client";

/** A program's access to the DNS. */
export interface DnsClient {
  /** A resolver for one evaluation, that shares what others have learned. */
  session(budget?: Budget): Resolver;
}

/** A wire client behind a cache. Holds nothing open between questions, so there is nothing to close. */
export function dnsClient(options: WireOptions & { cache?: CacheLimits }): DnsClient {
  const lookup = cachedLookup(wireLookup(options), options.cache, options.clock);
  return { session: (budget) => session(lookup, budget, options.clock) };
}
