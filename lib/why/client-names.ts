import { type Address, readClientAddress } from "@/lib/spf/address";
import { isDomainName, withoutRoot } from "@/lib/spf/domain-name";
import type { Answer, RecordType, Resolver } from "@/lib/spf/resolver";
import { LIMITS } from "@/lib/spf/session";
import { reverseName } from "@/lib/spf/validated-name";

/**
 * The names of a client that lead back to it: of its first ten PTR records those whose A or AAAA record is the client
 * (RFC 7208 section 5.5), each once. Empty where there are none, and where the DNS or the address is of no use.
 */
export async function clientNames(ip: string, resolver: Resolver): Promise<string[]> {
  const client = readClientAddress(ip);
  if (client === null) return [];
  const answer = await answerTo(resolver, reverseName(client), "PTR");
  const names = namesIn(answer);
  const areOwn = await Promise.all(names.map((name) => leadsBack(name, client, resolver)));
  return names.filter((_, index) => areOwn[index]);
}

function namesIn(answer: Answer): string[] {
  if (answer.status !== "found") return [];
  const names = answer.records.flatMap((record) =>
    record.type === "PTR" ? [withoutRoot(record.host).toLowerCase()] : [],
  );
  return [...new Set(names.slice(0, LIMITS.names))].filter(isDomainName);
}

async function leadsBack(name: string, client: Address, resolver: Resolver): Promise<boolean> {
  const type = client.isIpv4 ? "A" : "AAAA";
  const answer = await answerTo(resolver, name, type);
  if (answer.status !== "found") return false;
  return answer.records.some((record) => record.type === type && record.address === client.text);
}

/** A resolver that throws or refuses its promise is one that gave no answer. */
async function answerTo(resolver: Resolver, name: string, type: RecordType): Promise<Answer> {
  try {
    return await resolver.resolve(name, type);
  } catch {
    return { status: "error", reason: "failed" };
  }
}
