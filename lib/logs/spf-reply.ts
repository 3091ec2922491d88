import { readPath } from "@/lib/mail/address";
import { type Reply, readReply } from "@/lib/mail/reply";
import type { SpfResult } from "@/lib/spf";
import { findWhyUrl } from "./why-url";

/** What an SPF checker's SMTP reply states. */
export interface SpfReply {
  /** Only what the checker's own fixed words say; null for a bare URL, and for words a domain's exp= may hold. */
  result: SpfResult | null;
  /** The program that words its replies so; null where several do. */
  checker: string | null;
  /** The page that the sender was told to read. */
  senderUrl: string | null;
}

/** RFC 7372 section 3.2: SPF validation failed, SPF validation error. */
const SPF_STATUS = /^[45]\.7\.2[34]$/;
const OPENS_AS_SPF = /^SPF(?:[ :]|-Result=)/;
const SAYS_SPF = [
  "SPF fail - not authorized",
  "SPF Temporary Error",
  "SPF Permanent Error",
  "Temporary error during SPF processing",
  "during SPF policy evaluation",
  "processing SFP for ",
  "untrapped exception in pyspf-filter",
  "Receiver policy for SPF ",
];
const POSTFIX = /^(?:(?:Recipient|Sender) address|Helo command|Client host) rejected: /;
const ENGINE = /^Message (?:rejected|deferred) due to: /;

/**
 * Reads an SMTP reply, with code or without, as logged by the server that gave it (`%%` for `%`); null unless an SPF
 * checker wrote it. A domain's own explanation (RFC 7208 section 6.2) may stand in it and may say anything, so it
 * makes a reply SPF's by its URL, but never tells the result.
 */
export function readSpfReply(text: string): SpfReply | null {
  const reply = readReply(text.replaceAll("%%", "%"));
  const words = withoutAddress(reply.text);
  const url = findWhyUrl(words);
  const spf = url !== null || SPF_STATUS.test(reply.enhancedStatus ?? "") || OPENS_AS_SPF.test(words);
  if (!spf && !SAYS_SPF.some((mark) => words.includes(mark))) return null;
  return { result: resultOf(reply, words), checker: checkerOf(words), senderUrl: url };
}

/** Drops the `<address>... ` of sendmail and the `<address>: Recipient address rejected: ` of Postfix. */
function withoutAddress(text: string): string {
  if (text.charCodeAt(0) !== 60) return text;
  const path = readPath(text, 0);
  if (!path) return text;
  if (text.startsWith("... ", path.end)) return text.slice(path.end + 4);
  return text.startsWith(": ", path.end) ? text.slice(path.end + 2).replace(POSTFIX, "") : text;
}

/** A temporary reply never holds an explanation, which is for "fail" alone (RFC 7208 section 6.2). */
function resultOf({ code, enhancedStatus }: Reply, words: string): SpfResult | null {
  const reason = words.replace(ENGINE, "");
  if ((code !== null && code < 500) || enhancedStatus?.startsWith("4."))
    return temporary(enhancedStatus, reason);
  if (/^SPF (?:MAIL FROM|HELO) check failed:/.test(words)) return "fail";
  if (/^SPF fail - not authorized/.test(reason)) {
    // Bare words under 5.7.1 may be an explanation that spfmilter passed on, for a softfail as well.
    return reason === words && enhancedStatus === "5.7.1" ? null : "fail";
  }
  // The same words under 5.7.23, "validation failed", are an explanation that pretends.
  const isError = enhancedStatus === "5.7.24" || enhancedStatus === "5.5.2";
  return isError && /^SPF (?:Permanent Error|permerror)\b/i.test(reason) ? "permerror" : null;
}

function temporary(enhancedStatus: string | null, reason: string): SpfResult | null {
  if (enhancedStatus === "4.7.23") return null;
  return /^(?:SPF (?:Temporary Error|temperror)\b|Temporary error during SPF processing)/i.test(reason)
    ? "temperror"
    : null;
}

function checkerOf(words: string): string | null {
  if (words.includes("exception in pyspf-filter") || ENGINE.test(words)) return "pyspf-milter";
  if (/^Message was rejected during SPF policy evaluation/.test(words)) return "smf-spf";
  return words.startsWith("Found a problem processing SFP for ") ? "smf-spf" : null;
}
