import { checkedDomain, type Message } from "@/lib/logs/message";

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

/** ISO 8601 with the offset of the clock that wrote the log; milliseconds where the log has them. */
export function isoTime(time: number, utcOffset: number): string {
  const wall = new Date(time + utcOffset * 60_000)
    .toISOString()
    .replace("Z", "")
    .replace(/\.000$/, "");
  const minutes = Math.abs(utcOffset);
  return `${wall}${utcOffset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** A message as others script against it. */
export function exportedMessage(message: Message) {
  const tried = message.recipients.some(({ status }) => status !== null);
  return {
    time: isoTime(message.time, message.utcOffset),
    host: message.host,
    queueId: message.queueId.startsWith("~") ? null : message.queueId,
    clientIp: message.clientIp,
    clientName: message.clientName,
    helo: message.helo,
    envelopeFrom: message.envelopeFrom,
    domain: checkedDomain(message),
    identity: message.identity,
    result: message.result,
    resultFrom: message.resultFrom,
    // A transaction that was broken off was neither accepted nor refused.
    action: message.aborted && message.action === "accept" && !tried ? null : message.action,
    stage: message.stage,
    rejectedBy: message.rejectedBy,
    replyCode: message.replyCode,
    enhancedStatus: message.enhancedStatus,
    replyText: message.replyText,
    checker: message.checker,
    messageId: message.messageId,
    size: message.size,
    unchecked: message.unchecked,
    stampMismatch: message.stampMismatch,
    retryOf: message.retryOf,
    recipients: message.recipients.map(({ address, action, status, tagged, folder }) => ({
      address,
      action,
      status,
      tagged,
      folder,
    })),
  };
}

/** A message as others script against it. */
export type Exported = ReturnType<typeof exportedMessage>;
