import type { Message } from "@/lib/logs/message";
import type { Provider } from "@/lib/spf/draft/providers";

/** 1 November 2026, epoch ms. */
export const START = Date.UTC(2026, 10, 1);
export const DAY = 86_400_000;
/** When the report is made. */
export const NOW = START + 20 * DAY;
/** A provider, whose server 198.51.100.7 is. */
export const BIG: Provider = {
  name: "Big Mail",
  include: "_spf.big.example",
  category: "mailbox",
  usage: 9,
  source: "dns",
  date: "2026-10-07",
  networks: ["198.51.100.0/24"],
};

/** Messages of a client, one a day. */
function daily(clientIp: string, days: number, changes: Partial<Message> = {}): Partial<Message>[] {
  return Array.from({ length: days }, (_, day) => ({
    clientIp,
    time: START + day * DAY,
    clientName: null,
    helo: "out.example.net",
    envelopeFrom: "lee@example.com",
    result: "fail" as const,
    ...changes,
  }));
}

/** What is sent as a domain that sends nothing itself, at the beginning and at the end of a month. */
const PARKED = [START, START + 31 * DAY].flatMap((time) =>
  daily("203.0.113.201", 6, { envelopeFrom: "kim@parked.example", action: "reject", time }),
);

/** Messages of the domain's own servers, a provider, a forger and a forwarder, and of who forges a parked domain. */
export const GIVEN: Partial<Message>[] = [
  ...daily("192.0.2.25", 9, { result: "pass" }),
  ...daily("192.0.2.80", 6),
  ...daily("203.0.113.5", 7),
  ...daily("198.51.100.7", 5),
  ...daily("203.0.113.200", 8, {
    action: "reject",
    helo: "[203.0.113.200]",
    clientName: "mail.example.com",
    time: START,
  }),
  ...daily("203.0.113.77", 3),
  ...PARKED,
  ...["a", "b", "c", "d", "e"].flatMap((name) =>
    daily("203.0.113.77", 1, { envelopeFrom: `x@${name}.example` }),
  ),
];

/** What DNS says of example.com, of the clients and of the provider. */
export const ZONE = {
  "example.com": ["TXT v=spf1 mx -all", "MX 10 mx.example.com", "A 192.0.2.80"],
  "mx.example.com": ["A 192.0.2.25"],
  "news.example.com": ["A 203.0.113.5"],
  "fwd.example.net": ["A 203.0.113.77"],
  "5.113.0.203.in-addr.arpa": ["PTR news.example.com"],
  "77.113.0.203.in-addr.arpa": ["PTR fwd.example.net"],
  "200.113.0.203.in-addr.arpa": ["PTR mail.example.com"],
  "_spf.big.example": ["TXT v=spf1 ip4:198.51.100.0/25 -all"],
};

/** The domain's mail goes to the provider too. */
export const RECEIVED = {
  "example.com": [...ZONE["example.com"], "MX 20 in.big.example"],
  "in.big.example": ["A 192.0.2.26"],
};
