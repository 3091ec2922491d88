import type { SpfResult } from "@/lib/spf";
import { type Client, named } from "./client";
import { domainName, userName } from "./names";
import { WAVE_DOMAIN } from "./partner";
import type { Random } from "./random";
import { SITE_DOMAIN, SITE_POLICY } from "./site";

/** What a domain's record says of servers that it does not name; or that it has none, or one that fails to be read. */
export type Policy = "-all" | "~all" | "?all" | "no record" | "broken record" | "slow servers";

/** A domain that sends mail to the demo's servers. */
export interface Correspondent {
  domain: string;
  policy: Policy;
  servers: Client[];
  /** The servers that its record names, if it has one: all, or with `?all` the first half. */
  authorised: Client[];
  /** Whether its servers' names have records of their own, by which reports are checked. */
  hasHeloRecords: boolean;
}

const POLICIES: readonly (readonly [Policy, number])[] = [
  ["-all", 34],
  ["~all", 42],
  ["?all", 6],
  ["no record", 13],
  ["broken record", 3],
  ["slow servers", 2],
];
const CORRESPONDENTS = 260;

/** Names worth lying about that send nothing themselves, or only to their own. */
export const CLAIMED = [
  { domain: WAVE_DOMAIN, policy: "-all" },
  { domain: SITE_DOMAIN, policy: SITE_POLICY },
  { domain: "saessak-pay.example", policy: "-all" },
  { domain: "nuri-post.example.kr", policy: "-all" },
] as const;

/** What the demo's servers would find, were a client to send as that domain from a server it does not name. */
export function resultOfStranger(policy: Policy): SpfResult {
  if (policy === "-all") return "fail";
  if (policy === "~all" || policy === "slow servers") return "softfail";
  if (policy === "?all") return "neutral";
  return policy === "no record" ? "none" : "permerror";
}

/** What they find of mail from one of its own servers, while the DNS answers. */
export function resultOfOwn({ policy, authorised }: Correspondent, server: Client): SpfResult {
  const isNamed = policy !== "no record" && policy !== "broken record" && authorised.includes(server);
  return isNamed ? "pass" : resultOfStranger(policy);
}

/** What they find of the HELO names of its servers. */
export function resultOfHelo({ hasHeloRecords }: Correspondent): SpfResult {
  return hasHeloRecords ? "pass" : "none";
}

/** Everyone who sends mail to the demo's servers; all addresses are of the documentation's networks (RFC 5737, RFC 3849). */
export class Cast {
  readonly correspondents: Correspondent[];
  readonly forwarders: Client[];

  constructor(random: Random) {
    this.correspondents = Array.from({ length: CORRESPONDENTS }, (_, index) => correspondent(index, random));
    this.forwarders = Array.from({ length: 6 }, (_, index) => ({
      ...named(`fwd${index + 1}.alumni.example`, `192.0.2.${210 + index}`),
    }));
  }

  /** A few write often, most now and then. */
  correspondent(random: Random): Correspondent {
    return this.correspondents[random.zipf(this.correspondents.length)]!;
  }

  /** Who sends in the name of others: home computers and hired servers. */
  stranger(random: Random): Client {
    if (random.chance(0.06)) {
      const ip = `2001:db8:bad:${(random.zipf(400) + 1).toString(16)}::${(random.int(3) + 1).toString(16)}`;
      return { ip, name: null, forged: false, helo: random.chance(0.5) ? `[IPv6:${ip}]` : "localhost.test" };
    }
    const last = 1 + random.zipf(300);
    const ip = last <= 254 ? `203.0.113.${last}` : `198.51.100.${last - 54}`;
    const name = `dyn-${last}.isp.example`;
    const helo = random.pick([name, `[${ip}]`, "user-pc", "mail.test"]);
    if (random.chance(0.45)) return { ip, name: null, forged: false, helo };
    return { ip, name, forged: random.chance(0.4), helo };
  }

  /** A name worth lying about, with its policy. */
  claimed(random: Random): { domain: string; policy: Policy } {
    if (random.chance(0.35)) return random.pick(CLAIMED);
    return this.correspondent(random);
  }
}

function correspondent(index: number, random: Random): Correspondent {
  const domain = index === 11 ? "xn--9t4b11yi5a.example" : domainName(index * 7);
  const policy = index < 4 ? (["-all", "~all", "~all", "-all"] as const)[index]! : random.weighted(POLICIES);
  const count = index < 12 ? 4 : random.between(1, 2);
  const servers = Array.from({ length: count }, (_, which) => serverOf(domain, index, which, random));
  const authorised = policy === "?all" ? servers.slice(0, Math.ceil(servers.length / 2)) : servers;
  return { domain, policy, servers, authorised, hasHeloRecords: index % 5 < 2 };
}

function serverOf(domain: string, index: number, which: number, random: Random): Client {
  const name = `${which === 0 ? "mail" : `out${which}`}.${domain}`;
  if (random.chance(0.08)) return named(name, `2001:db8:${(index + 16).toString(16)}::${which + 25}`);
  const last = 1 + ((index * 3 + which) % 290);
  const ip = last < 200 ? `198.51.100.${last}` : `192.0.2.${last - 90}`;
  return random.chance(0.05) ? { ip, name: null, forged: false, helo: name } : named(name, ip);
}

/** A message id as mail programs make them. */
export function messageId(domain: string, random: Random): string {
  return `<${random.int(0x7fff_ffff).toString(36)}.${random.int(0x7fff_ffff).toString(36)}@${domain}>`;
}

/** One of the users who write often, or one of the others. */
export function sender(domain: string, random: Random): string {
  return `${userName(random.zipf(160))}@${domain}`;
}
