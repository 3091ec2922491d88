import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importLogs } from "@/ingest/import-logs";
import { CHANGED_DOMAIN, WAVE_DOMAIN } from "@/lib/demo/partner";
import type { Message } from "@/lib/logs/message";
import { fixedZone } from "@/lib/logs/zone";
import { askWriter } from "@/lib/queries/ask";
import { NO_FILTER } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { Store } from "@/lib/store/store";
import { DEMO_OFFSET, demoLogs } from "./demo";
import { incidentsBefore, type Span } from "./incidents";

const UNTIL = Date.UTC(2026, 10, 24, 4);
const logs = demoLogs(UNTIL, 1);
const maillogs = logs.filter(({ name }) => name.endsWith("maillog"));
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Sortable, and as exact as the form of the line. */
function stampOf(line: string): string {
  if (line.startsWith("<")) return line.slice(line.indexOf(" ") + 1).slice(0, 26);
  if (line.startsWith("2")) return line.slice(0, 26);
  return String(MONTHS.indexOf(line.slice(0, 3))).padStart(2, "0") + line.slice(3, 15);
}

test("the same seed gives the same logs, another seed others", () => {
  expect(demoLogs(UNTIL, 1)).toEqual(logs);
  expect(demoLogs(UNTIL, 2)[0]!.lines.slice(0, 50)).not.toEqual(logs[0]!.lines.slice(0, 50));
});

test("each maillog has another form of stamps", () => {
  expect(logs.map(({ name }) => name)).toEqual([
    "mx1-maillog",
    "mx2-maillog",
    "mail-maillog",
    "mail-procmail",
  ]);
  expect(maillogs[0]!.lines[0]).toMatch(/^Oct 13 0\d:/);
  expect(maillogs[1]!.lines[0]).toMatch(/^2026-10-13T0\d:.*\+09:00 mx2\.example\.kr /);
  expect(maillogs[2]!.lines[0]).toMatch(/^<\d+>1 2026-10-13T0\d:.*\+09:00 mail\.example\.kr /);
});

test.each(maillogs.map(({ name, lines }) => [name, lines] as const))(
  "%s is in order, in lines of 1024 bytes at most",
  (_name, lines) => {
    const stamps = lines.map(stampOf);
    expect(stamps).toEqual([...stamps].sort());
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1024);
  },
);

test("long texts are split as sendmail splits them", () => {
  const pieces = maillogs.flatMap(({ lines }) => lines).filter((line) => /[0-9A-Za-z]{14}\[2\]: /.test(line));
  expect(pieces.length).toBeGreaterThan(5);
});

test("no name and no address is anyone's", () => {
  const text = logs
    .flatMap(({ lines }) => lines)
    .join("\n")
    .replaceAll("%%40", "@");
  const domains = new Set(
    [...text.matchAll(/@([a-z0-9.-]*[a-z][a-z0-9.-]*)/g)].map((match) => match[1]!.replace(/\.$/, "")),
  );
  domains.delete("localhost");
  const real = [...domains].filter(
    (domain) => !/(^|\.)(example|test|example\.kr)$/.test(domain) && !/^list\./.test(domain),
  );
  expect(real).toEqual([]);
  const ips = new Set([...text.matchAll(/\[(\d+\.\d+\.\d+\.\d+)\]/g)].map((match) => match[1]!));
  expect(
    [...ips].filter((ip) => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip) && ip !== "192.168.0.7"),
  ).toEqual([]);
  const v6 = new Set([...text.matchAll(/IPv6:([0-9a-f:]+)/g)].map((match) => match[1]!));
  expect([...v6].filter((ip) => !ip.startsWith("2001:db8:"))).toEqual([]);
});

describe("read by the import", () => {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-demo-test-"));
  const { wave, change, filterDown } = incidentsBefore(UNTIL, DEMO_OFFSET);
  const messages: Message[] = [];
  let unknown = -1;

  beforeAll(async () => {
    const paths = logs.map(({ name, lines }) => {
      writeFileSync(join(folder, name), `${lines.join("\n")}\n`, "latin1");
      return join(folder, name);
    });
    const store = await Store.open(`file:${join(folder, "x.db")}`);
    const zone = fixedZone(DEMO_OFFSET);
    const options = { year: null, zone, fallbackZone: zone, defaultHost: "here", demo: true };
    const summary = await importLogs(store, paths, options);
    unknown = summary.unknown;
    for await (const message of messagesInOrder(askWriter(store.writer), EVER, NO_FILTER))
      messages.push(message);
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const within = (span: Span, domain: string) =>
    messages.filter(
      ({ time, envelopeFrom }) => time >= span.from && time < span.to && envelopeFrom?.endsWith(domain),
    );
  const clients = (list: Message[]) => new Set(list.map(({ clientIp }) => clientIp)).size;

  test("every line is understood, and six weeks of three servers are there", () => {
    expect(unknown).toBe(0);
    expect(messages.length).toBeGreaterThan(25_000);
    expect(messages.length).toBeLessThan(40_000);
    expect(messages.filter(({ stampMismatch }) => stampMismatch)).toEqual([]);
  });

  test("a wave comes from many clients: refused at the edge, marked behind it", () => {
    const seen = within(wave, WAVE_DOMAIN);
    expect(seen.length).toBeGreaterThan(1_000);
    expect(clients(seen)).toBeGreaterThan(100);
    const edge = seen.filter(({ host }) => host !== "mail.example.kr");
    expect(edge.filter(({ action }) => action === "reject").length / edge.length).toBeGreaterThan(0.99);
    const marked = seen.filter(({ recipients }) => recipients.some(({ tagged }) => tagged));
    expect(marked.length).toBeGreaterThan(100);
  });

  test("the partner passes before and after, and fails for three days", () => {
    const ends = (message: Message) => message.action === "accept" && message.result === "pass";
    const before = within({ from: 0, to: change.from }, CHANGED_DOMAIN);
    const during = within(change, CHANGED_DOMAIN);
    const after = within({ from: change.to, to: UNTIL }, CHANGED_DOMAIN);
    expect(before.filter(ends).length / before.length).toBeGreaterThan(0.95);
    expect(during.filter(ends)).toEqual([]);
    expect(during.length).toBeGreaterThan(150);
    expect(after.filter(ends).length / after.length).toBeGreaterThan(0.9);
  });

  test("for an hour and a half mx2 takes mail unchecked", () => {
    const unchecked = messages.filter((message) => message.unchecked);
    expect(unchecked.length).toBeGreaterThan(15);
    for (const { host, time } of unchecked) {
      expect(host).toBe("mx2.example.kr");
      expect(time).toBeGreaterThanOrEqual(filterDown.from);
      expect(time).toBeLessThan(filterDown.to);
    }
  });

  test("messages that were put off come again", () => {
    expect(messages.filter(({ retryOf }) => retryOf !== null).length).toBeGreaterThan(10);
  });
});
