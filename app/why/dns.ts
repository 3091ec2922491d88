import { readConfig } from "@/lib/config/config";
import { type DnsClient, dnsClient } from "@/lib/dns/dns-client";
import { chosenServers } from "@/lib/dns/system-servers";
import type { Answer, Resolver } from "@/lib/spf";

/** What one visit may ask of the DNS, all in all. */
const BUDGET = { milliseconds: 8_000, queries: 75 };
/** For one question with all its tries. */
const LOOKUP_MS = 4_000;

// On globalThis, since the page and the route handlers are bundled apart and share one cache.
const shared = globalThis as { whyspfDns?: DnsClient };

/** A resolver for one visit of the why page. It tells strangers nothing of the servers that are asked. */
export function visitResolver(): Resolver {
  shared.whyspfDns ??= openDns();
  const resolver = shared.whyspfDns.session(BUDGET);
  return {
    resolve(name, type) {
      const answer = resolver.resolve(name, type);
      return answer instanceof Promise ? answer.then(discreet) : discreet(answer);
    },
  };
}

function openDns(): DnsClient {
  // A list that cannot be read is told by `whyspf doctor` and the commands; here the system's servers do.
  const chosen = chosenServers(readConfig().dnsServers) ?? chosenServers(null)!;
  const tries = chosen.attempts * chosen.servers.length;
  return dnsClient({ ...chosen, lookupMs: LOOKUP_MS, timeoutMs: Math.ceil(LOOKUP_MS / tries) });
}

/** An error names the server that it comes from, in front of a colon and a space. */
function discreet(answer: Answer): Answer {
  if (answer.status !== "error") return answer;
  return { status: "error", reason: answer.reason.replace(/^\S+: /, "") };
}
