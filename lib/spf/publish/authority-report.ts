/** Why an authoritative server said nothing of use; the words are in authority-words.*. */
export type AuthorityReason =
  | "timeout"
  | "out-of-time"
  | "unreachable"
  | "no-ipv6"
  | "malformed"
  | "refused"
  | "servfail"
  | "not-authoritative"
  | "private-address"
  | "no-address"
  | "other";

/** What one authoritative server publishes at a domain. */
export interface AuthorityAnswer {
  /** Its name in the zone's NS records (of a server that the settings name: its host), and the address that was asked; null where the name has none. */
  name: string;
  address: string | null;
  /** "lame" if it answers, but not as one who knows the zone. */
  status: "answered" | "no-answer" | "lame";
  /** Why there is no answer; null where there is one. */
  reason: AuthorityReason | null;
  /** The strings of each TXT record at the domain, and how long they may be remembered, in seconds. */
  txt: string[][];
  ttl: number | null;
  /** Where the name is an alias of one that this server knows nothing about; null elsewhere. */
  alias: string | null;
}

/** What all authoritative servers of a domain publish, and what a resolver that remembers still says. */
export interface AuthorityReport {
  /** As it was asked for, in ASCII. */
  domain: string;
  /** The name that CNAMEs lead to from the domain, where the records are and which the servers were asked about; null where it is no alias. */
  alias: string | null;
  /** The zone that the records lie in; null where it cannot be found, or where the settings name the servers. */
  zone: string | null;
  /** Whether the servers are those that the settings name (WHYSPF_AUTHORITY). */
  isConfigured: boolean;
  /** Why no server could be asked; null where one was. */
  problem: "no-zone" | "no-servers" | "no-answer" | null;
  servers: AuthorityAnswer[];
  /** Whether there are more servers than were asked. */
  isCut: boolean;
  /** What the resolver of this site says, with what is left of the TTL; null where it gave no answer. */
  resolver: { txt: string[][]; ttl: number | null } | null;
  /** Records of the obsolete type SPF (99, RFC 7208 section 3.1) at the domain, as texts. */
  obsolete: string[];
  /** Epoch ms. */
  askedAt: number;
}
