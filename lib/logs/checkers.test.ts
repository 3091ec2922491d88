import { expect, test } from "vitest";
import { checkerGrammar } from "./checkers";
import type { Fact } from "./fact";
import { isIgnoredProgram } from "./ignored-programs";

/** Fate and facts of a line, less what only tells which filters are at work. */
function read(program: string, text: string) {
  const facts: Fact[] = [];
  const fate = checkerGrammar(program)!(text, (fact) => facts.push(fact));
  return { fate, facts: facts.filter(({ kind }) => kind !== "filterSeen"), seen: facts };
}

const SAID = { kind: "verdict", source: "log", queueId: null };

test.each([
  [
    "smf-spf",
    "SPF fail: ip=192.0.2.66, fqdn=[192.0.2.66], helo=dyn-66.isp.example, from=<ceo@fail.example>",
    { result: "fail", clientIp: "192.0.2.66", helo: "dyn-66.isp.example", envelopeFrom: "ceo@fail.example" },
  ],
  [
    "smf-spf",
    "SPF SoftFail (cached): ip=2001:db8::0:1, fqdn=h.example, helo=h.example, from=<a@b.example>",
    { result: "softfail", clientIp: "2001:db8::1", identity: "mailfrom", checker: "smf-spf" },
  ],
  [
    "smf-spf",
    'SPF pass: ip=192.0.2.1, fqdn=h, helo=h, from=<"x>, from=<v@v.example"@b.example>',
    { result: "pass", envelopeFrom: '"x>, from=<v@v.example"@b.example' },
  ],
  [
    "pyspf-milter",
    "prepend Authentication-Results: spf; spf=softfail (domain owner discourages use of this host) smtp.mailfrom=softfail.example (client-ip=192.0.2.66; helo=[192.0.2.66]; envelope-from=webmaster@softfail.example; receiver=<UNKNOWN>)",
    {
      result: "softfail",
      clientIp: "192.0.2.66",
      helo: null,
      envelopeFrom: "webmaster@softfail.example",
      checker: "pyspf-milter",
    },
  ],
  [
    "pyspf-milter",
    "prepend Authentication-Results: spf; spf=permerror (SPF Permanent Error: Invalid IP4 address: ip4:x);spf=pass) smtp.mailfrom=permerr.example (client-ip=192.0.2.66; helo=h; envelope-from=user@permerr.example; receiver=<UNKNOWN>)",
    { result: "permerror" },
  ],
  [
    "policyd-spf",
    "prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; client-ip=192.0.2.66; helo=h.example; envelope-from=a@b.example; receiver=<UNKNOWN> ",
    {
      result: "softfail",
      identity: "mailfrom",
      clientIp: "192.0.2.66",
      envelopeFrom: "a@b.example",
      checker: "policyd-spf",
    },
  ],
  [
    "policyd-spf",
    "None; identity=mailfrom; client-ip=192.0.2.66; helo=h.example; envelope-from=a@b.example; receiver=r@d.example",
    { result: "none", clientIp: "192.0.2.66" },
  ],
  [
    "postfix/policy-spf",
    ": Policy action=PREPEND Received-SPF: softfail (b.example: Sender is not authorized by default to use 'a@b.example' in 'mfrom' identity (mechanism '~all' matched)) receiver=h; identity=mailfrom; envelope-from=\"a@b.example\"; helo=x.example; client-ip=192.0.2.66",
    { result: "softfail", clientIp: "192.0.2.66", envelopeFrom: "a@b.example", checker: "policyd-spf-perl" },
  ],
  [
    "postfix/policy-spf",
    "SPF fail (Mechanism '-all' matched): Envelope-from: a@b.example, IP Address: 192.0.2.66, Recipient: r@d.example",
    { result: "fail", clientIp: "192.0.2.66", envelopeFrom: "a@b.example" },
  ],
])("%s says: %s", (program, text, verdict) => {
  const { fate, facts } = read(program, text);
  expect(fate).toBe("matched");
  expect(facts).toEqual([expect.objectContaining({ ...SAID, ...verdict })]);
});

test.each([
  [
    "opendmarc",
    "6AO3CFgS002078: SPF(mailfrom): pass.example pass",
    { result: "pass", queueId: "6AO3CFgS002078", envelopeFrom: "pass.example" },
  ],
  [
    "opendmarc",
    "6AO3CFgS002078: SPF(mailfrom): softfail.example fail",
    { result: "fail", checker: "opendmarc" },
  ],
  [
    "opendmarc",
    "6AO3CFgS002078: SPF(helo): h.example none",
    { result: "none", identity: "helo", helo: "h.example" },
  ],
  [
    "milter-greylist",
    "o6L8SoeM005447: Sender IP 192.0.2.1 and address <a@b.example> are SPF-compliant, bypassing greylist",
    { result: "pass", clientIp: "192.0.2.1", envelopeFrom: "a@b.example", queueId: "o6L8SoeM005447" },
  ],
  [
    "rspamd",
    "<a1b2c3>; proxy; rspamd_task_write_log: id: <m@b.example>, qid: <4XyzQ12abc>, ip: 192.0.2.66, from: <a@b.example>, (default: F (no action): [3.20/15.00] [R_SPF_SOFTFAIL(0.00){~all:c;},R_DKIM_NA(0.00){}]), len: 100, time: 1.0ms, rcpts: <r@d.example>",
    { result: "softfail", clientIp: "192.0.2.66", envelopeFrom: "a@b.example", queueId: "4XyzQ12abc" },
  ],
  [
    "rspamd",
    "<a>; task; rspamd_task_write_log: id: <undef>, qid: <6AO3CFgS002078>, ip: 2001:db8::0:1, user: joe, from: <>, (default: T (reject): [20/15.00] [MID(1){x},R_SPF_NA(0.00){no SPF record;}]), len: 1",
    { result: "none", identity: "helo", clientIp: "2001:db8::1", envelopeFrom: "" },
  ],
])("%s says of a message: %s", (program, text, verdict) => {
  const { facts, seen } = read(program, text);
  expect(facts).toEqual([expect.objectContaining({ kind: "verdict", source: "log", ...verdict })]);
  expect(seen.every((fact) => fact.kind !== "filterSeen" || !fact.spf)).toBe(true);
});

test.each([
  ["spfmilter", "spfmilter 0.97 starting"],
  ["spfmilter", "warning: started as root but no --user flag specified"],
  ["spfmilter", "spfmilter 0.97 terminating"],
  ["smf-spf", "SPF skip : empty sender, ip=192.0.2.1, fqdn=h, helo=h"],
  ["smf-spf", "SPF (invalid): ip=192.0.2.1, fqdn=h, helo=h, from=<a@b.example>"],
  ["pyspf-milter", "pyspf-milter started:2064 user:root"],
  ["pyspf-milter", "connect from mail.pass.example at ('192.0.2.10', 49787) EXTERNAL"],
  ["pyspf-milter", "Traceback (most recent call last):"],
  [
    "pyspf-milter",
    '  File "/usr/lib/python3/dist-packages/Milter/__init__.py", line 363, in envfrom_bytes#012    return self.envfrom(s[0],*s[1:])',
  ],
  ["pyspf-milter", "ValueError: '%' must be doubled: Message rejected due to: SPF fail - not authorized"],
  [
    "policyd-spf",
    "550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=a@b.example;ip=192.0.2.66;r=<UNKNOWN>",
  ],
  [
    "policyd-spf",
    "prepend X-Comment: SPF check N/A for local connections - client-ip=127.0.0.1; helo=localhost; envelope-from=<UNKNOWN>; receiver=<UNKNOWN>",
  ],
  [
    "policyd-spf",
    "Pass; identity=helo; client-ip=192.0.2.66; helo=h.example; envelope-from=a@b.example; receiver=r@d.example",
  ],
  [
    "postfix/policy-spf",
    ": Policy action=550 Please see http://www.openspf.net/Why?s=mfrom;id=a%40b.example;ip=192.0.2.66;r=h",
  ],
  ["postfix/policy-spf", "Policy action=DUNNO"],
  [
    "postfix/policy-spf",
    "SPF pass (Mechanism 'ip4:192.0.2.0/24' matched): Envelope-from: a@b.example, IP Address: 192.0.2.66, Recipient: r@d.example",
  ],
  ["opendmarc", "6AO3CFgS002078: pass.example pass"],
  [
    "milter-greylist",
    "o6L8SoeM005447: addr h.example[192.0.2.1] from <a@b.example> to <r@d.example> accepted",
  ],
  [
    "rspamd",
    "<a>; task; rspamd_task_write_log: id: <x>, qid: <AAAAAAAA>, ip: 6.6.6.6, from: <v@v.example>, (default: F (no action): [0/15] [R_SPF_ALLOW(0){}]), qid: <4XyzQ12abc>, ip: 192.0.2.66, from: <a@b.example>, (default: F (no action): [0/15] [R_SPF_FAIL(0){}])",
  ],
  [
    "rspamd",
    "<a>; task; rspamd_task_write_log: id: <x>, qid: <4XyzQ12abc>, ip: 192.0.2.66, from: <a@b.example>, (default: F (no action): [0/15] [X(0){a},R_SPF_ALLOW(0){}},R_SPF_FAIL(0){}])",
  ],
])("%s says nothing of SPF that would be sure: %s", (program, text) => {
  const { fate, facts } = read(program, text);
  expect(facts).toEqual([]);
  expect(fate).toBe("ignored");
});

test.each([
  ["policyd-spf", ": ", null],
  ["policyd-spf", "67A7541757: ", "67A7541757"],
  ["policyd-spf", "4XyzQ12Hbcz: ", "4XyzQ12Hbcz"],
  ["pyspf-milter", "6AO3CFgS002078: ", "6AO3CFgS002078"],
])("%s may write %j before its text", (program, prefix, queueId) => {
  const { fate, facts } = read(
    program,
    `${prefix}prepend Authentication-Results: h.example; spf=pass (sender SPF authorized) smtp.mailfrom=b.example (client-ip=192.0.2.10; helo=h.example; envelope-from=a@b.example; receiver=d.example)`,
  );
  expect(fate).toBe("matched");
  expect(facts).toEqual([
    expect.objectContaining({
      kind: "verdict",
      queueId,
      result: "pass",
      clientIp: "192.0.2.10",
      checker: program,
    }),
  ]);
});

test("policyd-spf-perl writes a queue id once there is one", () => {
  const line =
    "67A7541757: SPF fail (Mechanism '-all' matched): Envelope-from: a@b.example, IP Address: 192.0.2.66, Recipient: r@d.example";
  expect(read("postfix/policy-spf", line).facts).toMatchObject([{ queueId: "67A7541757", result: "fail" }]);
  expect(read("postfix/policy-spf", "67A7541757: Policy action=DUNNO").fate).toBe("ignored");
});

test.each([
  ["policyd-spf", ": 550 5.7.23 Message rejected due to: SPF fail - not authorized"],
  ["pyspf-milter", "ValueError: prepend Received-SPF: pass (x) client-ip=192.0.2.66;"],
  ["policyd-spf", "ABCDEF: ABCDEF: prepend Received-SPF: pass (x) client-ip=192.0.2.66;"],
])("%s states no verdict after any other beginning: %s", (program, text) =>
  expect(read(program, text).facts).toEqual([]),
);

test.each([
  "o6L8SoeM005447: addr 192.0.2.1 from <a@b.example> to <r@d.example> delayed for 00:05:00",
  "o6L8SoeM005447: skipping greylist because address 192.0.2.1 is whitelisted",
  "reloading /etc/mail/greylist.conf",
])("milter-greylist is seen as another filter: %s", (text) =>
  expect(read("milter-greylist", text).seen).toContainEqual({
    kind: "filterSeen",
    filter: "milter-greylist",
    spf: false,
  }),
);

test("an old milter-greylist gives the client's address alone", () => {
  const line = "o6L8SoeM005447: addr 192.0.2.1 from <a@b.example> to <r@d.example> delayed for 00:05:00";
  expect(read("milter-greylist", line).facts).toMatchObject([
    { kind: "refusal", by: "other", clientIp: "192.0.2.1", clientName: null, recipient: "r@d.example" },
  ]);
});

test("refusals of pyspf-milter are left to the mail server's own line", () => {
  const { fate, facts, seen } = read(
    "pyspf-milter",
    "5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=ceo@fail.example;ip=192.0.2.66;r=<UNKNOWN>",
  );
  expect([fate, facts]).toEqual(["matched", []]);
  expect(seen).toEqual([{ kind: "filterSeen", filter: "pyspf-milter", spf: true }]);
});

test("spfmilter is seen at work when it starts", () => {
  expect(read("spfmilter", "spfmilter 0.93 starting").seen).toEqual([
    { kind: "filterSeen", filter: "spfmilter", spf: true },
  ]);
});

test("milter-greylist makes a recipient wait", () => {
  const { facts } = read(
    "milter-greylist",
    "o6L8SoeM005447: addr h.example[192.0.2.1] from <a@b.example> to <r@d.example> delayed for 00:05:00 (ACL 70)",
  );
  expect(facts).toEqual([
    expect.objectContaining({
      kind: "refusal",
      queueId: "o6L8SoeM005447",
      action: "tempfail",
      by: "other",
      stage: "RCPT",
      recipient: "r@d.example",
      envelopeFrom: "a@b.example",
      clientIp: "192.0.2.1",
      clientName: "h.example",
    }),
  ]);
});

test.each([
  "dovecot",
  "CRON",
  "(systemd)",
  "kernel",
  "amavis",
  "mailgraph",
  "sshd",
  "spamd",
  "dovecot/imap",
  "fail2ban.actions",
])("%s is known to say nothing", (program) =>
  expect([isIgnoredProgram(program), checkerGrammar(program)]).toEqual([true, null]),
);

test.each(["", "exim", "spfmilter", "()", "constructor"])("%j is not", (program) =>
  expect(isIgnoredProgram(program)).toBe(false),
);
test.each(["", "exim", "constructor", "a/"])("%j has no grammar", (program) =>
  expect(checkerGrammar(program)).toBeNull(),
);
