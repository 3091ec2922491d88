import fc from "fast-check";
import { expect, test } from "vitest";
import { TEMPLATES } from "./links.fixture";
import { type BounceReading, readBounce } from "./read-bounce";

/** Sender, address, HELO name, receiver of a reading, and where each was found. */
function told({ request, evidence }: BounceReading) {
  const from = (field: string) => evidence.find((one) => one.field === field)?.from ?? null;
  const { sender, ip, helo, receiver } = request;
  return {
    sender: [sender, from("sender")],
    ip: [ip, from("ip")],
    helo: [helo, from("helo")],
    receiver: [receiver, from("receiver")],
  };
}

const NONE = [null, null];
const IP = "192.0.2.66";
const SENDER = "ceo@fail.example";

test.each<[string, string, Partial<ReturnType<typeof told>>]>([
  [
    "spfmilter",
    "550 5.7.1 <ceo@fail.example>... Please see http://spf.pobox.com/why.html?sender=ceo%40fail.example&ip=192.0.2.66&receiver=spf.example.kr",
    { sender: [SENDER, "url"], ip: [IP, "url"], receiver: ["spf.example.kr", "url"] },
  ],
  [
    "spfmilter in sendmail's log",
    "Nov 24 12:07:04 spf sendmail[684]: 6AO374k7000684: Milter: to=<kisa@example.kr>, reject=550 5.7.1 Please see http://spf.pobox.com/why.html?sender=ceo%%40fail.example&ip=2001%%3adb8%%3a66%%3a%%3a66&receiver=spf.example.kr",
    { sender: [SENDER, "url"], ip: ["2001:db8:66::66", "url"] },
  ],
  [
    "a domain's own explanation",
    "550 5.7.1 100%%denied:%{i}%is%not%one%of%{d}%hosts,%see%http://www.exp.example/why.html?s=user%2btag%40exp.example",
    { sender: ["user+tag@exp.example", "url"], ip: NONE },
  ],
  [
    "the guide's own, folded",
    "550 5.7.1 test@kisarbl.or.kr...\n\nPlease see http://spf.pobox.com/why.html?sender=test@kisarbl.or.kr&ip=\n\n9.8.7.6&receiver=spf.kisa.or.kr (차단되었음을 확인할 수 있음)",
    { sender: ["test@kisarbl.or.kr", "url"], ip: ["9.8.7.6", "url"], receiver: ["spf.kisa.or.kr", "url"] },
  ],
  [
    "pyspf-milter",
    "550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=ceo@fail.example;ip=192.0.2.66;r=<UNKNOWN>",
    { sender: [SENDER, "url"], ip: [IP, "url"], receiver: NONE },
  ],
  [
    "policyd-spf by Postfix",
    "<kim@example.kr>: host mx.example.kr[198.51.100.9] said: 550 5.7.23\n    <kim@example.kr>: Recipient address rejected: Message rejected due to: SPF\n    fail - not authorized. Please see\n    http://www.openspf.net/Why?s=mfrom;id=ceo@fail.example;ip=192.0.2.66;r=kim@example.kr\n    (in reply to RCPT TO command)",
    { sender: [SENDER, "url"], ip: [IP, "url"], receiver: ["example.kr", "url"] },
  ],
  [
    "policyd-spf without its link",
    "550 5.7.23 <kim@example.kr>: Recipient address rejected: Message rejected due to: SPF fail - not authorized",
    { sender: NONE, ip: NONE },
  ],
  [
    "a link cut by a list",
    "Please see http://www.openspf.org/Why?s=mfrom;\r\n id=ceo@fail.example; ip=192.0.2.66; r=mx.example.kr",
    { sender: [SENDER, "url"], ip: [IP, "url"] },
  ],
  [
    "smf-spf",
    "550 5.7.23 Message was rejected during SPF policy evaluation. sender:ceo@fail.example client-ip:192.0.2.66",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "smf-spf, older",
    "550 5.7.23 Rejected, look at http://www.openspf.org/why.html?sender=ceo@fail.example&ip=192.0.2.66&receiver=h.example>",
    { sender: [SENDER, "url"], ip: [IP, "url"] },
  ],
  [
    "Exim",
    "550 SPF: 192.0.2.66 is not allowed to send mail from fail.example: Please see http://www.open-spf.org/Why : Reason: mechanism",
    { sender: ["fail.example", "reply"], ip: [IP, "reply"] },
  ],
  [
    "Exim with its links",
    "550 [SPF] 192.0.2.66 is not allowed to send mail from fail.example. Please see http://www.openspf.org/Why?scope=mfrom;identity=ceo@fail.example;ip=192.0.2.66",
    { sender: [SENDER, "url"], ip: [IP, "url"] },
  ],
  [
    "Exim's report",
    "  kim@example.kr\n    host mx.example.kr [198.51.100.9]\n    SMTP error from remote mail server after RCPT TO:<kim@example.kr>:\n    550 SPF: 192.0.2.66 is not allowed to send mail from ceo@fail.example",
    { sender: [SENDER, "reply"], ip: [IP, "reply"], receiver: ["mx.example.kr", "reply"] },
  ],
  [
    "Exim's log",
    "2021-05-04 13:37:00 H=mail.fail.example [192.0.2.66] F=<ceo@fail.example> rejected RCPT <kim@example.kr>: SPF: 192.0.2.66 is not allowed to send mail from fail.example",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "SPFBL",
    "554 5.7.1 SPFBL ceo@fail.example is not allowed to send mail from 192.0.2.66.",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "a hoster",
    "Remote host said: 550 5.1.0 192.0.2.66 is not allowed to send from <fail.example> per it's SPF Record. Please inspect your SPF settings, and try again.",
    { sender: ["fail.example", "reply"], ip: [IP, "reply"] },
  ],
  [
    "rspamd",
    "550 5.7.1 SPF fail: domain of ceo@fail.example does not designate 192.0.2.66 as permitted sender",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "Mail::SPF",
    "550 Please see http://www.openspf.org/Why?s=mfrom;id=ceo%40fail.example;ip=192.0.2.66;r=mx.example.kr",
    { sender: [SENDER, "url"], ip: [IP, "url"] },
  ],
  [
    "Gmail, 2023",
    "550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [fail.example] with ip:\n[2001:db8:66::66] =\n550-5.7.26 did not pass\n550 5.7.26  https://support.google.com/mail/answer/81126#authentication x - gsmtp",
    { sender: ["fail.example", "reply"], ip: ["2001:db8:66::66", "reply"] },
  ],
  [
    "Gmail by Postfix",
    "<kim@gmail.com>: host gmail-smtp-in.l.google.com[142.250.107.26] said:\n    550-5.7.26 This mail is unauthenticated, which poses a security risk to the\n    550-5.7.26 sender and Gmail users, and has been blocked. The sender must\n    550-5.7.26 authenticate with at least one of SPF or DKIM. For this message,\n    550-5.7.26 DKIM checks did not pass and SPF check for\n    [fail.example] 550-5.7.26 did not pass with ip: [192.0.2.66]. The\n    sender should visit 550-5.7.26\n    https://support.google.com/mail/answer/81126#authentication",
    {
      sender: ["fail.example", "reply"],
      ip: [IP, "reply"],
      receiver: ["gmail-smtp-in.l.google.com", "reply"],
    },
  ],
  [
    "Gmail, older",
    "550-5.7.26 This message does not pass authentication checks (SPF and DKIM both\n550-5.7.26 do not pass). SPF check for [fail.example] does not pass with ip:\n550-5.7.26 [192.0.2.66].To best protect our users from spam, the message has\n550 5.7.26 been blocked.",
    { sender: ["fail.example", "reply"], ip: [IP, "reply"] },
  ],
  [
    "Gmail's bulk rule",
    "550-5.7.27 Gmail requires bulk email senders to authenticate their email with SPF.\n550-5.7.27 Authentication results:\n550 5.7.27 SPF with [192.0.2.66] = did not pass",
    { ip: [IP, "reply"], sender: NONE },
  ],
  [
    "Gmail for a hard fail",
    "550-5.7.26 The MAIL FROM domain [fail.example] has an SPF record with a hard fail\n550-5.7.26 policy (-all) but it fails to pass SPF checks with the ip:\n550-5.7.26 [192.0.2.66]. To best protect our users from spam and phishing, the\n550-5.7.26 message has been blocked. For more information, go to\n550 5.7.26 https://support.google.com/mail/answer/81126#authentication x - gsmtp",
    { sender: ["fail.example", "reply"], ip: [IP, "reply"] },
  ],
  [
    "Gmail for a hard fail, folded elsewhere by Postfix",
    "<kim@gmail.com>: host gmail-smtp-in.l.google.com[142.250.107.26] said:\n    550-5.7.26 The MAIL FROM\n    550-5.7.26 domain [fail.example] has an SPF record with a hard fail policy\n    (-all) but it fails to pass SPF checks with the\n    550-5.7.26 ip: [2001:db8:66::66]. To best protect our users (in reply to end of DATA command)",
    {
      sender: ["fail.example", "reply"],
      ip: ["2001:db8:66::66", "reply"],
      receiver: ["gmail-smtp-in.l.google.com", "reply"],
    },
  ],
  [
    "Gmail in one line",
    "550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. 550-5.7.26 Authentication results: 550-5.7.26 DKIM = did not pass 550-5.7.26 SPF [fail.example] with ip: [192.0.2.66] = did not pass",
    { sender: ["fail.example", "reply"], ip: [IP, "reply"] },
  ],
  [
    "Outlook",
    "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1 SPF check failed for 192.0.2.66",
    { ip: [IP, "reply"], sender: NONE },
  ],
  [
    "a reply of its own words",
    "554 5.7.1 SPF 검사 실패: 보낸 사람 ceo@fail.example, 접속 IP 192.0.2.66",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  ["two addresses, neither of which is named", "550 SPF failure 192.0.2.66 198.51.100.7", { ip: NONE }],
  ["a Korean report", "반송 사유: 550 5.7.1 SPF 인증 실패\n발신 서버 IP : 192.0.2.66", { ip: [IP, "reply"] }],
  [
    "a Korean report that names its people",
    "메일이 반송되었습니다.\n보낸 사람: ceo@fail.example\n받는 사람: kim@example.kr\n오류: 550 SPF 인증에 실패",
    { sender: [SENDER, "reply"], ip: NONE },
  ],
  [
    "a Korean report with names, far from its error",
    `발신자 메일 주소 \uff1a "대표" <ceo@fail.example>\n수신자\uff1a김 <kim@example.kr>\n${"본문 ".repeat(200)}\n오류: 550 SPF 인증에 실패 (kim@example.kr)`,
    { sender: [SENDER, "reply"], ip: NONE },
  ],
  [
    "a Korean report that names the recipient alone",
    "받는 사람: <kim@example.kr>\n오류: 550 SPF 인증에 실패",
    { sender: NONE, ip: NONE },
  ],
  [
    "a mail system, as Outlook quotes it",
    "보낸 사람: Mail Delivery System <MAILER-DAEMON@h.example>\n받는 사람: 대표\n\n550 SPF: 192.0.2.66 is not allowed to send mail from ceo@fail.example",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "a mail system alone, as Outlook quotes it",
    "보낸 사람:  MAILER-DAEMON@h.example\n오류: 550 SPF 인증에 실패",
    { sender: NONE, ip: NONE },
  ],
  [
    "Postfix's log",
    "postfix/smtpd[1]: NOQUEUE: reject: RCPT from dyn.example[192.0.2.66]: 550 5.7.23 <kim@example.kr>: Recipient address rejected: SPF fail; from=<ceo@fail.example> to=<kim@example.kr> proto=ESMTP helo=<dyn.example>",
    { sender: [SENDER, "reply"], ip: [IP, "reply"], helo: ["dyn.example", "reply"] },
  ],
  [
    "a header",
    "Received-SPF: fail (mx.example.kr: domain of ceo@fail.example does not designate 192.0.2.66 as permitted sender)\n\tclient-ip=192.0.2.66; helo=dyn.example; envelope-from=ceo@fail.example; receiver=mx.example.kr;",
    {
      sender: [SENDER, "header"],
      ip: [IP, "header"],
      helo: ["dyn.example", "header"],
      receiver: ["mx.example.kr", "header"],
    },
  ],
  [
    "HTML",
    '<p>550 5.7.1 Please see <a href="http://www.openspf.org/Why?id=ceo%40fail.example&amp;ip=192.0.2.66&amp;receiver=mx.example.kr">this page</a></p>',
    { sender: [SENDER, "url"], ip: [IP, "url"] },
  ],
  [
    "escaped text",
    "&lt;kim@example.kr&gt;: host mx.example.kr[198.51.100.9] said: 550 SPF: 192.0.2.66 is not allowed to send mail from ceo@fail.example",
    { sender: [SENDER, "reply"], ip: [IP, "reply"], receiver: ["mx.example.kr", "reply"] },
  ],
  [
    "a link with macros, mended by the reply",
    "550 SPF: 192.0.2.66 is not allowed to send mail from ceo@fail.example: see http://www.openspf.org/Why?id=%{S}&ip=%{C}&receiver=%{R}",
    { sender: [SENDER, "reply"], ip: [IP, "reply"] },
  ],
  [
    "spfmilter's header in sendmail's log",
    "Nov 24 12:06:16 spf sendmail[454]: 6AO36FOM000454: Milter (spfmilter) insert (0): header: Received-SPF: fail (spf.example.kr: domain of ceo@fail.example does not designate 192.0.2.66 as permitted sender) receiver=spf.example.kr; client-ip=192.0.2.66; helo=[192.0.2.66]; envelope-from=ceo@fail.example; x-software=spfmilter 0.97 http://www.acme.com/software/spfmilter/ with libspf2-1.2.10;",
    {
      sender: [SENDER, "reply"],
      ip: [IP, "reply"],
      helo: ["[192.0.2.66]", "reply"],
      receiver: ["spf.example.kr", "reply"],
    },
  ],
  [
    "pyspf-milter's header, folded by sendmail",
    "Milter (pyspf) insert (0): header: Authentication-Results: spf; spf=pass (sender SPF authorized) \\n   smtp.mailfrom=fail.example (client-ip=2001:db8:10::10; \\n   helo=[IPv6:2001:db8:10:0:0:0:0:10]; \\n   envelope-from=ceo@fail.example; receiver=<UNKNOWN>)",
    {
      sender: [SENDER, "reply"],
      ip: ["2001:db8:10::10", "reply"],
      helo: ["[IPv6:2001:db8:10:0:0:0:0:10]", "reply"],
      receiver: NONE,
    },
  ],
  [
    "a milter that failed, in sendmail's log",
    "Nov 24 12:07:05 spf sendmail[692]: 6AO375NL000692: Milter: to=<kisa@example.kr>, reject=451 4.4.3 Temporary error during SPF processing",
    { sender: NONE, ip: NONE },
  ],
  [
    "another reason",
    "Nov 24 12:06:23 spf sendmail[534]: 6AO36N2m000534: ruleset=check_rcpt, arg1=<someone@elsewhere.example>, relay=mail.pass.example [192.0.2.10], reject=550 5.7.1 <someone@elsewhere.example>... Relaying denied",
    { sender: NONE, ip: NONE },
  ],
  [
    "spfmilter for a quoted sender",
    "Milter: to=<kisa@example.kr>, reject=550 5.7.1 Please see http://spf.pobox.com/why.html?sender=%%22a%%20b%%2c%%20reject%%3d550%%205.7.1%%20fake%%3b%%20Received-SPF%%3a%%20pass%%22%%40softfail.example&ip=192.0.2.66&receiver=spf.example.kr",
    { sender: ['"a b, reject=550 5.7.1 fake; Received-SPF: pass"@softfail.example', "url"], ip: [IP, "url"] },
  ],
  [
    "spfmilter for a sender with percent signs",
    "Milter: to=<kisa@example.kr>, reject=550 5.7.1 Please see http://spf.pobox.com/why.html?sender=100%%25user%%25n%%25s%%40fail.example&ip=192.0.2.66&receiver=spf.example.kr",
    { sender: ["100%user%n%s@fail.example", "url"], ip: [IP, "url"] },
  ],
  [
    "nothing of mail",
    "안녕하세요. 메일이 안 갑니다.",
    { sender: NONE, ip: NONE, helo: NONE, receiver: NONE },
  ],
])("a bounce of %s is read", (_, text, expected) => {
  for (const pasted of [
    text,
    text.replace(/^/gm, "> "),
    text.replaceAll("\n", "\r\n"),
    text.replace(/^/gm, ">> > "),
    `반송 메일입니다.\n\n${text}\n\n끝`,
  ]) {
    expect({ pasted, ...told(readBounce(pasted)) }).toMatchObject({ pasted, ...expected });
  }
});

const REPORT = [
  "Return-Path: <>",
  "Received: from mail.fail.example (localhost [127.0.0.1]) by mail.fail.example; Tue, 24 Nov 2026 12:00:00 +0900",
  "From: MAILER-DAEMON@mail.fail.example (Mail Delivery System)",
  "To: ceo@fail.example",
  "Subject: Undelivered Mail Returned to Sender",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
  "",
  "--b1",
  "Content-Type: text/plain; charset=us-ascii",
  "",
  "This is the mail system at host mail.fail.example.",
  "",
  "--b1",
  "Content-Type: message/delivery-status",
  "",
  "Reporting-MTA: dns; mail.fail.example",
  "X-Postfix-Sender: rfc822; ceo@fail.example",
  "",
  "Final-Recipient: rfc822; kim@example.kr",
  "Action: failed",
  "Status: 5.7.23",
  "Remote-MTA: dns; mx.example.kr",
  "Diagnostic-Code: smtp; 550 5.7.23 Message was rejected during SPF policy",
  "    evaluation. sender:ceo@fail.example client-ip:192.0.2.66",
  "",
  "--b1",
  "Content-Type: message/rfc822",
  "",
  "Return-Path: <ceo@fail.example>",
  "Received: from desktop (unknown [203.0.113.50])",
  "\tby mail.fail.example (Postfix) with ESMTPSA id 4X; Tue, 24 Nov 2026 11:59:59 +0900",
  "From: ceo@fail.example",
  "To: kim@example.kr",
  "Subject: hello",
  "",
  "The IP 203.0.113.51 is mine.",
  "--b1--",
].join("\n");

test("a whole report is read, and the sender's own computer is not taken for the client", () => {
  const reading = readBounce(REPORT);
  expect(told(reading)).toMatchObject({
    sender: [SENDER, "reply"],
    ip: [IP, "reply"],
    helo: ["mail.fail.example", "header"],
    receiver: ["mx.example.kr", "header"],
  });
  expect(reading.url).toBeNull();
  expect(reading.evidence).toContainEqual({ field: "receiver", line: 22, from: "header" });
  const withoutReply = readBounce(
    REPORT.replace(/Diagnostic-Code.*\n.*66\n/, "Diagnostic-Code: smtp; 550 5.7.23 SPF\n"),
  );
  expect(told(withoutReply)).toMatchObject({ sender: [SENDER, "header"], ip: NONE });
});

test("a host that took the message before it refused it tells who brought it", () => {
  const text = [
    "Reporting-MTA: dns; mx.example.kr",
    "Diagnostic-Code: smtp; 550 5.7.1 SPF",
    "",
    "Return-Path: <ceo@fail.example>",
    "Received: from dyn.example (dyn-66.isp.example [192.0.2.66])",
    "\tby mx.example.kr (Postfix) with ESMTP id 4X",
    "Received: from desktop (unknown [203.0.113.50])",
    "\tby dyn.example (Postfix) with ESMTP id 4Y",
  ].join("\n");
  expect(told(readBounce(text))).toEqual({
    sender: [SENDER, "header"],
    ip: [IP, "received"],
    helo: ["dyn.example", "received"],
    receiver: ["mx.example.kr", "header"],
  });
});

const REPLY = `550 5.7.1 반송: Please see http://www.openspf.org/Why?s=mfrom;id=ceo%40fail.example;ip=192.0.2.66;r=mx.example.kr\n`;

test.each([
  ["base64", "utf-8", Buffer.from(REPLY).toString("base64").replace(/.{60}/g, "$&\n")],
  [
    "base64",
    "euc-kr",
    Buffer.from([0xb9, 0xdd, 0xbc, 0xdb, ...Buffer.from(REPLY.slice(12))])
      .toString("base64")
      .replace(/.{60}/g, "$&\n"),
  ],
  [
    "quoted-printable",
    "utf-8",
    REPLY.replaceAll("=", "=3D").replace("id", "i=\nd").replace("반송", "=EB=B0=98=EC=86=A1"),
  ],
  ["8bit", "utf-8", REPLY],
])("a part in %s and %s is read", (encoding, charset, body) => {
  const text = `--b\nContent-Type: text/plain; charset="${charset}"\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\nend`;
  const reading = readBounce(text);
  expect(reading.request).toMatchObject({ sender: SENDER, ip: IP, receiver: "mx.example.kr", problems: [] });
  expect(reading.evidence.map(({ from, line }) => [from, line])).toEqual([
    ["url", 5],
    ["url", 5],
    ["url", 5],
  ]);
});

test("text in the wrong character set is read", () => {
  const mojibake = `¹Ý¼Û ¸ÞÀÏ\ufffd\ufffd: ${REPLY}`;
  expect(readBounce(mojibake).request).toMatchObject({ sender: SENDER, ip: IP });
});

test.each(TEMPLATES.filter(({ name }) => !/alone$/.test(name)))(
  "the link of $name is found in the middle of a bounce",
  (template) => {
    const link = template.write({ sender: "ceo+x@fail.example", ip: IP, receiver: "mx.example.kr" });
    for (const [before, after] of [
      ["550 5.7.1 Please see ", ""],
      ["(see ", ")."],
      ["<", ">"],
      ["사유: ", "\n감사합니다."],
      ['<a href="', '">link</a>'],
    ]) {
      const { request, evidence } = readBounce(`hello\n${before}${link}${after}\nbye`);
      expect({ before, sender: request.sender, ip: request.ip }).toEqual({
        before,
        sender: "ceo+x@fail.example",
        ip: IP,
      });
      expect(evidence[0]).toMatchObject({ line: 2, from: "url" });
    }
  },
);

test("a link counts before the words around it, and what it lacks is taken from them", () => {
  const text =
    "Received-SPF: fail client-ip=198.51.100.1; envelope-from=x@y.example; helo=dyn.example\n550 see http://www.openspf.org/Why?id=ceo%40fail.example&ip=192.0.2.66";
  expect(told(readBounce(text))).toEqual({
    sender: [SENDER, "url"],
    ip: [IP, "url"],
    helo: ["dyn.example", "header"],
    receiver: NONE,
  });
});

test.each([
  "https://support.google.com/mail/answer/81126#authentication",
  "https://example.com/why-us?id=5",
  "http://example.com/?id=5&ip=no",
  "https://example.com/why",
])("%s is no link to a why page", (url) => {
  expect(readBounce(`see ${url}`).url).toBeNull();
});

test("a link that only names the scope is given, and what is missing is said", () => {
  const { url, request } = readBounce("see http://www.openspf.org/Why?s=mfrom;");
  expect(url).toBe("http://www.openspf.org/Why?s=mfrom;");
  expect(request.problems.map(({ field, kind }) => [field, kind])).toContainEqual(["ip", "missing"]);
});

const bounceLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\r\n",
        " ",
        "\t",
        "> ",
        "<",
        ">",
        '"',
        "--b\n",
        "550 5.7.1 ",
        "550-",
        "=\n",
        "=3D",
        "&lt;",
        "SPF ",
      ),
      fc.constantFrom(
        "Received: from a (b [192.0.2.1]) by c.example\n",
        "Content-Transfer-Encoding: base64\n\n",
        "Content-Transfer-Encoding: quoted-printable\n\n",
        "QUJD\n",
        "Received-SPF: ",
        "client-ip=",
        "Remote-MTA: dns; ",
        "Content-Type: text/plain; charset=euc-kr\n",
      ),
      fc.constantFrom(
        "http://www.openspf.org/Why?",
        "id=a@b.example",
        ";ip=",
        "192.0.2.1",
        " is not allowed to send mail from ",
        "a@b.example",
        "host h.example[192.0.2.1] said: ",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));

test("any text is read, and what is found has its place", () => {
  fc.assert(
    fc.property(bounceLike, (text) => {
      const { request, evidence } = readBounce(text);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { field, line } of evidence) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        if (request.identity === "mailfrom") expect(request[field]).not.toBeNull();
      }
      expect(JSON.stringify(request).length).toBeLessThan(20_000);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  "http://",
  "http://www.openspf.org/Why?id=",
  "SPF ",
  "a@",
  "<a ",
  "> ",
  "=",
  "is not allowed to send ",
  "host a ",
  "\nReceived: from ",
  "(",
  "[",
  "&#",
  "&amp;",
  '"',
  "QUJD\n",
  "--\n",
  " \n",
  "Content-Transfer-Encoding: base64\n\n",
  "::",
  "1.1.",
  "550-",
  "from=<",
  "\n\t",
  "x: y\n z\n",
  "\\",
  "?;&",
  "보낸 사람: ",
  "발신자 메일 주소",
  "MAIL FROM domain [",
])("half a megabyte of %j is read", (unit) => {
  const text = unit.repeat(Math.ceil(524_288 / unit.length));
  expect(readBounce(text).evidence.length).toBeLessThanOrEqual(4);
  expect(
    readBounce(`Content-Transfer-Encoding: quoted-printable\n\n${text}`).evidence.length,
  ).toBeLessThanOrEqual(4);
});

test("a report without the sender was sent to him", () => {
  const text =
    "Received: from a by b\nFrom: Mail Delivery System <MAILER-DAEMON@h.example>\nTo: <ceo@fail.example>\n\n550 SPF: 192.0.2.66 is not allowed to send mail from fail.example";
  expect(told(readBounce(text)).sender).toEqual([SENDER, "header"]);
  expect(told(readBounce(text.replace("fail.example>", "other.example>"))).sender).toEqual([
    "fail.example",
    "reply",
  ]);
  expect(told(readBounce(text.replace(/From: .*\n/, "").replace(/550 .*/, "SPF"))).sender).toEqual(NONE);
});

test("a HELO name that was refused is what is asked about", () => {
  const header =
    "Received-SPF: Fail (helo) identity=helo; client-ip=192.0.2.66; helo=dyn.example; envelope-from=ceo@fail.example; receiver=<UNKNOWN>";
  const { request, evidence } = readBounce(header);
  expect(request).toMatchObject({
    identity: "helo",
    sender: null,
    helo: "dyn.example",
    ip: IP,
    domain: "dyn.example",
    problems: [],
  });
  expect(evidence.map(({ field }) => field)).toEqual(["ip", "helo"]);
  const link =
    "550 SPF fail. Please see http://www.openspf.net/Why?s=helo;id=dyn.example;ip=192.0.2.66;r=<UNKNOWN>";
  expect(readBounce(`${link}\nTo: <ceo@fail.example>`).request).toMatchObject({
    identity: "helo",
    sender: null,
    helo: "dyn.example",
    ip: IP,
  });
});

test("a part that is encoded ends where its part does", () => {
  const part = (encoding: string, body: string) =>
    `--b\nContent-Type: text/plain\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
  const text = `${part("base64", Buffer.from("hello\nSPF").toString("base64"))}${part("7bit", "QUJD\n=41")}${part("quoted-printable", "=53PF: 192.0.2.66 is=\n not allowed to send mail from ceo=40fail.example")}--b--`;
  const { request, evidence } = readBounce(text);
  expect(request).toMatchObject({ sender: SENDER, ip: IP });
  expect(evidence.map(({ line }) => line)).toEqual([16, 16]);
});
