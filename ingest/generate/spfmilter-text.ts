import type { Client } from "@/lib/demo/client";
import type { SpfResult } from "@/lib/spf";
import type { Server } from "./server";

/** The words that spfmilter's library used before RFC 4408. */
const OLD_WORDS: Partial<Record<SpfResult, string>> = { temperror: "error", permerror: "unknown" };

/** The Received-SPF header that spfmilter adds; the null reverse-path (from "") is checked by its HELO name. */
export function receivedSpf(
  server: Server,
  client: Client,
  from: string,
  result: SpfResult | "authenticated",
): string {
  const identity = from === "" ? client.helo : from;
  const word = result === "authenticated" ? "pass" : (OLD_WORDS[result] ?? result);
  return `Received-SPF: ${word} (${server.name}: ${comment(result, identity, client.ip)}) receiver=${server.name}; client-ip=${client.ip}; helo=${client.helo}; envelope-from=${from}; x-software=${server.software};`;
}

function comment(result: SpfResult | "authenticated", identity: string, ip: string): string {
  switch (result) {
    case "authenticated":
      return "authenticated connection";
    case "pass":
      return `domain of ${identity} designates ${ip} as permitted sender`;
    case "fail":
      return `domain of ${identity} does not designate ${ip} as permitted sender`;
    case "softfail":
      return `transitioning domain of ${identity} does not designate ${ip} as permitted sender`;
    case "neutral":
      return `${ip} is neither permitted nor denied by domain of ${identity}`;
    case "none":
      return `${identity} does not designate permitted sender hosts`;
    case "temperror":
      return `encountered temporary error during SPF processing of ${identity}`;
    case "permerror":
      return `error in processing during lookup of ${identity}`;
  }
}

function encoded(text: string): string {
  return text.replace(/[^A-Za-z0-9._~-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** The reply to a refused sender, as sendmail logs it: every `%` doubled. */
export function refusalReply(server: Server, client: Client, from: string): string {
  const sender = encoded(from === "" ? `postmaster@${client.helo}` : from);
  const ip = encoded(client.ip);
  const text =
    server.explanation === "pobox"
      ? `Please see http://spf.pobox.com/why.html?sender=${sender}&ip=${ip}&receiver=${server.name}`
      : `Please see http://www.openspf.org/Why?id=${sender}&ip=${ip}&receiver=${server.name} : Reason: mechanism`;
  return `550 5.7.1 ${text.replaceAll("%", "%%")}`;
}

export const TEMPORARY_REPLY = "451 4.4.3 Temporary error during SPF processing";
