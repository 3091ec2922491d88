import type { SpfResult } from "@/lib/spf/result";

/**
 * What the site's own log says of the message, for a visitor who may see it; whom it was for stays private. `time` is
 * ISO 8601 with the offset of the server's clock; null where the log is silent, "" of `envelopeFrom` is the null sender.
 */
export interface Then {
  time: string;
  host: string;
  queueId: string | null;
  result: SpfResult | null;
  action: "accept" | "reject" | "tempfail" | "discard" | null;
  rejectedBy: "spf" | "mta" | "other" | null;
  replyCode: number | null;
  enhancedStatus: string | null;
  replyText: string | null;
  checker: string | null;
  clientIp: string | null;
  clientName: string | null;
  helo: string | null;
  envelopeFrom: string | null;
}

/** Whether the message did not get in. */
export function wasRefused({ action }: Then): boolean {
  return action !== null && action !== "accept";
}
