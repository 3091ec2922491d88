import type { SpfResult } from "@/lib/spf/result";
import type { DnsTrouble } from "./dns-trouble";

/** A fact that a diagnosis rests on; texts are of the link, the log, or DNS, and never to be trusted. */
export type Evidence =
  /** What the check says now. */
  | { kind: "now"; ip: string; domain: string; result: SpfResult }
  /** What the site's log says of the message; `result` is null where it names none. */
  | { kind: "logged"; time: string; host: string; result: SpfResult | null }
  | { kind: "refused-otherwise"; code: string; text: string }
  | { kind: "refused-despite-pass"; host: string }
  | { kind: "missing"; field: "ip" | "domain" | "check" }
  /** An address of a network's inside. */
  | { kind: "private-address"; ip: string }
  /** The client's own name is one of the receiving site. */
  | { kind: "receivers-host"; name: string; receiver: string }
  | { kind: "bad-name"; name: string }
  | { kind: "no-such-name"; name: string }
  | { kind: "no-record"; domain: string }
  | { kind: "dns-error"; name: string; type: string; trouble: DnsTrouble }
  /** Names of others get no answer either. */
  | { kind: "dns-error-elsewhere"; name: string }
  | { kind: "several-records"; at: string }
  | { kind: "syntax"; at: string; text: string }
  /** An evident slip of the pen, and what was meant. */
  | { kind: "slip"; text: string; meant: string }
  | { kind: "lookups"; at: string; lookups: number }
  | { kind: "mx-hosts"; at: string; term: string }
  | { kind: "voids"; at: string; voidLookups: number; names: string[] }
  | { kind: "dead-target"; at: string; term: string }
  /** The client's validated name, or its HELO name, is of the sender's organisation. */
  | { kind: "own-name"; name: string; domain: string }
  | { kind: "own-helo"; helo: string; domain: string }
  /** The client stands beside an address that the domain authorises, in one /24 or /64. */
  | { kind: "neighbour"; ip: string; network: string }
  /** A term that is not reached names the client. */
  | { kind: "term-behind"; term: string }
  /** A term names the client, and vouches for it with `?` or `~` only, or refuses it. */
  | { kind: "term-names"; term: string }
  | { kind: "term-refuses"; term: string }
  | { kind: "provider"; provider: string; include: string; ip: string }
  | { kind: "provider-used"; provider: string; term: string }
  /** The domain gives addresses to anyone. */
  | { kind: "mailbox-service"; domain: string }
  | { kind: "dynamic-name"; name: string }
  | { kind: "no-name"; ip: string }
  | { kind: "other-name"; name: string; domain: string }
  | { kind: "other-helo"; helo: string; domain: string }
  /** The HELO name is of another domain, whose own record authorises the client, or does not. */
  | { kind: "helo-passes"; helo: string }
  | { kind: "helo-fails"; helo: string; result: SpfResult }
  | { kind: "helo-is-receiver"; helo: string; receiver: string }
  | { kind: "helo-no-name"; helo: string }
  | { kind: "forwarder-name"; name: string }
  /** The envelope sender was rewritten by a forwarder (SRS), or signed or numbered by the domain's own servers. */
  | { kind: "sender-tag"; tag: "srs" | "batv" | "verp" }
  | { kind: "sends-no-mail"; domain: string }
  | { kind: "closed"; domain: string }
  | { kind: "open"; domain: string };

export type EvidenceKind = Evidence["kind"];
