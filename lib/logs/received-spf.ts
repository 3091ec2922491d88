import { endOfComment, endOfQuoted, unquote } from "@/lib/mail/quoted";
import { canonicalIp } from "@/lib/net/ip";
import { readSpfResult } from "@/lib/spf";
import type { Identity } from "./fact";
import { addressOf, type HeaderPair, nameOf, readPairs } from "./header-pairs";
import { type HeaderVerdict, NEVER_CUT } from "./spf-header";

const RESULT = /^[ \t\r\n]*([A-Za-z]{4,9})(?=[ \t\r\n;(]|$)/;
const SOFTWARE = /^([\w.+-]{1,40}) (?:v?(\d[\w.-]{0,20})[ ;])?/;
const SPFMILTER_TAIL = "; x-software=spfmilter ";

/**
 * Reads the value of a Received-SPF field (RFC 7208 section 9.1, RFC 4408 section 7, and spfmilter's): the result is
 * its first word, everything else comes from the pairs after the comment, never from the comment, which holds the
 * sender's own text. A field that is cut gives what is whole. Null without a result.
 */
export function readReceivedSpf(value: string): HeaderVerdict | null {
  const word = RESULT.exec(value);
  const result = word && readSpfResult(word[1]!);
  if (!result) return null;
  const pairs = readPairs(value, endOfWords(value, word[0].length));
  const tail = spfmilterTail(value, pairs);
  const envelopeFrom = tail?.address ?? addressOf(pairs.get("envelope-from"));
  return {
    result,
    identity: identityOf(pairs.get("identity"), envelopeFrom),
    clientIp: clientIpOf(value, pairs),
    helo: nameOf(pairs.get("helo")),
    envelopeFrom,
    checker: checkerOf(tail?.software ?? pairs.get("x-software")),
    receiver: nameOf(pairs.get("receiver")),
  };
}

/** Where the pairs start: after the one comment; the text's end if that never closes. */
function endOfWords(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  if (text.charCodeAt(at) !== 40) return at;
  const end = endOfComment(text, at);
  return end < 0 ? text.length : end;
}

/**
 * spfmilter writes the address as it came, between helo and x-software: an address that holds a semicolon outside
 * quotes ends there nevertheless.
 */
function spfmilterTail(
  text: string,
  pairs: Map<string, HeaderPair>,
): { address: string; software: HeaderPair } | null {
  const from = pairs.get("envelope-from");
  const helo = pairs.get("helo");
  const end = text.lastIndexOf(SPFMILTER_TAIL);
  if (!from || !helo || helo.at > from.at || end < from.at || !text.trimEnd().endsWith(";")) return null;
  const address = text.slice(from.at, end);
  const at = end + SPFMILTER_TAIL.length - "spfmilter ".length;
  return hasWholeQuotes(address) ? { address, software: { value: text.slice(at), at, whole: true } } : null;
}

function hasWholeQuotes(text: string): boolean {
  let at = text.indexOf('"');
  while (at >= 0) {
    const end = endOfQuoted(text, at);
    if (text.charCodeAt(end - 1) !== 34 || end - at < 2) return false;
    at = text.indexOf('"', end);
  }
  return true;
}

function identityOf(pair: HeaderPair | undefined, envelopeFrom: string | null): Identity | null {
  const word = pair?.value.toLowerCase();
  if (word === "helo") return "helo";
  if (word === "mailfrom" || word === "mfrom") return "mailfrom";
  return envelopeFrom === "" ? "helo" : null;
}

/** Mail::SPF ends with client-ip and no semicolon: there alone an unfinished one is whole. */
function clientIpOf(text: string, pairs: Map<string, HeaderPair>): string | null {
  const pair = pairs.get("client-ip");
  if (!pair) return null;
  const before = pairs.get("identity")?.value === "helo" ? ["helo"] : ["identity", "envelope-from", "helo"];
  const last = text.length < NEVER_CUT && before.every((key) => pairs.has(key));
  return pair.whole || last ? canonicalIp(unquote(pair.value)) : null;
}

/** Name and version; neither where it may be cut. */
function checkerOf(pair: HeaderPair | undefined): string | null {
  if (!pair) return null;
  const words = SOFTWARE.exec(`${unquote(pair.value)}${pair.whole ? " " : ""}`);
  if (!words) return null;
  return words[2] ? `${words[1]} ${words[2]}` : words[1]!;
}
