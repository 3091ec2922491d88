import { domainOf } from "@/lib/mail/address";
import { addresseeFindings, type HeaderNotes, noNotes, noteHeader, receivedFindings } from "./bounce-headers";
import { type BounceLine, bounceLines } from "./bounce-text";
import { wordsFindings } from "./bounce-words";
import { type FoundUrl, findWhyLink } from "./find-url";
import { bestOf, type Finding, RANK } from "./findings";
import { guesses } from "./guesses";
import { checkedDomain } from "./identity";
import type { ParameterField } from "./parameters";
import type { WhyProblem, WhyRequest } from "./request";
import type { Identity } from "./scope";
import { understand } from "./understand";
import type { Values } from "./values";

/** Where a value stands in a pasted bounce; `line` counts from 1. */
export interface Evidence {
  field: Finding["field"];
  line: number;
  from: Finding["from"];
}

/** What a pasted bounce asks, the link in it (null where there is none), and where each value was found. */
export interface BounceReading {
  request: WhyRequest;
  url: string | null;
  evidence: Evidence[];
}

const FIELDS = ["ip", "sender", "helo", "receiver"] as const;
const CHECKERS =
  /^(?:received-spf|authentication-results|arc-authentication-results|x-original-authentication-results)$/;
/** Fields of mail, which quote no reply: other words before a colon are a reply's own. */
const MAIL_FIELDS =
  /^(?:from|to|cc|bcc|sender|reply-to|subject|date|received|return-path|delivered-to|message-id|references|in-reply-to|mime-version|user-agent|auto-submitted|dkim-signature|(?:arc|content|list|thread|x)-[a-z-]+|(?:reporting|remote|received-from)-mta|(?:final|original)-recipient|original-envelope-id|arrival-date|last-attempt-date)$/;

/**
 * Reads a bounce as somebody pastes it: the reply alone, a mail, or a whole report (RFC 3464). The link in it counts
 * before the words of the reply, these before headers; a Received field counts only where the host that refused wrote
 * it. Total, and bounded: the first 256 kB are read.
 */
export function readBounce(pasted: string): BounceReading {
  const lines = bounceLines(pasted);
  const flat = lines.map(({ text }) => text).join("\n");
  const found = findWhyLink(flat);
  const findings = [
    ...(found === null ? [] : urlFindings(found, lineAt(lines, found.at))),
    ...findingsOf(lines),
  ];
  const identity = identityOf(found?.request ?? null, flat);
  const chosen = FIELDS.map((field) => bestOf(findings, field))
    .filter((finding) => finding !== null)
    // Who sent the message is not asked where the HELO name was refused.
    .filter(({ field, from }) => identity === "mailfrom" || field !== "sender" || from === "url")
    .map((finding) => (finding.field === "sender" ? fullSender(finding, findings) : finding));
  return {
    request: requestOf(chosen, identity, found?.request.problems ?? []),
    url: found?.url ?? null,
    evidence: chosen.map(({ field, line, from }) => ({ field, line, from })),
  };
}

/** Which identity was refused; by default the sender. */
function identityOf(asked: WhyRequest | null, text: string): Identity {
  if (asked !== null && (asked.ip !== null || asked.identity === "helo")) return asked.identity;
  return /\bidentity=helo\b/i.test(text) && !/\bidentity=mailfrom\b/i.test(text) ? "helo" : "mailfrom";
}

function urlFindings({ request }: FoundUrl, line: number): Finding[] {
  return FIELDS.flatMap((field) => {
    const value = request[field];
    return value === null ? [] : [{ field, value, line, from: "url" as const, rank: 0 }];
  });
}

function findingsOf(lines: BounceLine[]): Finding[] {
  const notes = noNotes();
  const replies: BounceLine[] = [];
  const findings: Finding[] = [];
  let part: "text" | "report" | "message" = "text";
  for (const { text, number } of lines) {
    const name = noteHeader(text, number, notes);
    if (text.trim() === "") notes.isTop = false;
    if (name === "content-type") part = partOf(text, part);
    if (name !== null && CHECKERS.test(name)) findings.push(...wordsFindings(text, number, "header"));
    // What stands in the returned message is its writer's.
    else if (part !== "message" && (name === null || !MAIL_FIELDS.test(name))) replies.push({ text, number });
  }
  // Words go over the ends of lines.
  const flat = replies.map(({ text }) => text).join("\n");
  for (const finding of [...wordsFindings(flat, 0, "reply"), ...guesses(flat, notes.recipients)])
    findings.push({ ...finding, line: lineAt(replies, finding.at) });
  findings.push(...notes.findings, ...addresseeFindings(notes), ...reporterFinding(notes));
  return [...findings, ...receivedFindings(notes, bestOf(findings, "receiver")?.value ?? null)];
}

/** Which part begins with a Content-Type; a message counts as the returned one behind a report alone. */
function partOf(text: string, part: "text" | "report" | "message"): "text" | "report" | "message" {
  if (/message\/(?:global-)?delivery-status/i.test(text)) return "report";
  return part === "report" && /message\/rfc822|text\/rfc822-headers|message\/global/i.test(text)
    ? "message"
    : part;
}

/** Who reports that another host refused is the client; who names no other refused by itself. */
function reporterFinding({ reporter, findings }: HeaderNotes): Finding[] {
  if (reporter === null) return [];
  const isClient = findings.some(({ field }) => field === "receiver");
  const field = isClient ? "helo" : "receiver";
  return [{ field, value: reporter.host, line: reporter.line, from: "header", rank: RANK.hint }];
}

/** Of a domain alone the address in it that a weaker place tells. */
function fullSender(finding: Finding, findings: Finding[]): Finding {
  if (finding.value === "" || finding.value.includes("@")) return finding;
  const domain = checkedDomain(finding.value);
  return (
    findings.find(
      ({ field, value }) => field === "sender" && checkedDomain(domainOf(value) ?? "") === domain,
    ) ?? finding
  );
}

function lineAt(lines: BounceLine[], at: number): number {
  let end = 0;
  for (const { text, number } of lines) {
    end += text.length + 1;
    if (at < end) return number;
  }
  return lines.at(-1)?.number ?? 1;
}

/** The request of the values found; of the link's problems those stay that another place did not mend. */
function requestOf(findings: Finding[], identity: Identity, asked: WhyProblem[]): WhyRequest {
  const values: Values = new Map([["scope", { text: identity, isCut: false }]]);
  const names: Record<Finding["field"], ParameterField> = {
    ip: "ip",
    sender: "id",
    helo: "helo",
    receiver: "receiver",
  };
  for (const { field, value } of findings)
    values.set(names[field], { text: value === "" ? "<>" : value, isCut: false });
  const request = understand(values, []);
  const kept = asked.filter((problem) => isOpen(problem, request));
  const own = request.problems.filter(
    ({ field, kind }) =>
      !kept.some((other) => other.field === field && (kind === "missing" || other.kind === kind)),
  );
  return { ...request, problems: [...kept, ...own] };
}

function isOpen({ field, kind }: WhyProblem, request: WhyRequest): boolean {
  if (field === "link" || field === "identity" || kind === "repeated") return true;
  return kind !== "missing" && request[field] === null;
}
