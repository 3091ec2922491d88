import type { Zone } from "@/lib/dns/zone";
import { zoneName } from "@/lib/dns/zone";
import { ipHex, ipOfHex } from "@/lib/net/network";
import type { DnsRecord } from "@/lib/spf/resolver";
import type { Client } from "./client";

/** What a record of the demo may be remembered for, seconds. */
const TTL = 3_600;

/** Fills a zone, by what is meant rather than by types. */
export class ZoneWriter {
  readonly zone: Zone = new Map();

  text(name: string, text: string): void {
    this.add(name, { type: "TXT", strings: [text] });
  }

  mail(domain: string, hosts: readonly Client[]): void {
    for (const [n, { helo }] of hosts.entries())
      this.add(domain, { type: "MX", preference: 10 * (n + 1), host: helo });
  }

  /** A host's address, and the name that leads back to it if it has one. */
  host({ helo, ip, name }: Client): void {
    this.address(helo, ip);
    if (name !== null) this.reverse(ip, name);
  }

  address(name: string, ip: string): void {
    this.add(name, { type: ip.includes(":") ? "AAAA" : "A", address: ipOfHex(ipHex(ip)!) });
  }

  reverse(ip: string, host: string): void {
    this.add(reverseName(ip), { type: "PTR", host });
  }

  private add(name: string, record: DnsRecord): void {
    const { records } = zoneName(this.zone, name);
    const isKnown = records.some(
      (known) => JSON.stringify({ ...known, ttl: undefined }) === JSON.stringify(record),
    );
    if (!isKnown) records.push({ ...record, ttl: TTL });
  }
}

/** Where the name of an address is asked for (RFC 1035 section 3.5, RFC 3596 section 2.5). */
function reverseName(ip: string): string {
  if (!ip.includes(":")) return `${ip.split(".").reverse().join(".")}.in-addr.arpa`;
  return `${[...ipHex(ip)!].reverse().join(".")}.ip6.arpa`;
}
