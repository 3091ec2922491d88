import type { SpfResult } from "@/lib/spf";
import type { Identity } from "./fact";

/** What a header field says of an SPF check; whatever it does not state for certain is null. */
export interface HeaderVerdict {
  result: SpfResult;
  identity: Identity | null;
  /** Canonical text form (RFC 5952). */
  clientIp: string | null;
  helo: string | null;
  /** Without angle brackets, "" for the null reverse-path; only a domain where the header has no more. */
  envelopeFrom: string | null;
  /** The program that wrote the header, with its version if given: "spfmilter 0.97". */
  checker: string | null;
  receiver: string | null;
}

/** A header value this short (characters) was not cut: the shortest limit of a syslog line is 1024 bytes. */
export const NEVER_CUT = 700;
