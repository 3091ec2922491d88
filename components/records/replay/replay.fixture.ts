import type { ReplayedClient, ReplayReport } from "@/lib/queries/replay-report";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf/result";
import { NOW } from "../traffic/traffic.fixture";

const DAY = 86_400_000;

/** Counts per [row][column] from `fail>pass: 37`; with an eighth row for what was not logged, if asked for. */
export function matrixOf(counts: Record<string, number>, rows: number = SPF_RESULTS.length): number[][] {
  const matrix = Array.from({ length: rows }, () => SPF_RESULTS.map(() => 0));
  for (const [name, count] of Object.entries(counts)) {
    const [from, to] = name.split(">") as [string, SpfResult];
    const row = from === "notLogged" ? SPF_RESULTS.length : SPF_RESULTS.indexOf(from as SpfResult);
    matrix[row]![SPF_RESULTS.indexOf(to)] = count;
  }
  return matrix;
}

/** A client with some of it changed. */
export function replayed(changed: Partial<ReplayedClient> = {}): ReplayedClient {
  return {
    ip: "198.51.100.1",
    clientName: "news1.example.com",
    published: "fail",
    draft: "pass",
    publishedTerm: "-all",
    draftTerm: "ip4:198.51.100.1",
    messages: 37,
    first: NOW - 20 * DAY,
    last: NOW - DAY,
    examples: [
      {
        host: "mx1",
        queueId: "4AO0Qx012345",
        time: NOW - DAY,
        envelopeFrom: "letter@example.com",
        helo: "news1.example.com",
      },
    ],
    ...changed,
  };
}

/** 37 that begin to pass, 2 that cease to, 12,403 as they were. */
export function replayReport(changed: Partial<ReplayReport> = {}): ReplayReport {
  const nothing = { messages: 0, clients: 0, newly: 0 };
  return {
    domain: "example.com",
    draft: "v=spf1 mx ip4:198.51.100.1 -all",
    published: "v=spf1 mx ip4:203.0.113.7 -all",
    isPublishedKnown: true,
    range: { from: NOW - 30 * DAY, to: NOW },
    messages: 12_442,
    unusable: 0,
    triples: 312,
    evaluations: 45,
    matrix: matrixOf({ "fail>pass": 37, "pass>fail": 2, "pass>pass": 12_390, "fail>fail": 13 }),
    loggedMatrix: matrixOf(
      { "fail>pass": 30, "notLogged>pass": 7, "pass>pass": 12_390, "pass>fail": 2, "fail>fail": 13 },
      8,
    ),
    clients: [
      replayed(),
      replayed({
        ip: "203.0.113.7",
        clientName: null,
        published: "pass",
        draft: "fail",
        publishedTerm: "ip4:203.0.113.7",
        draftTerm: "-all",
        messages: 2,
      }),
      replayed({
        ip: "192.0.2.10",
        clientName: "mail.example.com",
        published: "pass",
        publishedTerm: "mx",
        draftTerm: "mx",
        messages: 12_390,
      }),
      replayed({ ip: "203.0.113.66", draft: "fail", draftTerm: "-all", messages: 13, examples: [] }),
    ],
    unlistedClients: 0,
    enforcement: [
      {
        all: "as drafted",
        refusingFail: { messages: 15, clients: 2, newly: 6 },
        refusingSoftfail: { messages: 15, clients: 2, newly: 6 },
      },
      {
        all: "-all",
        refusingFail: { messages: 15, clients: 2, newly: 6 },
        refusingSoftfail: { messages: 15, clients: 2, newly: 6 },
      },
      { all: "~all", refusingFail: nothing, refusingSoftfail: { messages: 15, clients: 2, newly: 6 } },
      { all: "?all", refusingFail: nothing, refusingSoftfail: nothing },
    ],
    oldestStored: NOW - 200 * DAY,
    milliseconds: 812,
    ...changed,
  };
}
