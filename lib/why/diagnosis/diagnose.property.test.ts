import fc from "fast-check";
import { expect, test } from "vitest";
import { anyZone } from "@/lib/spf/draft/any-zone.fixture";
import { SPF_RESULTS } from "@/lib/spf/result";
import { LANGUAGES, textOf } from "@/lib/spf/sentence";
import { readSuite, suitePath } from "@/lib/spf/suite.fixture";
import { advisable } from "./advisable";
import { inputOf, type Mail } from "./case.fixture";
import { diagnose } from "./diagnose";
import { CERTAINTIES, type Diagnosis, type DiagnosisInput, type DiagnosisKind, WHO } from "./diagnosis";
import { letterOf } from "./letter";
import { AUDIENCES, explainDiagnosis, explainEvidence } from "./words";

const NAMES = [
  "out.d.example",
  "mail.b.example",
  "lists.c.example",
  "dsl-192-0-2-1.isp.example",
  "mx2.receiver.example",
  "mx1.forwardemail.net",
  "o1.sendgrid.net",
];
const anyLog = fc.record({
  result: fc.constantFrom(...SPF_RESULTS, null),
  action: fc.constantFrom("accept", "reject", "tempfail", "discard", null),
  rejectedBy: fc.constantFrom("spf", "mta", "other", null),
});
const anyMail: fc.Arbitrary<Mail> = fc
  .record({
    ip: fc.constantFrom("192.0.2.1", "192.0.2.9", "203.0.113.80", "2001:db8::5", "10.1.2.3", "209.85.220.41"),
    from: fc.constantFrom(
      "user@d.example",
      "SRS0=H=T=x.example=u@d.example",
      "prvs=123=u@d.example",
      "bounces+1@d.example",
      "",
      "u@x",
    ),
    helo: fc.constantFrom(
      null,
      "d.example",
      "mail.d.example",
      "b.example",
      "receiver.example",
      "PC-1",
      "c.example",
      "error.example",
    ),
    identity: fc.constantFrom("mailfrom", "mailfrom", "helo"),
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
    log: fc.option(anyLog, { nil: undefined }),
  })
  .map((mail) => mail as Mail);

/** Kinds that come up in any few hundred of them. */
const COMMON: DiagnosisKind[] = [
  "passes",
  "fixed-since",
  "other-reason",
  "receiving-site-mistake",
  "dns-trouble",
  "broken-record",
  "dead-include",
  "no-record",
  "helo",
  "ip-missing",
  "wrong-outgoing-server",
  "forwarder",
  "forger",
];

const rank = ({ certainty }: Diagnosis) => CERTAINTIES.indexOf(certainty);

/** The input with one thing less. */
function poorer(input: DiagnosisInput): DiagnosisInput[] {
  const { request, now, clientNames } = input;
  const then = null;
  return [
    ...clientNames.map((gone) => ({ ...input, clientNames: clientNames.filter((name) => name !== gone) })),
    ...(request.identity === "helo" || request.sender === ""
      ? []
      : [{ ...input, request: { ...request, helo: null }, now: { ...now, helo: null }, then }]),
    { ...input, suggestion: null },
    { ...input, then },
    { ...input, request: { ...request, receiver: null } },
  ];
}

/** What must hold of any diagnosis. */
function verify(input: DiagnosisInput): Diagnosis {
  const found = diagnose(input);
  expect(found.who).toBe(WHO[found.kind]);
  expect(found.alternatives.map(({ kind }) => kind)).not.toContain(found.kind);
  for (const other of found.alternatives)
    expect(CERTAINTIES.indexOf(other.certainty)).toBeLessThanOrEqual(rank(found));
  const suggestion = advisable(found, input);
  if (found.who === "forger" || found.who === "forwarder" || found.who === "receiving-site")
    expect(suggestion).toBeNull();
  if (found.kind === "forger") expect(letterOf(found, input, "ko")).toBeNull();
  for (const language of LANGUAGES) {
    const said = [
      ...AUDIENCES.flatMap((audience) => explainDiagnosis(found, input, audience, language)),
      ...explainEvidence(found, language),
    ].map(({ parts }) => textOf(parts, (text) => text));
    const letter = (letterOf(found, input, language) ?? []).map((parts) => textOf(parts, (text) => text));
    const record = input.suggestion?.suggested;
    if (suggestion === null && record) expect([...said, ...letter].join("\n")).not.toContain(record);
  }
  return found;
}

test("any message is diagnosed, and a forger's is never authorised", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyZone, anyMail, (zone, mail) => {
      seen.add(verify(inputOf(zone, mail)).kind);
    }),
    { numRuns: 500 },
  );
  for (const kind of COMMON) expect([...seen]).toContain(kind);
});

test("who knows less is not surer", () => {
  fc.assert(
    fc.property(anyZone, anyMail, (zone, mail) => {
      const input = inputOf(zone, mail);
      const found = diagnose(input);
      for (const less of poorer(input)) {
        const other = diagnose(less);
        if (other.kind === found.kind) expect(rank(other)).toBeLessThanOrEqual(rank(found));
        // Without its log, what passes now is only that.
        if (less.then === input.then) expect(rank(other)).toBeLessThanOrEqual(rank(found));
      }
    }),
    { numRuns: 300 },
  );
});

const path = suitePath();
test("every check of the RFC suite is diagnosed", () => {
  for (const { helo, ip, mailfrom, zone } of path === null ? [] : readSuite(path))
    for (const names of [[], ["out.example.com"]]) verify(inputOf(zone, { ip, from: mailfrom, helo, names }));
});
