import { parseRecord } from "../parse";
import type { Span, SpfRecord } from "../record";
import type { SpfResult } from "../result";
import type { Sender, SenderGroup } from "./sender";
import { isPublicIp, isUnlisted } from "./signs";

/** What each rule about a record and the mail of its domain puts into its sentence; counts are of messages, servers, days. */
export interface TrafficValues {
  "null-record-sends": { domain: string; servers: number; messages: number; ip: string };
  "own-host-uncovered": {
    ip: string;
    /** Confirmed; null where it has none. */
    name: string | null;
    messages: number;
    result: SpfResult;
    /** The term of the record that decides; null where none does. */
    term: string | null;
  };
  "own-hosts-uncovered": { servers: number; messages: number };
  "sends-nothing": { domain: string; messages: number; days: number };
}

export type TrafficRule = keyof TrafficValues;

type Severity = "error" | "warning" | "info";

/** What a rule found, and the place in the record that is to blame; an empty one at the end where no term is. */
export type TrafficFinding = {
  [R in TrafficRule]: Span & { rule: R; severity: Severity; values: TrafficValues[R] };
}[TrafficRule];

/** A rule's number in the catalogue of rules, its severity, the section it rests on; the first are found first. */
export const TRAFFIC_RULES: Record<TrafficRule, { number: number; severity: Severity; rfc: string | null }> =
  {
    "null-record-sends": { number: 9, severity: "warning", rfc: "7505#section-4.2" },
    "own-host-uncovered": { number: 54, severity: "warning", rfc: null },
    "own-hosts-uncovered": { number: 54, severity: "warning", rfc: null },
    "sends-nothing": { number: 9, severity: "info", rfc: "7505#section-4.2" },
  };

/** A record and the mail of its domain, as the log of one server shows it. */
export interface Traffic {
  domain: string;
  draft: string;
  groups: SenderGroup[];
  /** Whether all that was stored was looked at, and all of DNS answered: there is no other sender. */
  isWhole: boolean;
  /** Days from the first message stored to the last, as any domain. */
  days: number;
  /** Whether the domain has an exchanger; null where DNS did not say. */
  hasExchanger: boolean | null;
  /** Whether the draft's verdicts hang on the sender or on HELO, so that other messages of a client may end otherwise. */
  isByMessage: boolean;
}

/** So many servers are named one by one. */
const NAMED = 5;
/** Of a month's messages the first and the last are seldom 30 days apart. */
const LONG = 28;

/**
 * What is wrong between a record and the mail of its domain. What a forger can bring about (how much it sends, which
 * names it gives) makes no finding. A record with mistakes passes nobody anyhow: what is wrong with it is said elsewhere.
 */
export function trafficFindings(traffic: Traffic): TrafficFinding[] {
  const record = parseRecord(traffic.draft);
  if (record.problems.length > 0) return [];
  const senders = traffic.groups.flatMap((group) => group.senders).sort((a, b) => b.total - a.total);
  const terms = authorising(record);
  if (terms.length === 0) return nullRecord(traffic, record, senders);
  return [
    ...(traffic.isByMessage ? [] : uncovered(record, senders)),
    ...(sendsNothing(traffic, senders) ? [silence(traffic, senders, terms)] : []),
  ];
}

/** The terms of a record that can pass anybody, as they stand. */
function authorising({ directives, redirect }: SpfRecord): Span[] {
  const all = directives.findIndex(({ mechanism }) => mechanism.name === "all");
  const reached = all < 0 ? directives : directives.slice(0, all + 1);
  const passing: Span[] = reached.filter(({ qualifier }) => qualifier === "+");
  // RFC 7208 section 6.1: beside "all" there is no redirect.
  return all < 0 && redirect !== null ? [...passing, redirect] : passing;
}

function nullRecord({ domain }: Traffic, record: SpfRecord, senders: Sender[]): TrafficFinding[] {
  const tied = senders.filter((sender) => isTied(sender) && isUnlisted(sender.draft));
  const [most] = tied;
  if (most === undefined) return [];
  const all = record.directives.find(({ mechanism }) => mechanism.name === "all");
  const values = { domain, servers: tied.length, messages: messagesOf(tied), ip: most.ip };
  return [found("null-record-sends", all ?? wholeOf(record), values)];
}

function uncovered(record: SpfRecord, senders: Sender[]): TrafficFinding[] {
  const own = senders.filter(
    (sender) => sender.role === "own" && sender.certainty !== "weak" && isUnlisted(sender.draft),
  );
  const named = own.slice(0, NAMED).map((sender) => {
    const { ip, confirmedNames, total, draft, draftTerm } = sender;
    const values = { ip, name: confirmedNames[0] ?? null, messages: total, result: draft!, term: draftTerm };
    return found("own-host-uncovered", deciding(record, sender), values);
  });
  const rest = own.slice(NAMED);
  if (rest.length === 0) return named;
  const isOneTerm = new Set(rest.map(({ draftTerm }) => draftTerm)).size === 1;
  const place = isOneTerm ? deciding(record, rest[0]!) : wholeOf(record);
  const values = { servers: rest.length, messages: messagesOf(rest) };
  return [...named, found("own-hosts-uncovered", place, values)];
}

/** Whether the owner of the domain must have brought it about that a client sends as it. */
function isTied({ role, certainty, isAuthorisable }: Sender): boolean {
  // Any customer of a provider can send through it: only one that may be authorised is tied to the domain.
  return certainty !== "weak" && (role === "own" || (role === "provider" && isAuthorisable));
}

/** What decides beyond a redirect is another's record: here it is the redirect. */
function deciding({ text, directives, redirect }: SpfRecord, { draftTerm }: Sender): Span {
  const end = { from: text.length, to: text.length };
  return directives.find((directive) => directive.text === draftTerm) ?? redirect ?? end;
}

/**
 * Whether all that a log shows of a long time are strangers, to a domain that receives no mail. A log without any
 * message as the domain tells nothing of it: most mail of most domains never comes here.
 */
function sendsNothing({ isWhole, days, hasExchanger, isByMessage }: Traffic, senders: Sender[]): boolean {
  const isSeen = isWhole && !isByMessage && days >= LONG && senders.length > 0;
  return isSeen && hasExchanger === false && senders.every(isStranger);
}

/** A forwarder is none: somebody sent what it passed on. Nor is what a record passes, or passed, or an inside address. */
function isStranger(sender: Sender): boolean {
  const { ip, role, published, results, isNearOwnHost } = sender;
  const isUntied = (role === "forger" || role === "unknown") && !isNearOwnHost && isPublicIp(ip);
  return isUntied && isUnlisted(sender.draft) && published !== "pass" && results.pass === 0;
}

function silence({ domain, days }: Traffic, senders: Sender[], terms: Span[]): TrafficFinding {
  const from = Math.min(...terms.map((term) => term.from));
  const to = Math.max(...terms.map((term) => term.to));
  return found("sends-nothing", { from, to }, { domain, messages: messagesOf(senders), days });
}

function found<R extends TrafficRule>(rule: R, { from, to }: Span, values: TrafficValues[R]): TrafficFinding {
  return { rule, severity: TRAFFIC_RULES[rule].severity, from, to, values } as TrafficFinding;
}

const wholeOf = ({ text }: SpfRecord): Span => ({ from: 0, to: text.length });

const messagesOf = (senders: Sender[]) => senders.reduce((sum, { total }) => sum + total, 0);
