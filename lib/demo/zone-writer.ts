import type { Zone } from "@/lib/dns/zone";
import { zoneName } from "@/lib/dns/zone";
import { type Address, readClientAddress } from "@/lib/spf/address";
import type { DnsRecord } from "@/lib/spf/resolver";
import { reverseName } from "@/lib/spf/validated-name";
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
    const { text, isIpv4 } = addressOf(ip);
    this.add(name, { type: isIpv4 ? "A" : "AAAA", address: text });
  }

  reverse(ip: string, host: string): void {
    this.add(reverseName(addressOf(ip)), { type: "PTR", host });
  }

  private add(name: string, record: DnsRecord): void {
    const { records } = zoneName(this.zone, name);
    const isKnown = records.some(
      (known) => JSON.stringify({ ...known, ttl: undefined }) === JSON.stringify(record),
    );
    if (!isKnown) records.push({ ...record, ttl: TTL });
  }
}

/** The addresses of the demo are all well written. */
function addressOf(ip: string): Address {
  return readClientAddress(ip)!;
}
