import type { AuthorityAnswer, AuthorityReport } from "./authority-report";
import { serverNames } from "./live-servers";
import { spfTexts } from "./spf-texts";

/** What each rule about authoritative servers puts into its sentence; `servers` are names in one text. */
export interface LiveValues {
  "differing-servers": { domain: string; count: number; servers: string };
  "long-ttl": { seconds: number };
  "obsolete-type": { text: string };
  "lame-server": { servers: string; count: number };
}

export type LiveRule = keyof LiveValues;

/** What a rule found on the authoritative servers of a domain. */
export type LiveFinding = { [R in LiveRule]: { rule: R; values: LiveValues[R] } }[LiveRule];

/** A rule's number in the catalogue of rules, null for one beyond it; its severity; the section it rests on. */
export const LIVE_RULES: Record<
  LiveRule,
  { number: number | null; severity: "error" | "warning" | "info"; rfc: string | null }
> = {
  "differing-servers": { number: 8, severity: "warning", rfc: "1034#section-4.3.5" },
  "obsolete-type": { number: 5, severity: "info", rfc: "7208#section-3.1" },
  "long-ttl": { number: 59, severity: "info", rfc: null },
  "lame-server": { number: null, severity: "warning", rfc: "9499#section-7" },
};

const DAY = 86_400;

/** What is to be said about the servers of a domain, whatever the draft: they differ, remember too long, are lame, have records of the obsolete type. */
export function liveFindings({ domain, servers, obsolete }: AuthorityReport): LiveFinding[] {
  const findings: LiveFinding[] = [];
  const answered = servers.filter(({ status }) => status === "answered");
  const versions = new Map<string, AuthorityAnswer[]>();
  for (const answer of answered) {
    const key = JSON.stringify(spfTexts(answer.txt).sort());
    versions.set(key, [...(versions.get(key) ?? []), answer]);
  }
  if (versions.size > 1) {
    const [, ...fewer] = [...versions.values()].sort((a, b) => b.length - a.length);
    const values = { domain, count: versions.size, servers: serverNames(fewer.flat()) };
    findings.push({ rule: "differing-servers", values });
  }
  const lame = servers.filter(({ status }) => status === "lame");
  if (lame.length > 0)
    findings.push({ rule: "lame-server", values: { servers: serverNames(lame), count: lame.length } });
  const seconds = Math.max(
    0,
    ...answered.flatMap(({ ttl, txt }) => (spfTexts(txt).length > 0 ? (ttl ?? 0) : 0)),
  );
  if (seconds > DAY) findings.push({ rule: "long-ttl", values: { seconds } });
  if (obsolete.length > 0) findings.push({ rule: "obsolete-type", values: { text: obsolete[0]! } });
  return findings;
}
