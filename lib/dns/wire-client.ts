import type { Answer, RecordType } from "@/lib/spf/resolver";
import { type Chain, followResponse, startChain } from "./alias-chain";
import { askServers } from "./ask-servers";
import type { Looked, Lookup } from "./lookup";
import type { DnsServers } from "./servers";
import { writeName } from "./wire-name";

/** How a wire client is set up; `lookupMs` bounds one question with all its tries and CNAMEs, whoever waits for it. */
export interface WireOptions extends DnsServers {
  lookupMs?: number;
  /** Milliseconds, only ever forwards. */
  clock?: () => number;
}

/**
 * A stub resolver that speaks to recursive servers itself, since node:dns refuses names that SPF macros produce.
 * It remembers nothing. A name that cannot exist (an empty label, one over 63 octets) is one that does not, unasked.
 */
export function wireLookup({
  lookupMs = 15_000,
  clock = () => performance.now(),
  ...servers
}: WireOptions): Lookup {
  return (name, type, signal) => {
    if (!writeName(name))
      return { answer: { status: "void", reason: "nxdomain" }, ttl: Number.POSITIVE_INFINITY, queries: 0 };
    const end = clock() + lookupMs;
    return lookUp(servers, name, type, () => end - clock(), signal);
  };
}

async function lookUp(...given: Parameters<typeof lookUpChain>): Promise<Looked> {
  const { answer, chain, queries } = await lookUpChain(...given);
  if (answer.status === "error") return { answer, ttl: 0, queries };
  return { answer, ttl: chain.ttl, queries };
}

/** Asks for a name, and again where aliases lead to another; the answer, and where the aliases led. */
export async function lookUpChain(
  servers: DnsServers,
  name: string,
  type: RecordType,
  timeLeft: () => number,
  signal?: AbortSignal,
): Promise<{ answer: Answer; chain: Chain; queries: number }> {
  const chain = startChain(name);
  // Ends: a chain that goes further has a new name each time, and MAX_ALIASES bounds those.
  for (let queries = 1; ; queries++) {
    const asked = await askServers(servers, chain.name, type, timeLeft, signal);
    if ("failure" in asked) return { answer: { status: "error", reason: asked.failure }, chain, queries };
    const answer = followResponse(chain, asked, type);
    if (answer !== "further") return { answer, chain, queries };
  }
}
