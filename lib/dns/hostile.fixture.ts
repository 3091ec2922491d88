import { checkHost, mailfromRequest } from "@/lib/spf/check-host";
import type { Answer, Resolver } from "@/lib/spf/resolver";
import type { CacheLimits } from "./cache";
import { dnsClient } from "./dns-client";
import type { DnsServer } from "./servers";
import type { Budget } from "./session";

/** What a check of user@DOMAIN came to, and why its resolver had no answer, each reason once. */
export interface HostileOutcome {
  result: string;
  reason: string;
  failures: string[];
}

interface Patience {
  budget?: Budget;
  timeoutMs?: number;
  cache?: CacheLimits;
}

/** Checks user@DOMAIN from 192.0.2.7 through a client of its own, on small budgets. */
export async function checkOver(
  server: DnsServer,
  domain: string,
  { budget = { queries: 30 }, timeoutMs = 5000, cache }: Patience = {},
): Promise<HostileOutcome> {
  const failures = new Set<string>();
  const below = dnsClient({ servers: [server], timeoutMs, attempts: 1, cache }).session(budget);
  const note = (answer: Answer) => {
    if (answer.status === "error") failures.add(answer.reason);
    return answer;
  };
  const resolver: Resolver = {
    resolve: (name, type) => {
      const given = below.resolve(name, type);
      return given instanceof Promise ? given.then(note) : note(given);
    },
  };
  const request = mailfromRequest({ ip: "192.0.2.7", envelopeFrom: `user@${domain}`, helo: "helo.example" });
  const { result, reason } = await checkHost(request, resolver, { clock: () => 1_700_000_000_000 });
  return { result, reason, failures: [...failures] };
}
