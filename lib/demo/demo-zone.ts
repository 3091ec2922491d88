import type { Zone } from "@/lib/dns/zone";
import { isUnder } from "@/lib/spf/domain-name";
import { Cast, CLAIMED, type Correspondent } from "./cast";
import type { Client } from "./client";
import { CHANGED_DOMAIN, NEW_SERVERS, NEWS_DOMAIN, OLD_SERVERS, SERVICE_DOMAIN } from "./partner";
import { Random } from "./random";
import {
  MAIL_SERVERS,
  OLD_SERVER,
  OLD_SITE_DOMAIN,
  SITE_DOMAIN,
  SITE_POLICY,
  SITE_SENDERS,
  STORE,
} from "./site";
import { ZoneWriter } from "./zone-writer";

/** The seed of the demo that `npm start` loads. */
export const DEMO_SEED = 20_101_105;

/** Networks for documentation, backwards (RFC 5737, RFC 3849): no real name is below them. */
const REVERSE = [
  "2.0.192.in-addr.arpa",
  "100.51.198.in-addr.arpa",
  "113.0.203.in-addr.arpa",
  "8.b.d.0.1.0.0.2.ip6.arpa",
];
/** Whom others in the demo are named after. */
const OTHERS = ["isp.example", "alumni.example", "elsewhere.example", "mail.test", "localhost.test"];

/** What the demo's domains would publish at the end of its six weeks, and which names are theirs. */
export interface DemoWorld {
  zone: Zone;
  /** All names at and below these are the demo's; lower case. */
  domains: Set<string>;
}

/** All of the demo's names are below these, so that any other is told to be none without the demo's world being made. */
const ROOTS = ["example", "test", SITE_DOMAIN, ...REVERSE];

/** Whether a name may be one of the demo's. */
export function mayBeDemoName(name: string): boolean {
  return ROOTS.some((root) => isUnder(name, root));
}

/** The DNS of the demo's world, made of what the demo's logs are made of, so that the two agree. */
export function demoWorld(seed = DEMO_SEED): DemoWorld {
  const cast = new Cast(new Random(seed));
  const zone = new ZoneWriter();
  for (const [index, from] of cast.correspondents.entries()) writeCorrespondent(from, index, zone);
  for (const host of cast.forwarders) zone.host(host);
  for (const [index, { domain, policy }] of CLAIMED.entries()) {
    if (domain === SITE_DOMAIN) continue;
    writeDomain(
      domain,
      [{ ip: `192.0.2.${50 + index}`, name: `mail.${domain}`, forged: false, helo: `mail.${domain}` }],
      zone,
    );
    zone.text(domain, `v=spf1 mx ${policy}`);
  }
  writeSite(zone);
  writePartner(zone);
  writeLines(zone);
  const domains = [
    ...cast.correspondents.map(({ domain }) => domain),
    ...CLAIMED.map(({ domain }) => domain),
    ...[CHANGED_DOMAIN, SERVICE_DOMAIN, ...OTHERS, ...REVERSE],
  ];
  return { zone: zone.zone, domains: new Set(domains) };
}

/** A domain and its hosts, the first of which takes its mail. */
function writeDomain(domain: string, hosts: readonly Client[], zone: ZoneWriter): void {
  zone.address(domain, hosts[0]!.ip);
  zone.mail(domain, hosts.slice(0, 1));
  for (const host of hosts) zone.host(host);
}

function writeCorrespondent(from: Correspondent, index: number, zone: ZoneWriter): void {
  const { domain, servers, hasHeloRecords } = from;
  writeDomain(domain, servers, zone);
  if (hasHeloRecords) for (const { helo } of servers) zone.text(helo, "v=spf1 a -all");
  // Lists send with return paths of a name below.
  for (const name of [domain, `list.${domain}`]) writeRecord(name, from, index, zone);
}

function writeRecord(
  name: string,
  { domain, policy, authorised }: Correspondent,
  index: number,
  zone: ZoneWriter,
): void {
  if (policy === "no record") return;
  if (policy === "broken record") {
    for (const text of brokenRecords(domain, index)) zone.text(name, text);
    return;
  }
  const all = policy === "slow servers" ? "~all" : policy;
  const terms = authorised.map(({ ip }) => `${ip.includes(":") ? "ip6" : "ip4"}:${ip}`).join(" ");
  // Of more hosts without IPv6, a client that has it would ask in vain too often (RFC 7208 section 4.6.4).
  const hosts = authorised.length <= 2 ? authorised.map(({ helo }) => `a:${helo}`).join(" ") : terms;
  if (index % 3 === 0) zone.text(name, `v=spf1 ${terms} ${all}`);
  else if (index % 3 === 1) zone.text(name, `v=spf1 ${hosts} ${all}`);
  else {
    zone.text(name, `v=spf1 include:_spf.${domain} ${all}`);
    zone.text(`_spf.${domain}`, `v=spf1 ${terms} -all`);
  }
}

/** What makes a record a permerror for everyone: two of them, a word that SPF does not know, an include of nothing. */
function brokenRecords(domain: string, index: number): string[] {
  if (index % 3 === 0) return ["v=spf1 mx -all", "v=spf1 a mx ~all"];
  return index % 3 === 1
    ? ["v=spf1 mx ipv4:198.51.100.25 -all"]
    : [`v=spf1 include:_spf.old.${domain} mx ~all`];
}

/** The site's record names all that sends for it but one. */
function writeSite(zone: ZoneWriter): void {
  const senders = SITE_SENDERS.map(({ client }) => client);
  const named = SITE_SENDERS.filter(({ isNamed }) => isNamed).map(({ client }) => `ip4:${client.ip}`);
  zone.address(SITE_DOMAIN, MAIL_SERVERS[0]!.ip);
  zone.mail(SITE_DOMAIN, MAIL_SERVERS);
  zone.mail(OLD_SITE_DOMAIN, [OLD_SERVER]);
  for (const host of [...MAIL_SERVERS, OLD_SERVER, STORE, ...senders]) zone.host(host);
  zone.text(SITE_DOMAIN, `v=spf1 mx ${named.join(" ")} ${SITE_POLICY}`);
  zone.text(OLD_SITE_DOMAIN, "v=spf1 mx -all");
}

/** The partner's records as they are since they name the mail service, beside the servers from before. */
function writePartner(zone: ZoneWriter): void {
  const include = `include:_spf.${SERVICE_DOMAIN}`;
  const hosts = OLD_SERVERS.map(({ helo }) => `a:${helo}`).join(" ");
  zone.address(CHANGED_DOMAIN, OLD_SERVERS[0]!.ip);
  zone.mail(CHANGED_DOMAIN, OLD_SERVERS);
  for (const host of [...OLD_SERVERS, ...NEW_SERVERS]) zone.host(host);
  zone.text(CHANGED_DOMAIN, `v=spf1 mx ${include} -all`);
  zone.text(NEWS_DOMAIN, `v=spf1 ${hosts} ${include} ~all`);
  zone.text(`_spf.${SERVICE_DOMAIN}`, `v=spf1 ${NEW_SERVERS.map(({ ip }) => `ip4:${ip}`).join(" ")} -all`);
}

/** The names that a provider gives to its customers' lines; not all lead back. */
function writeLines(zone: ZoneWriter): void {
  for (let last = 1; last <= 300; last++) {
    const ip = last <= 254 ? `203.0.113.${last}` : `198.51.100.${last - 54}`;
    zone.reverse(ip, `dyn-${last}.isp.example`);
    if (last % 5 < 3) zone.address(`dyn-${last}.isp.example`, ip);
  }
}
