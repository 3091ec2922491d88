import { describe, expect, test } from "vitest";
import type { FileState } from "./file-state";
import type { LogSource } from "./log-sources";
import { type SourceFinding, sourceFindings } from "./source-findings";
import type { HostActivity } from "./sources-hosts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 12);

const SAME: FileState = { kind: "same", size: 100, changedAt: NOW, unread: 0 };
const BEHIND: FileState = { ...SAME, unread: 40 };
const REPLACED: FileState = { kind: "replaced", size: 70, changedAt: NOW };

function log(changes: Partial<LogSource> = {}): LogSource {
  return {
    id: 1,
    path: "/var/log/maillog",
    kind: "syslog",
    headHash: "",
    headLength: 0,
    position: 100,
    partial: 0,
    lines: 1000,
    matched: 900,
    ignored: 90,
    unknown: 10,
    firstTime: NOW - 9 * DAY,
    lastTime: NOW - HOUR,
    readAt: NOW - HOUR,
    demo: false,
    hosts: [{ hostId: 1, name: "mx1", lines: 900, firstTime: 0, lastTime: 0 }],
    ...changes,
  };
}

function host(changes: Partial<HostActivity> = {}): HostActivity {
  return {
    hostId: 1,
    name: "mx1",
    lastTime: NOW,
    lastHour: 5,
    days: [],
    accepted: 1000,
    unverified: 10,
    unchecked: 0,
    sampled: 1000,
    contradicted: 0,
    gaps: [],
    silent: null,
    ...changes,
  };
}

const SILENT = { from: NOW - 5 * HOUR, to: null, hours: 5 };
const gap = (hours: number) => ({ from: NOW - 9 * HOUR, to: NOW - 9 * HOUR + hours * HOUR, hours });
const kindsOf = (found: SourceFinding[]) => found.map(({ kind, severity }) => `${severity} ${kind}`);

describe("of a log", () => {
  test.each<[string, Partial<LogSource>, FileState | undefined, string[]]>([
    ["read to its end there is nothing to say", {}, SAME, []],
    ["that nobody looks at there is nothing to say", {}, undefined, []],
    ["without a known line", { matched: 0, ignored: 0, unknown: 1000 }, SAME, ["error nothingMatched"]],
    ["without mail", { matched: 0, ignored: 1000, unknown: 0 }, SAME, ["warning nothingMatched"]],
    ["just begun", { matched: 0, ignored: 9, unknown: 0, lines: 9 }, SAME, []],
    ["without a line", { matched: 0, ignored: 0, unknown: 0, lines: 0, lastTime: null }, SAME, []],
    ["with 5 % unknown", { unknown: 50 }, SAME, []],
    ["with more", { unknown: 51 }, SAME, ["warning manyUnknown"]],
    ["with a few unknown of few", { lines: 100, matched: 80, unknown: 19 }, SAME, []],
    ["that goes on unread", {}, BEHIND, ["warning unread"]],
    ["that is followed", { readAt: NOW - 9 * 60_000 }, BEHIND, []],
    ["that is packed", {}, { ...SAME, unread: null }, []],
    ["that was replaced", {}, REPLACED, ["warning replaced"]],
    ["replaced by an empty one", {}, { ...REPLACED, size: 0 }, []],
    ["replaced just now", { readAt: NOW }, REPLACED, []],
    ["that is gone", {}, { kind: "gone" }, ["warning gone"]],
    ["that is not readable", {}, { kind: "unreadable" }, ["warning unreadable"]],
    ["whose folder is not known", {}, { kind: "relative" }, ["note relative"]],
    ["from a pipe", { path: "-" }, { kind: "pipe" }, []],
    ["of old, imported once, and gone", { lastTime: NOW - 90 * DAY }, { kind: "gone" }, []],
    ["rotated and gone", { path: "/var/log/maillog.4" }, { kind: "gone" }, []],
    ["rotated by date and packed", { path: "/var/log/maillog-20261101.gz" }, { kind: "gone" }, []],
    ["of the demo", { demo: true }, { kind: "gone" }, []],
    ["in the future", { lastTime: NOW + 2 * DAY, readAt: NOW + 2 * DAY }, SAME, ["warning future"]],
  ])("%s", (_, changes, state, expected) => {
    const states = new Map(state ? [[1, state]] : []);
    expect(kindsOf(sourceFindings([log(changes)], states, [], NOW))).toEqual(expected);
  });

  test("the one read before from the same path is out of sight", () => {
    const states = new Map<number, FileState>([
      [2, SAME],
      [1, REPLACED],
    ]);
    expect(sourceFindings([log({ id: 2 }), log()], states, [], NOW)).toEqual([]);
  });
});

describe("of a machine", () => {
  test.each<[string, Partial<HostActivity>, string[]]>([
    ["at work there is nothing to say", {}, []],
    ["that is silent", { silent: SILENT }, ["warning silent"]],
    ["without any verdict", { unverified: 950 }, ["warning noVerdicts"]],
    ["with some", { unverified: 949 }, []],
    ["with little mail", { accepted: 19, unverified: 19 }, []],
    ["whose filter was down", { unchecked: 1 }, ["warning unchecked"]],
    ["whose filter was down all day", { unverified: 1000, unchecked: 1000 }, ["warning unchecked"]],
    ["whose clock is wrong", { contradicted: 50 }, ["note clock"]],
    ["with a few odd stamps", { contradicted: 49 }, []],
    ["with gaps", { gaps: [gap(5), gap(7)] }, ["note gap"]],
  ])("%s", (_, changes, expected) => {
    expect(kindsOf(sourceFindings([log()], new Map([[1, SAME]]), [host(changes)], NOW))).toEqual(expected);
  });

  test("silence is not stated while its own log is not read on", () => {
    const logs = [log({ hosts: [] }), log({ id: 2, path: "/b", hosts: [] })];
    const states = new Map([[1, BEHIND]]);
    const silent = [host({ silent: SILENT })];
    expect(kindsOf(sourceFindings(logs, states, silent, NOW))).toEqual(["warning unread"]);
    const procmail = [log({ kind: "procmail", hosts: [] })];
    expect(kindsOf(sourceFindings(procmail, states, silent, NOW))).toEqual([
      "warning unread",
      "warning silent",
    ]);
    const others = [log({ hosts: [{ hostId: 2, name: "mx2", lines: 1, firstTime: 0, lastTime: 0 }] })];
    expect(kindsOf(sourceFindings(others, states, silent, NOW))).toEqual([
      "warning unread",
      "warning silent",
    ]);
  });
});

test("the worst come first, and say what they are about", () => {
  const logs = [
    log(),
    log({ id: 2, path: "/var/log/boot", matched: 0, ignored: 0, unknown: 1000, hosts: [] }),
  ];
  const hosts = [host({ gaps: [gap(5), gap(7)], silent: SILENT })];
  expect(sourceFindings(logs, new Map(), hosts, NOW)).toEqual([
    {
      kind: "nothingMatched",
      severity: "error",
      lines: 1000,
      mostly: "unknown",
      log: { id: 2, path: "/var/log/boot" },
    },
    { kind: "silent", severity: "warning", since: SILENT.from, hours: 5, host: "mx1" },
    { kind: "gap", severity: "note", ...gap(5), more: 1, host: "mx1" },
  ]);
});

test("no log at all is a finding", () => {
  expect(sourceFindings([], new Map(), [], NOW)).toEqual([{ kind: "noLogs", severity: "note" }]);
});
