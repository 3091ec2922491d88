import type { Message, Recipient } from "@/lib/logs/message";

/** A recipient for tests: accepted, nothing known of his delivery. */
export function recipient(changes: Partial<Recipient> = {}): Recipient {
  return {
    address: "kim@corp.example",
    action: "accept",
    status: null,
    enhancedStatus: null,
    statusTime: null,
    seconds: null,
    local: false,
    tagged: null,
    folder: null,
    ...changes,
  };
}

/** A message for tests: accepted, SPF pass, one recipient. */
export function message(changes: Partial<Message> = {}): Message {
  return {
    host: "mx1",
    queueId: "2BO9I8aa012345",
    time: Date.UTC(2026, 10, 24, 9, 18, 8),
    utcOffset: 540,
    clientIp: "192.0.2.25",
    clientName: "mail.example.com",
    helo: "mail.example.com",
    envelopeFrom: "lee@Example.com",
    identity: "mailfrom",
    result: "pass",
    resultFrom: "header",
    action: "accept",
    stage: null,
    rejectedBy: null,
    replyCode: null,
    enhancedStatus: null,
    replyText: null,
    checker: "spfmilter",
    messageId: "1@example.com",
    size: 1234,
    unchecked: false,
    stampMismatch: false,
    aborted: false,
    marked: false,
    retryOf: null,
    recipients: [recipient()],
    lines: ["1:0", "1:2s"],
    ...changes,
  };
}
