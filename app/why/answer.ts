import { headers } from "next/headers";
import { authSecret } from "@/lib/accounts/secret";
import { clientOf } from "@/lib/accounts/visitor";
import { readSignedMessage, type SignedMessage } from "@/lib/accounts/why-links";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { whyMessage, whyMessages } from "@/lib/queries/why-message";
import {
  type CheckRequest,
  type CheckResult,
  checkHost,
  heloRequest,
  mailfromRequest,
  type Resolver,
} from "@/lib/spf";
import { suggestRecord } from "@/lib/spf/draft/suggest-record";
import type { WhyAnswer } from "@/lib/why/answer";
import { clientNames } from "@/lib/why/client-names";
import { diagnose } from "@/lib/why/diagnosis/diagnose";
import { DIAGNOSIS_KINDS } from "@/lib/why/diagnosis/diagnosis";
import type { Then } from "@/lib/why/diagnosis/then";
import { readWhyUrl } from "@/lib/why/read-url";
import type { WhyRequest } from "@/lib/why/request";
import { ask } from "../database";
import { visitResolver } from "../dns";
import { whoIs } from "../signed-in";
import { inTurn, TURN } from "../turns";
import { sealOf } from "./seal";
import { whyTarget } from "./target";
import { secondsToWait, visited } from "./visits";

/** Questions asked at most for terms behind the one that decided. */
const SHADOW = 12;

/** Answers the visitor who came by this request's link: what was, what is, who must act, what would help. */
export async function whyAnswer(): Promise<WhyAnswer> {
  const target = await whyTarget();
  const request = readWhyUrl(target);
  const person = await whoIs().catch(() => null);
  const seal = sealOf(target);
  const isCounted = person === null && (seal !== null || (request.ip !== null && request.domain !== null));
  const retryAfter = isCounted ? await secondsToWait(clientOf(await headers())) : null;
  const stored =
    retryAfter === null ? await storedMessages(seal, request, person !== null) : { then: null, others: [] };
  const empty = { request, checks: { mailfrom: null, helo: null }, now: null, ...stored };
  const nothing: WhyAnswer = {
    ...empty,
    clientNames: [],
    diagnosis: null,
    suggestion: null,
    retryAfter: null,
  };
  if (retryAfter !== null) return { ...nothing, retryAfter };
  if (request.ip === null || request.domain === null) return nothing;
  const { ip } = request;
  const answer = await inTurn(() => liveAnswer({ ...request, ip }, nothing, visitResolver()));
  if (answer === null) return { ...nothing, retryAfter: TURN };
  visited({
    time: Date.now(),
    domain: request.domain,
    kind: DIAGNOSIS_KINDS.indexOf(answer.diagnosis!.kind),
    result: answer.now?.result ?? null,
  });
  return answer;
}

async function liveAnswer(
  request: WhyRequest & { ip: string },
  nothing: WhyAnswer,
  resolver: Resolver,
): Promise<WhyAnswer> {
  const { mailfrom, helo } = requestsOf(request);
  const check = (asked: CheckRequest | null) =>
    asked && checkHost(asked, resolver, { clock: Date.now, trace: true, shadow: SHADOW });
  const checks = { mailfrom: await check(mailfrom), helo: await check(helo) };
  const [asked, now] = chosen(request, { mailfrom, helo }, checks);
  const names = await clientNames(request.ip, resolver);
  const isRefused = now !== null && now.result !== "pass";
  const suggestion = isRefused && asked ? await suggestRecord(asked, resolver, { clock: Date.now }) : null;
  const answer = { ...nothing, checks, now, clientNames: names, suggestion };
  const { then: before } = nothing;
  const diagnosis = diagnose({ request, now: checks, then: before, suggestion, clientNames: names });
  return { ...answer, diagnosis };
}

interface Requests {
  mailfrom: CheckRequest | null;
  helo: CheckRequest | null;
}

/** The checks to make: of MAIL FROM where there is a sender, of HELO where a name is known (RFC 7208 section 2.4). */
function requestsOf({ ip, sender, helo, receiver }: WhyRequest & { ip: string }): Requests {
  const mailfrom = sender ? mailfromRequest({ ip, envelopeFrom: sender, helo: helo ?? "", receiver }) : null;
  return { mailfrom, helo: helo ? heloRequest({ ip, helo, receiver }) : null };
}

/** The check that the link speaks of; the other one where that cannot be made. */
function chosen(
  { identity }: WhyRequest,
  requests: Requests,
  checks: WhyAnswer["checks"],
): [CheckRequest | null, CheckResult | null] {
  const order = identity === "helo" ? (["helo", "mailfrom"] as const) : (["mailfrom", "helo"] as const);
  const first = order.find((one) => checks[one] !== null);
  return first === undefined ? [null, null] : [requests[first], checks[first]];
}

/**
 * The site's own messages, for whoever may see them: one by a signed link, those that fit for who is signed in. For
 * anyone else nothing is looked up, so that nothing can be told from how the page answers.
 */
async function storedMessages(
  seal: SignedMessage | null,
  { ip, domain, receiver }: WhyRequest,
  isSignedIn: boolean,
): Promise<{ then: Then | null; others: Then[] }> {
  if (seal === null && !isSignedIn) return { then: null, others: [] };
  const found = await ask(async (reader) => {
    const question = askReader(reader);
    const key = seal && readSignedMessage(seal, await secretOf(reader), Date.now());
    const own = key && (await whyMessage(question, key));
    const fitting = isSignedIn ? await whyMessages(question, { ip, domain, receiver }) : [];
    return { own, fitting };
  });
  if (found instanceof DatabaseFault) return { then: null, others: [] };
  const first = found.own ?? found.fitting[0] ?? null;
  const others = found.fitting.filter(
    ({ host, queueId }) => host !== first?.host || queueId !== first.queueId,
  );
  return { then: first, others };
}

// Read once per process: anyone may send a seal.
const shared = globalThis as { whyspfSecret?: string };

async function secretOf(reader: PrismaClient): Promise<string> {
  shared.whyspfSecret ??= await authSecret(reader);
  return shared.whyspfSecret;
}
