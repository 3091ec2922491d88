import type { EnforcedClient, EnforcementReport } from "@/lib/queries/enforcement-report";
import { NOW } from "../traffic/traffic.fixture";

const DAY = 86_400_000;

/** What became of a domain's mail. */
export const FATES = { tagged: 10, delivered: 1, refused: 0 };

/** A client with some of it changed. */
export function bounced(changed: Partial<EnforcedClient> = {}): EnforcedClient {
  return {
    ip: "198.51.100.1",
    clientName: "news1.example.com",
    results: ["softfail"],
    messages: 30,
    first: NOW - 20 * DAY,
    last: NOW - DAY,
    examples: [
      { host: "mx1", queueId: "4AO0Qx012345", time: NOW - DAY, envelopeFrom: "", helo: "news1.example.com" },
    ],
    ...changed,
  };
}

/** 41 messages of two domains. */
export function enforcement(changed: Partial<EnforcementReport> = {}): EnforcementReport {
  return {
    range: { from: NOW - 30 * DAY, to: NOW },
    messages: 12_442,
    bounced: 41,
    tagged: 31,
    delivered: 10,
    domainCount: 2,
    clientCount: 2,
    withoutDomain: 0,
    refused: 0,
    allowed: 0,
    domains: [
      { domain: "example.com", messages: 30, clients: [bounced()], unlistedClients: 0, ...FATES },
      {
        domain: "xn--bj0bj06e.example",
        messages: 11,
        clients: [bounced({ ip: "2001:db8::1", messages: 11 })],
        unlistedClients: 0,
        ...FATES,
      },
    ],
    unlistedDomains: 0,
    notLogged: 0,
    isAll: true,
    oldestStored: NOW - 200 * DAY,
    ...changed,
  };
}
