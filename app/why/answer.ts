import { headers } from "next/headers";
import { authSecret } from "@/lib/accounts/secret";
import { clientOf } from "@/lib/accounts/visitor";
import { readSignedMessage, type SignedMessage } from "@/lib/accounts/why-links";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { whyMessage, whyMessages } from "@/lib/queries/why-message";
import type { WhyAnswer } from "@/lib/why/answer";
import { DIAGNOSIS_KINDS } from "@/lib/why/diagnosis/diagnosis";
import type { Then } from "@/lib/why/diagnosis/then";
import { liveAnswer } from "@/lib/why/live-answer";
import { readWhyUrl } from "@/lib/why/read-url";
import type { WhyRequest } from "@/lib/why/request";
import { ask } from "../database";
import { visitResolver } from "../dns";
import { whoIs } from "../signed-in";
import { inTurn, TURN } from "../turns";
import { sealOf } from "./seal";
import { whyTarget } from "./target";
import { secondsToWait, visited } from "./visits";

/** Answers the visitor who came by this request's link: what was, what is, who must act, what would help. */
export async function whyAnswer(): Promise<WhyAnswer> {
  const target = await whyTarget();
  const request = readWhyUrl(target);
  const person = await whoIs().catch(() => null);
  const seal = sealOf(target);
  const isCounted = person === null && (seal !== null || (request.ip !== null && request.domain !== null));
  const client = clientOf(await headers());
  const retryAfter = isCounted ? await secondsToWait(client) : null;
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
  // The time for the DNS begins with the turn.
  const answer = await inTurn("why", client, () =>
    liveAnswer({ ...request, ip }, { resolver: visitResolver(), clock: Date.now, then: stored.then }),
  );
  if (answer === null) return { ...nothing, retryAfter: TURN };
  visited({
    time: Date.now(),
    domain: request.domain,
    kind: DIAGNOSIS_KINDS.indexOf(answer.diagnosis.kind),
    result: answer.now?.result ?? null,
  });
  return { ...nothing, ...answer };
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
