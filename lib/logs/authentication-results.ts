import { unquote } from "@/lib/mail/quoted";
import { canonicalIp } from "@/lib/net/ip";
import { readSpfResult, type SpfResult } from "@/lib/spf";
import { addressOf, readPairs } from "./header-pairs";
import { type ResultInfo, splitResults } from "./result-infos";
import { type HeaderVerdict, NEVER_CUT } from "./spf-header";

const METHOD = /^spf(?:\/\d{1,3})?=([A-Za-z]{4,9})\0?$/i;
const MAIL_FROM = ["smtp.mailfrom=", "smtp.mfrom="];
const HELO = ["smtp.helo="];

interface SpfInfo {
  result: SpfResult;
  info: ResultInfo;
  mailFrom: string | null;
  helo: string | null;
}

/**
 * Reads the SPF result of an Authentication-Results field (RFC 8601 section 2.2): of `spf=` alone, never of a
 * comment. The result for MAIL FROM counts before the one for HELO. Null without a result and with two that
 * contradict each other.
 */
export function readAuthenticationResults(value: string): HeaderVerdict | null {
  const infos = splitResults(value);
  const found = infos.flatMap((info, index) => readSpfInfo(info, index, value) ?? []);
  const ofMailFrom = found.filter(({ mailFrom }) => mailFrom !== null && mailFrom !== "");
  const candidates = ofMailFrom.length > 0 ? ofMailFrom : found;
  const chosen = candidates[0];
  if (!chosen || candidates.some(({ result }) => result !== chosen.result)) return null;
  return verdictOf(chosen);
}

function readSpfInfo(info: ResultInfo, index: number, text: string): SpfInfo | null {
  const tokens = joinEquals(info.tokens);
  // The first part is the server's own name, which may be "spf"; some leave it out.
  if (index === 0 && !/^spf=/i.test(tokens[0] ?? "")) return null;
  const method = METHOD.exec(tokens[0] ?? "");
  const result = method && readSpfResult(method[1]!);
  // A guess at what the domain might have published is no result (smf-spf).
  if (!result || info.comments.some(({ text }) => text === "SPF best guess")) return null;
  const last = info.open && text.length >= NEVER_CUT ? tokens.length - 1 : -1;
  return { result, info, mailFrom: property(tokens, MAIL_FROM, last), helo: property(tokens, HELO, last) };
}

/** RFC 8601 allows blanks around the first equals sign. */
function joinEquals(tokens: readonly string[]): string[] {
  const [first = "", second = "", ...rest] = tokens;
  if (first.includes("=") && !first.endsWith("=")) return [...tokens];
  if (second === "=" && rest.length > 0) return [`${first}=${rest[0]}`, ...rest.slice(1)];
  return first.endsWith("=") || second.startsWith("=") ? [first + second, ...rest] : [...tokens];
}

/** The value of the first property of these names; null without one, or if it is the token that may be cut. */
function property(tokens: readonly string[], names: readonly string[], cut: number): string | null {
  const at = tokens.findIndex((token) => names.some((name) => token.toLowerCase().startsWith(name)));
  if (at < 1 || at === cut) return null;
  const token = tokens[at]!;
  const value = unquote(token.slice(token.indexOf("=") + 1).replace(/\0$/, ""));
  if (value === "" && at === tokens.length - 1) return null;
  return value.startsWith("<") && value.endsWith(">") ? value.slice(1, -1) : value;
}

/**
 * spf-engine (pyspf-milter, policyd-spf) gives the details in a comment after the identity; its `helo` there and in
 * `smtp.helo` is the client's host name, not what the client said. The last such comment counts: an earlier one may
 * hold words of the sender's record.
 */
function verdictOf({ result, info, mailFrom, helo }: SpfInfo): HeaderVerdict {
  const identity = mailFrom ? "mailfrom" : helo !== null || mailFrom === "" ? "helo" : null;
  const detail = info.comments.filter(({ text, after }) => after > 1 && /^client-ip=/i.test(text)).at(-1);
  const smtp = info.tokens.slice(1).findIndex((token) => /^smtp\.(?:mailfrom|helo)=/i.test(token)) + 1;
  if (!detail || smtp < 1 || detail.after <= smtp)
    return { result, identity, clientIp: null, helo, envelopeFrom: mailFrom, checker: null, receiver: null };
  const pairs = readPairs(detail.text, 0);
  const ip = pairs.get("client-ip");
  const from = pairs.get("envelope-from");
  const receiver = pairs.get("receiver")?.value ?? "";
  return {
    result,
    identity,
    clientIp: ip?.whole ? canonicalIp(unquote(ip.value)) : null,
    helo: null,
    envelopeFrom: addressOf(from) ?? mailFrom,
    checker: "pyspf-milter",
    receiver: detail.closed && receiver !== "" && !receiver.startsWith("<") ? receiver : null,
  };
}
