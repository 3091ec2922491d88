import { ipHex, networkAround } from "@/lib/net/network";
import { readClientAddress } from "@/lib/spf/address";
import { PROVIDERS, type Provider, providersHolding, providersNamed } from "@/lib/spf/draft/providers";
import type { RecordType, Resolver } from "@/lib/spf/resolver";
import { LIMITS } from "@/lib/spf/session";

/** The addresses of a domain's own hosts, and the networks (/24, /64) around them. */
export interface OwnHosts {
  a: Set<string>;
  mx: Set<string>;
  /** The names of its exchangers, at most ten. */
  exchangers: string[];
  networks: Set<string>;
  /** The terms that name few enough hosts, none of them a provider's. */
  terms: ("a" | "mx")[];
  /** False where DNS gave no answer to one of the questions. */
  isKnown: boolean;
}

/** More addresses than this are not one organisation's own few servers. */
const FEW = 4;

/** Finds the hosts that `a` and `mx` of a domain's record would name. */
export async function ownHosts(
  domain: string,
  resolver: Resolver,
  providers: Provider[] = PROVIDERS,
): Promise<OwnHosts> {
  let isKnown = true;
  const records = async (name: string, type: RecordType) => {
    const answer = await resolver.resolve(name, type);
    if (answer.status === "error") isKnown = false;
    return answer.status === "found" ? answer.records : [];
  };
  const addresses = async (name: string) =>
    [...(await records(name, "A")), ...(await records(name, "AAAA"))].flatMap((record) =>
      "address" in record ? [record.address] : [],
    );
  const a = new Set(await addresses(domain));
  const exchangers = (await records(domain, "MX"))
    .flatMap((record) => (record.type === "MX" && record.host !== "" ? [record.host] : []))
    .slice(0, LIMITS.names);
  const mx = new Set((await Promise.all(exchangers.map(addresses))).flat());
  const isFew = (ips: Set<string>) =>
    ips.size > 0 && ips.size <= FEW && ![...ips].some((ip) => isProviders(ip, providers));
  const terms: OwnHosts["terms"] = [];
  if (isFew(mx) && providersNamed(exchangers, providers).length === 0) terms.push("mx");
  if (isFew(a)) terms.push("a");
  const networks = new Set([...a, ...mx].map((ip) => networkAround(ipHex(ip)!)));
  return { a, mx, exchangers, networks, terms, isKnown };
}

function isProviders(ip: string, providers: Provider[]): boolean {
  const address = readClientAddress(ip);
  return address !== null && providersHolding(address, providers).length > 0;
}
