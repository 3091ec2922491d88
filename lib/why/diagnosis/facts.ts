import type { CheckResult } from "@/lib/spf/check-host";
import { type Decided, decidedBy } from "@/lib/spf/explain/decided";
import type { DiagnosisInput } from "./diagnosis";
import type { Evidence } from "./evidence";
import { isFullName } from "./host-names";
import { isSameMessage } from "./same-message";
import { type Then, wasRefused } from "./then";

/** What rules look at: the check that counts for the identity asked about, and what is known of the client. */
export interface Facts {
  input: DiagnosisInput;
  ip: string;
  domain: string;
  /** The HELO identity was checked, of which the client's HELO name tells nothing more. */
  isHelo: boolean;
  check: CheckResult;
  decided: Decided | null;
  helo: string | null;
  names: string[];
  /** The site's own message, if it is the one asked about. */
  then: Then | null;
  receiver: string | null;
}

/** The facts of an input; what is missing is told instead. */
export function factsOf(input: DiagnosisInput): Facts | Evidence[] {
  const { request, now, clientNames } = input;
  const isNull = request.sender === "";
  const isHelo = request.identity === "helo" || isNull;
  const check = request.identity === "helo" ? now.helo : (now.mailfrom ?? (isNull ? now.helo : null));
  const { ip, domain } = request;
  if (ip === null || domain === null || check === null || check.reason === "bad-ip")
    return missing(ip === null || check?.reason === "bad-ip", domain === null);
  const then = input.then !== null && isSameMessage(input.then, request) ? input.then : null;
  return {
    input,
    ip,
    domain,
    isHelo,
    check,
    decided: check.trace === null ? null : decidedBy(check.trace),
    helo: request.helo ?? then?.helo ?? null,
    names: clientNames.filter(isFullName),
    then,
    receiver: request.receiver ?? then?.host ?? null,
  };
}

function missing(ip: boolean, domain: boolean): Evidence[] {
  const evidence: Evidence[] = [];
  if (ip) evidence.push({ kind: "missing", field: "ip" });
  if (domain) evidence.push({ kind: "missing", field: "domain" });
  return evidence.length > 0 ? evidence : [{ kind: "missing", field: "check" }];
}

/** Whether the site refused the message, and for SPF. */
export function wasRefusedBySpf({ then }: Facts): boolean {
  return then !== null && wasRefused(then) && then.rejectedBy === "spf";
}

/** What every diagnosis begins with: the verdict now, and then. */
export function verdicts({ ip, domain, check, then }: Facts): Evidence[] {
  const now: Evidence = { kind: "now", ip, domain, result: check.result };
  if (then === null) return [now];
  return [now, { kind: "logged", time: then.time, host: then.host, result: then.result }];
}
