import type { TrafficReport } from "@/lib/queries/traffic-report";
import type { Sender, SenderGroup } from "@/lib/spf/senders/sender";

const NO_RESULTS = {
  pass: 0,
  fail: 0,
  softfail: 0,
  neutral: 0,
  none: 0,
  temperror: 0,
  permerror: 0,
  notLogged: 0,
};
const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 24, 3);

/** A client with some of it changed. */
export function sender(changed: Partial<Sender> = {}): Sender {
  return {
    ip: "192.0.2.10",
    loggedName: "mail.example.com",
    helos: ["mail.example.com"],
    heloCount: 1,
    total: 100,
    results: { ...NO_RESULTS, pass: 100 },
    refused: 0,
    tagged: 0,
    delivered: 100,
    first: NOW - 29 * DAY,
    last: NOW - DAY,
    days: 28,
    senders: 12,
    otherDomains: 0,
    otherMessages: 0,
    otherFailed: 0,
    areNamesKnown: true,
    forwarderName: null,
    hostTerm: null,
    publishedTerm: null,
    draftTerm: null,
    isPublishedOpen: false,
    provider: null,
    confirmedNames: ["mail.example.com"],
    isOwnHost: true,
    isNearOwnHost: true,
    published: "pass",
    draft: "pass",
    role: "own",
    certainty: "sure",
    evidence: [],
    isAuthorisable: true,
    ...changed,
  };
}

/** Clients as a group of their own, with the role of the first. */
export function group(senders: Sender[], changed: Partial<SenderGroup> = {}): SenderGroup {
  const passed = senders.filter(({ draft }) => draft === "pass").length;
  return {
    key: senders[0]!.ip,
    provider: null,
    network: "192.0.2.0/24",
    senders,
    role: senders[0]!.role,
    total: senders.reduce((all, { total }) => all + total, 0),
    terms: senders.map(({ ip }) => `${ip.includes(":") ? "ip6" : "ip4"}:${ip}`),
    wholeNetwork: "ip4:192.0.2.0/24",
    isAuthorised: passed === 0 ? "none" : passed === senders.length ? "all" : "some",
    isAuthorisable: senders.every(({ isAuthorisable }) => isAuthorisable),
    ...changed,
  };
}

/** Own servers known and unknown, a provider, a forwarder, a forger and one that cannot be told. */
export function trafficReport(changed: Partial<TrafficReport> = {}): TrafficReport {
  const refused = { published: "fail", draft: "fail" } as const;
  const failed = (fail: number) => ({ total: fail, results: { ...NO_RESULTS, fail } });
  const groups = [
    group([
      sender({ total: 11_200, results: { ...NO_RESULTS, pass: 11_190, temperror: 10 }, delivered: 11_200 }),
    ]),
    group(
      [1, 2].map((n) =>
        sender({
          ...failed(400 * n),
          ...refused,
          ip: `198.51.100.${n}`,
          loggedName: `news${n}.example.com`,
          helos: [`news${n}.example.com`],
          confirmedNames: [`news${n}.example.com`],
          certainty: "likely",
          refused: 380 * n,
          delivered: 20 * n,
          evidence: [
            {
              kind: "own-name",
              speaksFor: "own",
              values: { name: `news${n}.example.com`, domain: "example.com" },
            },
            { kind: "steady", speaksFor: "own", values: { messages: 400 * n, days: 28 } },
            { kind: "fails", speaksFor: "forger", values: { failed: 400 * n, messages: 400 * n } },
          ],
        }),
      ),
      { network: "198.51.100.0/24", wholeNetwork: "ip4:198.51.100.0/24" },
    ),
    group(
      [
        sender({
          ...failed(60),
          published: "softfail",
          ip: "2001:db8::25",
          role: "provider",
          tagged: 60,
          delivered: 0,
        }),
      ],
      {
        provider: { name: "Google Workspace", include: "_spf.google.com" },
        terms: ["include:_spf.google.com"],
        wholeNetwork: null,
      },
    ),
    group([
      sender({
        ...failed(30),
        ...refused,
        ip: "203.0.113.7",
        role: "forwarder",
        certainty: "likely",
        isAuthorisable: false,
      }),
    ]),
    group([
      sender({
        ...failed(9),
        ...refused,
        ip: "203.0.113.66",
        loggedName: "dsl-203-0-113-66.isp.example",
        confirmedNames: [],
        helos: ["friend"],
        heloCount: 40,
        role: "forger",
        certainty: "likely",
        refused: 9,
        delivered: 0,
        isAuthorisable: false,
        evidence: [
          { kind: "many-helos", speaksFor: "forger", values: { helos: 43 } },
          { kind: "no-name", speaksFor: "forger", values: { ip: "203.0.113.66" } },
        ],
      }),
    ]),
    group([
      sender({
        ...failed(4),
        ...refused,
        ip: "203.0.113.99",
        role: "unknown",
        certainty: "weak",
        isAuthorisable: false,
      }),
    ]),
  ];
  return {
    domain: "example.com",
    range: { from: NOW - 30 * DAY, to: NOW },
    published: "v=spf1 mx -all",
    isPublishedKnown: true,
    draft: "v=spf1 mx -all",
    groups,
    counted: groups.reduce((all, { total }) => all + total, 0),
    isAll: true,
    unlistedClients: 0,
    withoutClient: 0,
    oldestStored: NOW - 200 * DAY,
    isDnsComplete: true,
    isByMessage: false,
    findings: [],
    suggested: "v=spf1 mx ip4:198.51.100.1 ip4:198.51.100.2 -all",
    ...changed,
  };
}

/** No mail at all. */
export const NO_TRAFFIC: Partial<TrafficReport> = { groups: [], counted: 0, suggested: "v=spf1 mx -all" };
