import { readConfig } from "@/lib/config/config";
import { demoResolver } from "@/lib/demo/demo-resolver";
import { type DnsClient, dnsClient } from "@/lib/dns/dns-client";
import type { DnsServers } from "@/lib/dns/servers";
import type { Budget } from "@/lib/dns/session";
import { chosenServers } from "@/lib/dns/system-servers";
import type { Answer, DnsRecord, Resolver } from "@/lib/spf";
import { selectRecords } from "@/lib/spf/select-record";
import { isDemoDatabase } from "./demo";

/** What one visit of a stranger may ask of the DNS, all in all. */
const BUDGET = { milliseconds: 8_000, queries: 75 };
/** What one page for someone who is signed in may. */
const OWN_BUDGET = { milliseconds: 20_000, queries: 500 };
/** Octets of SPF records that one visit evaluates, of all its names; whoever publishes more means harm. */
const OCTETS = 24 * 1024;
/** For one question with all its tries. */
const LOOKUP_MS = 4_000;

// On globalThis, since the page and the route handlers are bundled apart and share one cache.
const shared = globalThis as { whyspfDns?: DnsClient };

/** A resolver for one visit of a page that everyone may open. It tells strangers nothing of the servers that are asked. */
export function visitResolver(): Resolver {
  return modestResolver(demoResolver(dns().session(BUDGET), isDemoDatabase));
}

/** A resolver for someone who is signed in: for one page, or as `budget` says. */
export function ownResolver(budget: Budget = OWN_BUDGET): Resolver {
  return demoResolver(dns().session(budget), isDemoDatabase);
}

function dns(): DnsClient {
  shared.whyspfDns ??= openDns();
  return shared.whyspfDns;
}

/** The servers of WHYSPF_DNS, or the system's. */
export function recursiveServers(): DnsServers {
  // A list that cannot be read is told by `whyspf doctor` and the commands; here the system's servers do.
  return chosenServers(readConfig().dnsServers) ?? chosenServers(null)!;
}

/** Answers as `resolver` does, for records of a bounded size in all, and without the names of the servers asked. */
export function modestResolver(resolver: Resolver, most = OCTETS): Resolver {
  const sizes = new Map<string, number>();
  const modest = (name: string, answer: Answer): Answer => {
    if (answer.status !== "found") return discreet(answer);
    sizes.set(name.toLowerCase(), spfOctets(answer.records));
    const octets = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (octets <= most) return answer;
    return { status: "error", reason: `budget of ${most / 1024} kB of records used up` };
  };
  return {
    resolve(name, type) {
      const answer = resolver.resolve(name, type);
      if (type !== "TXT") return answer instanceof Promise ? answer.then(discreet) : discreet(answer);
      return answer instanceof Promise ? answer.then((one) => modest(name, one)) : modest(name, answer);
    },
  };
}

function spfOctets(records: DnsRecord[]): number {
  return selectRecords(records).reduce((sum, text) => sum + text.length, 0);
}

function openDns(): DnsClient {
  const chosen = recursiveServers();
  const tries = chosen.attempts * chosen.servers.length;
  return dnsClient({ ...chosen, lookupMs: LOOKUP_MS, timeoutMs: Math.ceil(LOOKUP_MS / tries) });
}

/** An error names the server that it comes from, in front of a colon and a space. */
function discreet(answer: Answer): Answer {
  if (answer.status !== "error") return answer;
  return { status: "error", reason: answer.reason.replace(/^\S+: /, "") };
}
