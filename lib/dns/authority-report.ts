/** What one authoritative server publishes at a domain. */
export interface AuthorityAnswer {
  /** Its name in the zone's NS records, and the address that was asked. */
  name: string;
  address: string;
  /** "lame" if it answers, but not as one who knows the zone. */
  status: "answered" | "no-answer" | "lame";
  /** Why there is no answer; null where there is one. */
  reason: string | null;
  /** The strings of each TXT record at the domain, and how long they may be remembered, in seconds. */
  txt: string[][];
  ttl: number | null;
}

/** What all authoritative servers of a domain publish, and what a resolver that remembers still says. */
export interface AuthorityReport {
  domain: string;
  /** The zone that the domain lies in; null where it cannot be found. */
  zone: string | null;
  /** Why no server could be asked; null where one was. */
  problem: "no-zone" | "no-servers" | "no-answer" | null;
  servers: AuthorityAnswer[];
  /** What the resolver of this site says, with what is left of the TTL; null where it gave no answer. */
  resolver: { txt: string[][]; ttl: number | null } | null;
  /** Epoch ms. */
  askedAt: number;
}
