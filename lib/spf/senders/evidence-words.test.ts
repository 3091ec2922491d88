import { describe, expect, test } from "vitest";
import { LANGUAGES, textOf } from "../sentence";
import type { Evidence, EvidenceValues } from "./evidence";
import { evidenceSentence } from "./evidence-words";

const VALUES: EvidenceValues = {
  "own-host": { domain: "d" },
  "near-own-host": { network: "n" },
  "own-name": { name: "n", domain: "d" },
  "own-line": { name: "n", domain: "d" },
  "kin-name": { name: "n" },
  "claimed-name": { name: "n", domain: "d" },
  "record-passes": { term: "t" },
  "private-address": { ip: "i" },
  "record-open": { domain: "d" },
  steady: { messages: 40, days: 20 },
  exclusive: { domain: "d" },
  provider: { provider: "p", include: "i" },
  "provider-unproven": { provider: "p", include: "i" },
  "receives-mail": { host: "h" },
  "provider-untied": { provider: "p" },
  "few-messages": { messages: 1, days: 1 },
  "passed-then": { passed: 4, messages: 5 },
  "many-domains": { domains: 30 },
  "fails-elsewhere": { failed: 180, messages: 200 },
  "other-name": { name: "n" },
  "forwarder-name": { name: "n" },
  delivered: { delivered: 40, messages: 40 },
  fails: { failed: 39, messages: 40 },
  "no-name": { ip: "i" },
  "generic-name": { name: "n" },
  "helo-literal": { helo: "h" },
  "helo-is-domain": { helo: "h" },
  "helo-local": { helo: "h" },
  "many-helos": { helos: 9 },
  "many-senders": { senders: 9_900 },
  burst: { messages: 10_000, hours: 1 },
  refused: { refused: 30, messages: 40 },
};
const ALL = Object.entries(VALUES).map(
  ([kind, values]) => ({ kind, speaksFor: "unknown", values }) as Evidence,
);
/** Particles whose form depends on the sound before them. */
const PARTICLE = /^(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며|이고|라|이라)(?:[\s.,():]|$)/;

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(ALL.map((one) => [one.kind, one] as const))(
    "%s is one sentence about its values",
    (_, evidence) => {
      const { parts } = evidenceSentence(evidence, language);
      const text = textOf(parts, (quoted) => quoted);
      expect(text).toMatch(/[.]$|: h$/);
      for (const [at, part] of parts.entries())
        if (typeof part === "string" && typeof parts[at - 1] === "object") expect(part).not.toMatch(PARTICLE);
      const shown = Object.entries(evidence.values).filter(([name]) => name !== "domain");
      for (const [, value] of shown) expect(text).toContain(String(value));
    },
  );

  test("what strangers wrote is quoted", () => {
    const MARK = "\ue000";
    for (const one of ALL) {
      const values = Object.fromEntries(
        Object.entries(one.values).map(([name, value]) => [name, typeof value === "string" ? MARK : value]),
      );
      for (const part of evidenceSentence({ ...one, values } as Evidence, language).parts)
        if (typeof part === "string") expect(part).not.toContain(MARK);
    }
  });

  test("an empty name is said to be empty", () => {
    const empty = { kind: "helo-local", speaksFor: "forger", values: { helo: "" } } as const;
    expect(textOf(evidenceSentence(empty, language).parts, String)).toMatch(/\(.+\)$/);
  });
});
