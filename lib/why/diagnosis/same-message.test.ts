import { expect, test } from "vitest";
import { inputOf, type Mail, PASS } from "./case.fixture";
import { diagnose } from "./diagnose";

const ALL = { ...PASS, "mail.d.example": ["TXT v=spf1 ip4:192.0.2.1 -all"] };

test.each<[string, Mail, boolean]>([
  ["the message of the link", { log: {} }, true],
  ["another user of the domain", { log: { envelopeFrom: "Other@D.EXAMPLE" } }, true],
  ["another domain", { log: { envelopeFrom: "user@other.example" } }, false],
  ["a domain below", { log: { envelopeFrom: "user@mail.d.example" } }, false],
  ["a log without the sender", { log: { envelopeFrom: null } }, false],
  ["another client", { log: { clientIp: "192.0.2.2" } }, false],
  ["the client written otherwise", { log: { clientIp: "::ffff:192.0.2.1" } }, true],
  ["a log without the client", { log: { clientIp: null } }, false],
  ["a bounce", { from: "", helo: "mail.d.example", log: { helo: "Mail.d.example." } }, true],
  ["a bounce by another HELO name", { from: "", helo: "mail.d.example", log: { helo: "d.example" } }, false],
  [
    "a bounce asked about, a sender in the log",
    { from: "", helo: "mail.d.example", log: { envelopeFrom: "u@d.example" } },
    false,
  ],
  ["a sender asked about, a bounce in the log", { log: { envelopeFrom: "" } }, false],
  [
    "HELO asked about, a bounce in the log",
    { identity: "helo", from: null, helo: "mail.d.example", log: { envelopeFrom: "" } },
    true,
  ],
  [
    "HELO asked about, a sender in the log",
    { identity: "helo", from: null, helo: "mail.d.example", log: { envelopeFrom: "u@d.example" } },
    false,
  ],
  ["HELO and sender asked about", { identity: "helo", helo: "mail.d.example", log: {} }, true],
  [
    "HELO and sender asked about, another HELO name in the log",
    { identity: "helo", helo: "mail.d.example", log: { helo: "d.example" } },
    false,
  ],
])("%s in the log is evidence: %s", (_, mail, isEvidence) => {
  const found = diagnose(inputOf(ALL, mail));
  expect(found.kind).toBe(isEvidence ? "fixed-since" : "passes");
  expect(found.evidence.some(({ kind }) => kind === "logged")).toBe(isEvidence);
});
