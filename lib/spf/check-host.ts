import { type Address, readClientAddress } from "./address";
import { checkDomain } from "./evaluate";
import { explanationOf } from "./explanation";
import { asciiDomain, asciiName } from "./idn";
import type { Resolver } from "./resolver";
import type { SpfResult } from "./result";
import { type Asking, budgetOf, run, type Session } from "./session";
import { type ExplanationTrace, type Reason, TRACE_VERSION, type Trace } from "./trace";
import type { Outcome } from "./verdict";

/** The arguments of check_host() (RFC 7208 section 4.1), and what macros need besides: `helo` and `receiver`. */
export interface CheckRequest {
  ip: string;
  domain: string;
  sender: string;
  helo: string;
  receiver?: string | null;
}

/**
 * How to check. `clock` gives milliseconds since 1970. With `trace` the check explains itself; with `shadow` it also
 * evaluates what stands behind the terms that decided, asking at most so many questions more.
 */
export interface CheckOptions {
  clock: () => number;
  trace?: boolean;
  shadow?: number;
}

/**
 * What a check found. `mechanism` is the text of the term that decided, of the record of `recordDomain`; `explanation`
 * the domain's own words for a fail (RFC 7208 section 6.2), null where it has none.
 */
export interface CheckResult {
  result: SpfResult;
  reason: Reason;
  explanation: string | null;
  mechanism: string | null;
  recordDomain: string;
  lookups: number;
  voidLookups: number;
  trace: Trace | null;
}

/** What macros take of a sender or a HELO name at most, from its end; SMTP allows 256 octets (RFC 5321 section 4.5.3.1). */
const LONGEST = 1_024;

/** Whether a text is an address that a check can be made for; of any other one the result is "none". */
export function isClientIp(text: string): boolean {
  return readClientAddress(text) !== null;
}

/** The request that checks the MAIL FROM identity; a null sender stands for postmaster@HELO (RFC 7208 section 2.4). */
export function mailfromRequest(mail: {
  ip: string;
  envelopeFrom: string;
  helo: string;
  receiver?: string | null;
}): CheckRequest {
  const { ip, envelopeFrom, helo, receiver } = mail;
  if (envelopeFrom === "") return heloRequest(mail);
  return { ip, domain: splitAddress(envelopeFrom).domain, sender: envelopeFrom, helo, receiver };
}

/** The request that checks the HELO identity, as sender postmaster@HELO (RFC 7208 section 2.3). */
export function heloRequest(mail: { ip: string; helo: string; receiver?: string | null }): CheckRequest {
  const { ip, helo, receiver } = mail;
  return { ip, domain: helo, sender: `postmaster@${helo}`, helo, receiver };
}

/**
 * check_host() (RFC 7208 section 4). The result comes at once if every answer is at hand, else as a promise; neither
 * ever throws. An `ip` that is no address is "none", for the reason "bad-ip".
 */
export function checkHost(
  request: CheckRequest,
  resolver: Resolver,
  options: CheckOptions,
): CheckResult | Promise<CheckResult> {
  const domain = asciiName(request.domain);
  const client = readClientAddress(request.ip);
  if (client === null) return badIp(request, domain, options);
  return run(check(openSession(request, client, resolver, options), domain));
}

function* check(session: Session, domain: string): Asking<CheckResult> {
  const outcome = yield* checkDomain(session, domain, "initial");
  // RFC 7208 section 6.2: the explanation of the record that decided, after a redirect the target's.
  const exp = outcome.result === "fail" ? (outcome.record?.exp ?? null) : null;
  const explanation = exp === null ? null : yield* explanationOf(session, exp, outcome.domain);
  const { lookups, voidLookups } = session;
  return {
    result: outcome.result,
    reason: outcome.reason,
    explanation: explanation?.text ?? null,
    mechanism: outcome.term?.text ?? null,
    recordDomain: outcome.domain,
    lookups,
    voidLookups,
    trace: session.isTraced
      ? traceOf(session, domain, outcome, explanation as ExplanationTrace | null)
      : null,
  };
}

function openSession(
  request: CheckRequest,
  client: Address,
  resolver: Resolver,
  { clock, trace = false, shadow = 0 }: CheckOptions,
): Session {
  const { localPart, domain: senderDomain } = splitAddress(request.sender.slice(-LONGEST));
  const ascii = asciiName(senderDomain);
  return {
    client,
    sender: `${localPart}@${ascii}`,
    localPart,
    senderDomain: ascii,
    isLocalPartAscii: !/[^\x00-\x7f]/.test(localPart),
    helo: asciiName(request.helo.slice(-LONGEST)),
    receiver: request.receiver ? asciiDomain(request.receiver.slice(-LONGEST)) : null,
    resolver,
    clock,
    startedAt: trace ? clock() : 0,
    lookups: 0,
    voidLookups: 0,
    questions: { left: Number.POSITIVE_INFINITY },
    validated: null,
    root: null,
    notes: null,
    isTraced: trace,
    shadow: trace && shadow > 0 ? { left: shadow } : null,
  };
}

/** An address in two at its last "@"; without a local part that is "postmaster" (RFC 7208 section 4.3). */
function splitAddress(address: string): { localPart: string; domain: string } {
  const at = address.lastIndexOf("@");
  return { localPart: at > 0 ? address.slice(0, at) : "postmaster", domain: address.slice(at + 1) };
}

function traceOf(
  session: Session,
  domain: string,
  { result, reason }: Outcome,
  explanation: ExplanationTrace | null,
): Trace {
  const { client, sender, helo, receiver, root, clock, startedAt } = session;
  return {
    version: TRACE_VERSION,
    ip: client.text,
    domain,
    sender,
    helo,
    receiver,
    result,
    reason,
    budget: budgetOf(session),
    ms: clock() - startedAt,
    root,
    explanation,
  };
}

function badIp(request: CheckRequest, domain: string, { trace = false }: CheckOptions): CheckResult {
  const { ip, sender, helo, receiver = null } = request;
  const [result, reason] = ["none", "bad-ip"] as const;
  const budget = budgetOf({ lookups: 0, voidLookups: 0 });
  const asked = { ip, domain, sender, helo, receiver };
  return {
    result,
    reason,
    explanation: null,
    mechanism: null,
    recordDomain: domain,
    lookups: 0,
    voidLookups: 0,
    trace: trace
      ? { version: TRACE_VERSION, ...asked, result, reason, budget, ms: 0, root: null, explanation: null }
      : null,
  };
}
