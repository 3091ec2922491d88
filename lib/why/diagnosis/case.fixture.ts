import { domainOf } from "@/lib/mail/address";
import { canonicalIp } from "@/lib/net/ip";
import { type CheckResult, checkHost, heloRequest, mailfromRequest } from "@/lib/spf/check-host";
import { suggestRecord } from "@/lib/spf/draft/suggest-record";
import type { Suggestion } from "@/lib/spf/draft/suggestion";
import type { Resolver } from "@/lib/spf/resolver";
import { type Zone, zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import type { WhyRequest } from "../request";
import type { DiagnosisInput } from "./diagnosis";
import type { Then } from "./then";

/** A message, in short: what a test does not say is the usual, or not known. */
export interface Mail {
  ip?: string | null;
  from?: string | null;
  helo?: string | null;
  identity?: "mailfrom" | "helo";
  names?: string[];
  receiver?: string | null;
  log?: Partial<Then>;
  /** Why DNS gives no answer, in place of "timeout". */
  trouble?: string;
}

/** A name, the kind and its certainty, the evidence, the alternatives if they matter, and the message in its zone. */
export type Case = [string, string, string, string | null, Record<string, string[]>, Mail];

/** A zone of d.example alone. */
export const d = (...lines: string[]) => ({ "d.example": lines });

/** Zones that refuse 192.0.2.1, that pass it, the guide's own, and one where the client is another domain's server. */
export const CLOSED = d("TXT v=spf1 ip4:198.51.100.7 -all");
export const PASS = d("TXT v=spf1 ip4:192.0.2.1 -all");
export const GUIDE = {
  "kisarbl.or.kr": ["TXT v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all"],
};
export const OTHER = { "mail.other.example": ["TXT v=spf1 ip4:192.0.2.1 -all"] };

const OPTIONS = { clock: () => 1_700_000_000_000, trace: true, shadow: 50 };

/** The input that the why page would make of a message to mx.receiver.example, with live checks in a zone. */
export function inputOf(names: Record<string, string[]> | Zone, mail: Mail = {}): DiagnosisInput {
  const { ip = "192.0.2.1", from = "user@d.example", helo = null, identity = "mailfrom" } = mail;
  const resolver = troubled(zoneResolver(names instanceof Map ? names : zoneOf(names)), mail.trouble);
  const domain = identity === "helo" || from === "" ? helo : from === null ? null : domainOf(from);
  const receiver = mail.receiver === undefined ? "mx.receiver.example" : mail.receiver;
  const clientIp = ip === null ? null : canonicalIp(ip);
  const request: WhyRequest = { identity, sender: from, helo, ip: clientIp, receiver, domain, problems: [] };
  const then = mail.log === undefined ? null : { ...THEN, clientIp, helo, envelopeFrom: from, ...mail.log };
  return {
    request,
    now: {
      mailfrom: ip === null || from === null ? null : checked(resolver, { ip, from, helo: helo ?? "" }),
      helo: ip === null || helo === null ? null : checked(resolver, { ip, from: "", helo }),
    },
    then,
    suggestion:
      ip === null || domain === null ? null : suggested(resolver, { ip, from: from ?? "", helo, domain }),
    clientNames: mail.names ?? [],
  };
}

const THEN: Then = {
  time: "2023-11-13T09:00:00+09:00",
  host: "mx.receiver.example",
  queueId: "q1",
  result: "fail",
  action: "reject",
  rejectedBy: "spf",
  replyCode: 550,
  enhancedStatus: "5.7.1",
  replyText: "Rejected",
  checker: "spfmilter",
  clientIp: null,
  clientName: null,
  helo: null,
  envelopeFrom: null,
};

function troubled(below: Resolver, reason = "timeout"): Resolver {
  return {
    resolve(name, type) {
      const answer = below.resolve(name, type);
      return "status" in answer && answer.status === "error" ? { status: "error", reason } : answer;
    },
  };
}

function checked(resolver: Resolver, mail: { ip: string; from: string; helo: string }): CheckResult {
  const { ip, from, helo } = mail;
  const request = from === "" ? heloRequest(mail) : mailfromRequest({ ip, envelopeFrom: from, helo });
  const result = checkHost(request, resolver, OPTIONS);
  if (result instanceof Promise) throw new Error("a zone answers at once");
  return result;
}

function suggested(
  resolver: Resolver,
  { ip, from, helo, domain }: { ip: string; from: string; helo: string | null; domain: string },
): Suggestion {
  const sender = from === "" ? `postmaster@${domain}` : from;
  const suggestion = suggestRecord({ ip, domain, sender, helo: helo ?? "" }, resolver, OPTIONS);
  if ("then" in suggestion) throw new Error("a zone answers at once");
  return suggestion;
}
