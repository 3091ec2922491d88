import fc from "fast-check";
import { expect, test } from "vitest";
import { checkerGrammar } from "./checkers";
import type { Fact } from "./fact";

function read(part: string, text: string) {
  const facts: Fact[] = [];
  const fate = checkerGrammar(`postfix/${part}`)!(text, (fact) => facts.push(fact));
  return { fate, facts };
}

const NET = "http://www.openspf.net/Why?s=mfrom;id=a@b.example;ip=192.0.2.66;r=<UNKNOWN>";

test.each([
  [
    "smtpd",
    "4XyzQ12abc: client=mail.pass.example[192.0.2.10]",
    { kind: "envelope", clientName: "mail.pass.example", clientIp: "192.0.2.10" },
  ],
  [
    "submission/smtpd",
    "4XyzQ12abc: client=unknown[2001:db8::0:1], sasl_method=PLAIN, sasl_username=joe",
    { kind: "envelope", clientName: null, clientIp: "2001:db8::1" },
  ],
  ["cleanup", "4XyzQ12abc: message-id=<m@b.example>", { kind: "envelope", messageId: "<m@b.example>" }],
  [
    "qmgr",
    "4XyzQ12abc: from=<a@b.example>, size=1234, nrcpt=2 (queue active)",
    { kind: "envelope", envelopeFrom: "a@b.example", size: 1234, recipientCount: 2 },
  ],
  ["qmgr", "4XyzQ12abc: from=<>, size=1, nrcpt=1 (queue active)", { envelopeFrom: "" }],
  [
    "qmgr",
    '4XyzQ12abc: from=<"x>, size=9, nrcpt=9 (queue active)"@b.example>, size=1, nrcpt=1 (queue active)',
    { envelopeFrom: '"x>, size=9, nrcpt=9 (queue active)"@b.example', size: 1 },
  ],
  [
    "smtp",
    "4XyzQ12abc: to=<r@d.example>, relay=mx.d.example[198.51.100.1]:25, delay=1.2, delays=0.1/0/0.5/2.6, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ABCDEF)",
    {
      kind: "delivery",
      recipients: ["r@d.example"],
      status: "sent",
      enhancedStatus: "2.0.0",
      reply: "250 2.0.0 Ok: queued as ABCDEF",
      local: false,
      seconds: 3,
      attempted: true,
    },
  ],
  [
    "local",
    "4XyzQ12abc: to=<joe@h.example>, orig_to=<info@h.example>, relay=local, delay=0.1, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to mailbox)",
    { recipients: ["info@h.example"], local: true },
  ],
  [
    "smtp",
    "4XyzQ12abc: to=<r@d.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx[1.2.3.4]:25: Connection timed out, status=sent (no))",
    { status: "deferred", enhancedStatus: "4.4.1" },
  ],
  [
    "smtp",
    "4XyzQ12abc: to=<r@d.example>, relay=mx[1.2.3.4]:25, delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (host said no)",
    { status: "failed" },
  ],
  [
    "smtpd",
    `NOQUEUE: reject: RCPT from unknown[192.0.2.66]: 550 5.7.23 <r@d.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see ${NET}; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x.example>`,
    {
      kind: "refusal",
      queueId: null,
      action: "reject",
      by: "spf",
      stage: "RCPT",
      recipient: "r@d.example",
      envelopeFrom: "a@b.example",
      helo: "x.example",
      clientIp: "192.0.2.66",
      clientName: null,
      result: "fail",
      checker: "policyd-spf",
    },
  ],
  [
    "smtpd",
    "NOQUEUE: reject: RCPT from h.example[192.0.2.66]: 550 5.7.1 <r@d.example>: Recipient address rejected: Please see http://www.openspf.net/Why?s=mfrom;id=a%40b.example;ip=192.0.2.66;r=h; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x.example>",
    { by: "spf", result: null, clientName: "h.example" },
  ],
  [
    "smtpd",
    "NOQUEUE: reject: RCPT from h.example[192.0.2.66]: 554 5.7.1 <r@e.example>: Relay access denied; from=<a@b.example> to=<r@e.example> proto=ESMTP helo=<x.example>",
    {
      by: "mta",
      action: "reject",
      reply: { code: 554, enhancedStatus: "5.7.1", text: "<r@e.example>: Relay access denied" },
    },
  ],
  [
    "smtpd",
    "4XyzQ12abc: reject: RCPT from h.example[192.0.2.66]: 450 4.2.0 <r@d.example>: Recipient address rejected: Greylisted; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>",
    { by: "mta", action: "tempfail", queueId: "4XyzQ12abc" },
  ],
  [
    "postscreen",
    "NOQUEUE: reject: RCPT from [192.0.2.66]:34567: 550 5.7.1 Service unavailable; client [192.0.2.66] blocked using bl.example; from=<a@b.example>, to=<r@d.example>, proto=ESMTP, helo=<x>",
    {
      by: "mta",
      clientName: null,
      clientIp: "192.0.2.66",
      envelopeFrom: "a@b.example",
      recipient: "r@d.example",
      helo: "x",
    },
  ],
  [
    "smtpd",
    "NOQUEUE: reject: CONNECT from h.example[192.0.2.66]: 554 5.7.1 <h.example[192.0.2.66]>: Client host rejected: Access denied; proto=SMTP",
    { stage: "CONNECT", envelopeFrom: null },
  ],
  [
    "cleanup",
    "4XyzQ12abc: milter-reject: END-OF-MESSAGE from h.example[192.0.2.66]: 4.7.1 Try again later; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>",
    { by: "filter", stage: "EOM", action: "tempfail", recipient: null, envelopeFrom: "a@b.example" },
  ],
  [
    "smtpd",
    "NOQUEUE: milter-reject: MAIL from h.example[192.0.2.66]: 550 5.7.1 Please see http://www.openspf.org/Why?id=a%40b.example&ip=192.0.2.66&receiver=h; from=<a@b.example> proto=ESMTP helo=<x>",
    { by: "spf", stage: "MAIL", envelopeFrom: "a@b.example" },
  ],
  [
    "smtpd",
    "NOQUEUE: discard: RCPT from h.example[192.0.2.66]: <r@d.example>: Recipient address triggers DISCARD action; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>",
    { action: "discard", reply: null },
  ],
  [
    "cleanup",
    "4XyzQ12abc: reject: header Subject: x; from=<v@v.example>: 550 SPF fail from h.example[192.0.2.66]; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>: 5.7.1 message content rejected",
    {
      by: "mta",
      stage: "EOM",
      envelopeFrom: null,
      reply: { code: null, enhancedStatus: "5.7.1", text: "message content rejected" },
    },
  ],
])("%s: %s", (part, text, fact) =>
  expect(read(part, text)).toMatchObject({ fate: "matched", facts: [fact] }),
);

test.each([
  `NOQUEUE: reject: RCPT from h.example[192.0.2.66]: 550 5.7.1 <r@d.example>: Recipient address rejected: no; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x> ; from=<v@v.example> to=<r@d.example> proto=ESMTP helo=<y>`,
  `NOQUEUE: reject: RCPT from h.example[192.0.2.66]: 550 5.7.1 <"x; from=<v@v.example> to=<"@d.example>: Recipient address rejected: no; from=<a@b.example> to=<"x; from=<v@v.example> to=<"@d.example> proto=ESMTP helo=<x>`,
])("a client that imitates the fields is not believed: %s", (text) => {
  expect(read("smtpd", text).facts).toMatchObject([
    { clientIp: "192.0.2.66", envelopeFrom: null, helo: null },
  ]);
});

test.each([
  ["smtpd", "connect from h.example[192.0.2.66]"],
  ["smtpd", "disconnect from h.example[192.0.2.66] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4"],
  ["smtpd", "warning: hostname h.example does not resolve to address 192.0.2.66"],
  [
    "smtpd",
    "NOQUEUE: reject_warning: RCPT from h[192.0.2.66]: 550 5.7.1 no; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>",
  ],
  ["smtpd", "NOQUEUE: client=h.example[192.0.2.66]"],
  ["anvil", "statistics: max connection rate 1/60s for (smtp:192.0.2.66) at Nov 24 12:00:00"],
  ["qmgr", "4XyzQ12abc: removed"],
  ["qmgr", "4XyzQ12abc: from=<a@b.example>, status=expired, returned to sender"],
  ["pickup", "4XyzQ12abc: uid=0 from=<root>"],
  [
    "cleanup",
    "4XyzQ12abc: warning: header Received-SPF: fail (x) from h[192.0.2.66]; from=<a@b.example> to=<r@d.example> proto=ESMTP helo=<x>",
  ],
  ["bounce", "4XyzQ12abc: sender non-delivery notification: 4XyzQ12abd"],
  [
    "smtp",
    "4XyzQ12abc: to=<r@d.example>, relay=mx[1.2.3.4]:25, delay=1, delays=1/0/0/0, dsn=2.1.5, status=deliverable (250 ok)",
  ],
  ["master", "daemon started -- version 3.7.6, configuration /etc/postfix"],
])("%s tells nothing of a message's fate: %s", (part, text) =>
  expect(read(part, text)).toEqual({ fate: "ignored", facts: [] }),
);

test("what is not known is counted as unknown", () => {
  expect(read("smtpd", "4XyzQ12abc: something=else").fate).toBe("unknown");
});

const PIECES = [
  "4XyzQ12abc: ",
  "NOQUEUE: ",
  "reject: RCPT from h[1.2.3.4]: ",
  "reject: header ",
  "; from=<",
  " to=<",
  "to=<",
  "from=<",
  ">, size=1, nrcpt=1 (",
  ", relay=",
  ", delay=1",
  ", dsn=2.0.0",
  ", status=sent (",
  " helo=<",
  ">",
  '"',
  "\\",
  "(",
  ", reject=",
  "550 ",
  " ",
];

test("any text is read without a throw", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("smtpd", "cleanup", "qmgr", "smtp", "local", "anvil", ""),
      texts,
      (part, text) => void read(part, text),
    ),
    { numRuns: 500 },
  );
  for (const start of ["4XyzQ12abc: to=<", "4XyzQ12abc: from=<", "NOQUEUE: reject: RCPT from h[1.2.3.4]: "]) {
    for (const piece of PIECES) {
      const { facts } = read("smtpd", start + piece.repeat(65536 / piece.length));
      expect(facts.length).toBeLessThanOrEqual(1);
      for (const fact of facts) expect(fact.kind === "refusal" && fact.result).not.toBeTruthy();
    }
  }
});
