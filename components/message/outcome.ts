import type { Message, Recipient } from "@/lib/logs/message";
import type { CountedAction } from "@/lib/queries/count-table";

/** What the heading says became of a message. */
export type Outcome =
  | "reject"
  | "tempfail"
  | "discard"
  | "brokenOff"
  | "tagged"
  | "delivered"
  | "relayed"
  | "partly"
  | "deferred"
  | "failed"
  | "quarantined"
  | "accepted";

/** What became of one recipient, in one word. */
export type RecipientOutcome =
  | "reject"
  | "tempfail"
  | "discard"
  | "local"
  | "relayed"
  | "deferred"
  | "failed"
  | "queued"
  | "quarantined"
  | "accepted";

export function recipientOutcome({ action, status, local }: Recipient): RecipientOutcome {
  if (status === "sent") return local ? "local" : "relayed";
  if (status !== null) return status;
  return action === "accept" ? "accepted" : action;
}

export function outcomeOf(message: Message): Outcome {
  if (message.action !== "accept") return message.action;
  const fates = message.recipients.map(recipientOutcome);
  if (countedFate(message) === "brokenOff") return "brokenOff";
  const sent = message.recipients.filter(({ status }) => status === "sent");
  if (sent.length === 0) return undelivered(fates);
  if (sent.length < fates.length) return "partly";
  if (sent.some(({ tagged }) => tagged)) return "tagged";
  return fates.every((fate) => fate === "relayed") ? "relayed" : "delivered";
}

function undelivered(fates: RecipientOutcome[]): Outcome {
  for (const fate of ["deferred", "failed", "quarantined"] as const) if (fates.includes(fate)) return fate;
  return "accepted";
}

/** What became of a message, in the word under which the overview counts it. */
export function countedFate(message: Message): CountedAction {
  const { action, aborted, unchecked, recipients } = message;
  if (action !== "accept") return action;
  if (aborted && recipients.every(({ status }) => status === null)) return "brokenOff";
  if (unchecked) return "unchecked";
  return recipients.some(({ tagged }) => tagged) ? "tagged" : "accept";
}

/** What the heading gives as the reason: a result's name, or who decided. */
export function reasonOf({ result, action, rejectedBy, unchecked }: Message): string {
  if (result !== null && (action === "accept" || rejectedBy === "spf")) return result;
  if (action === "accept") return unchecked ? "unchecked" : "notLogged";
  if (rejectedBy === null) return "unsaid";
  return rejectedBy === "other" ? "filter" : rejectedBy;
}
