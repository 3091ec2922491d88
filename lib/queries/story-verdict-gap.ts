import type { Message } from "@/lib/logs/message";

/** Why a message has no SPF result. */
export type VerdictGap = "filterDown" | "silentRefusal" | "refusedBefore" | "brokenOff" | "noChecker";

/** Why a message has no result; null where it has one. */
export function verdictGap(message: Message): VerdictGap | null {
  if (message.result !== null) return null;
  if (message.unchecked) return "filterDown";
  if (message.rejectedBy === "spf") return "silentRefusal";
  if (message.action !== "accept") return "refusedBefore";
  return message.aborted ? "brokenOff" : "noChecker";
}
