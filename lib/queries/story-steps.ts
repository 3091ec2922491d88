import type { Stage } from "@/lib/logs/fact";
import type { Recipient } from "@/lib/logs/message";
import type { Proof, Step, StepContent } from "./message-story";
import type { StoredStory } from "./stored-message";
import type { Evidence, StatedFact } from "./story-evidence";
import { verdictGap } from "./story-verdict-gap";

const MOST_RECIPIENTS = 100;
const BEFORE_RECIPIENTS: (Stage | null)[] = ["CONNECT", "HELO", "MAIL"];

/** The steps of a message in order, and how many recipients have none. */
export function stepsOf(stored: StoredStory, evidence: Evidence): { steps: Step[]; moreRecipients: number } {
  const { message } = stored;
  const shown = message.recipients
    .slice(0, MOST_RECIPIENTS)
    .map((recipient, n) => recipientStep(recipient, n, evidence));
  const isTried = (step: Step) => step.kind === "recipient" && step.recipient.status !== null;
  const refused = refusedStep(stored, evidence);
  const early = BEFORE_RECIPIENTS.includes(message.stage);
  const steps = [
    ...retryOfStep(stored),
    ...envelopeSteps(stored, evidence),
    verdictStep(stored, evidence),
    ...(early ? refused : []),
    ...shown.filter((step) => !isTried(step)),
    ...(message.stage === "RCPT" ? refused : []),
    ...contentStep(stored, evidence),
    ...(early || message.stage === "RCPT" ? [] : refused),
    ...flagSteps(stored, evidence),
    ...shown.filter(isTried).sort((a, b) => (a.time ?? 0) - (b.time ?? 0)),
    ...retriedStep(stored),
  ];
  return { steps, moreRecipients: message.recipients.length - shown.length };
}

function step(content: StepContent, proof: Proof, stated: readonly StatedFact[]): Step {
  const times = stated.flatMap(({ time }) => (time === null ? [] : [time]));
  return { ...content, time: times.length > 0 ? Math.min(...times) : null, proof };
}

const FOLLOWS: Proof = { lines: [], unproven: "follows" };

function retryOfStep({ message, earlier }: StoredStory): Step[] {
  if (message.retryOf === null) return [];
  const content = { kind: "retryOf", queueId: message.retryOf, attempt: earlier } as const;
  return [{ ...content, time: earlier?.time ?? null, proof: FOLLOWS }];
}

function retriedStep({ later }: StoredStory): Step[] {
  if (later.length === 0) return [];
  return [{ kind: "retried", attempts: later, time: later[0]!.time, proof: FOLLOWS }];
}

/** Connection, HELO and MAIL FROM, as far as the client came. */
function envelopeSteps({ message }: StoredStory, evidence: Evidence): Step[] {
  const { clientIp, clientName, helo, envelopeFrom, stage } = message;
  const client = [...evidence.envelope("clientIp"), ...evidence.envelope("clientName")];
  const known = (value: unknown) => (value === null ? "unknown" : "follows");
  const steps = [
    step(
      { kind: "connected", clientIp, clientName },
      evidence.proof(client, known(clientIp ?? clientName)),
      client,
    ),
  ];
  if (helo !== null || stage !== "CONNECT") {
    const stated = evidence.envelope("helo");
    steps.push(step({ kind: "helo", helo }, evidence.proof(stated, known(helo)), stated));
  }
  if (envelopeFrom !== null || (stage !== "CONNECT" && stage !== "HELO")) {
    const stated = evidence.envelope("envelopeFrom");
    steps.push(step({ kind: "mailFrom", envelopeFrom }, evidence.proof(stated, known(envelopeFrom)), stated));
  }
  return steps;
}

function verdictStep({ message }: StoredStory, evidence: Evidence): Step {
  const { result, resultFrom } = message;
  const verdicts = evidence.of("verdict");
  const others = verdicts
    .filter(({ fact }) => fact.result !== result)
    .map(({ fact, line }) => ({ result: fact.result, checker: fact.checker, line }));
  const replies = evidence.of("refusal").filter(({ fact }) => result !== null && fact.result === result);
  const stated = [...verdicts, ...replies];
  const content = { kind: "verdict", result, gap: verdictGap(message), others } as const;
  const otherwise = result === null ? "unknown" : resultFrom === "reply" ? "follows" : "matched";
  return step(content, evidence.proof(stated, otherwise), stated);
}

function refusedStep({ message }: StoredStory, evidence: Evidence): Step[] {
  if (message.action === "accept") return [];
  const stated = evidence
    .of("refusal")
    .filter(({ fact }) => fact.stage === message.stage && fact.action === message.action);
  return [step({ kind: "refused" }, evidence.proof(stated, "follows"), stated)];
}

function contentStep({ message }: StoredStory, evidence: Evidence): Step[] {
  const { messageId, size } = message;
  if (messageId === null && !size) return [];
  const stated = [...evidence.envelope("size"), ...evidence.envelope("messageId")];
  return [step({ kind: "content", messageId, size }, evidence.proof(stated, "follows"), stated)];
}

function flagSteps({ message }: StoredStory, evidence: Evidence): Step[] {
  const steps: Step[] = [];
  const add = (kind: "marked" | "brokenOff", stated: StatedFact[]) =>
    steps.push(step({ kind }, evidence.proof(stated, "follows"), stated));
  if (message.marked) add("marked", evidence.of("tag"));
  if (message.aborted) add("brokenOff", evidence.of("abort"));
  return steps;
}

function recipientStep(recipient: Recipient, ordinal: number, evidence: Evidence): Step {
  const { address, status, statusTime } = recipient;
  const deliveries = evidence.of("delivery").filter(({ fact }) => fact.recipients.includes(address));
  const refusals = evidence.of("refusal").filter(({ fact }) => fact.recipient === address);
  const tried = deliveries.filter(({ fact }) => fact.attempted);
  const stated = [...refusals, ...deliveries];
  const procmail = evidence.procmailOf(ordinal);
  const content = {
    kind: "recipient",
    recipient,
    tries: tried.length,
    reply: tried.findLast(({ fact }) => fact.status === status)?.fact.reply ?? null,
    refusal: status === null ? (refusals[0]?.fact ?? null) : null,
    fitting: procmail?.fitting ?? null,
  } as const;
  const made = step(content, evidence.proof(stated, "follows", procmail?.lines), stated);
  return { ...made, time: statusTime ?? made.time };
}
