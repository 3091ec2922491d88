import { type CheckRequest, checkHost, heloRequest, mailfromRequest } from "@/lib/spf/check-host";
import { suggestRecord } from "@/lib/spf/draft/suggest-record";
import type { Resolver } from "@/lib/spf/resolver";
import type { WhyAnswer } from "./answer";
import { clientNames } from "./client-names";
import { diagnose } from "./diagnosis/diagnose";
import type { Diagnosis } from "./diagnosis/diagnosis";
import type { Then } from "./diagnosis/then";
import type { WhyRequest } from "./request";

/** Questions asked at most for terms behind the one that decided. */
const SHADOW = 12;

/** A request of which enough is known to check. */
export type CheckableRequest = WhyRequest & { ip: string };

/**
 * How to find an answer: `clock` gives milliseconds since 1970, `then` is the site's own message. The suggestion's
 * questions go to `suggesting` where they have a budget of their own, and are asked for a client that passes only if
 * it `isAlways` wanted: it tells how the record stands.
 */
export interface LiveOptions {
  resolver: Resolver;
  suggesting?: Resolver;
  clock: () => number;
  then: Then | null;
  isAlways?: boolean;
}

/** What is found out about a request at once: the part of the answer that the DNS has, and who must act. */
export type LiveAnswer = Pick<
  WhyAnswer,
  "request" | "checks" | "now" | "then" | "clientNames" | "suggestion"
> & { diagnosis: Diagnosis };

/** Checks both identities, looks up the client's names and the record that would let it pass, and diagnoses. */
export async function liveAnswer(request: CheckableRequest, options: LiveOptions): Promise<LiveAnswer> {
  const { resolver, suggesting = resolver, clock, then, isAlways = false } = options;
  const requests = requestsOf(request);
  const check = (asked: CheckRequest | null) =>
    asked && checkHost(asked, resolver, { clock, trace: true, shadow: SHADOW });
  const checks = { mailfrom: await check(requests.mailfrom), helo: await check(requests.helo) };
  const identity = chosen(request, requests);
  const now = identity && checks[identity];
  const names = await clientNames(request.ip, resolver);
  const isWanted = now !== null && (isAlways || now.result !== "pass");
  const suggestion = isWanted ? await suggestRecord(requests[identity!]!, suggesting, { clock }) : null;
  const diagnosis = diagnose({ request, now: checks, then, suggestion, clientNames: names });
  return { request, checks, now, then, clientNames: names, suggestion, diagnosis };
}

interface Requests {
  mailfrom: CheckRequest | null;
  helo: CheckRequest | null;
}

/** The checks to make: of MAIL FROM where there is a sender, of HELO where a name is known (RFC 7208 section 2.4). */
function requestsOf({ ip, sender, helo, receiver }: CheckableRequest): Requests {
  const mailfrom = sender ? mailfromRequest({ ip, envelopeFrom: sender, helo: helo ?? "", receiver }) : null;
  return { mailfrom, helo: helo ? heloRequest({ ip, helo, receiver }) : null };
}

/** The identity that the link speaks of; the other one where that cannot be checked. */
function chosen({ identity }: WhyRequest, requests: Requests): keyof Requests | null {
  const order = identity === "helo" ? (["helo", "mailfrom"] as const) : (["mailfrom", "helo"] as const);
  return order.find((one) => requests[one] !== null) ?? null;
}
