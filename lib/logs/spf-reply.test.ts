import fc from "fast-check";
import { expect, test } from "vitest";
import { readSpfReply } from "./spf-reply";

const POBOX = "http://spf.pobox.com/why.html?sender=ceo%40fail.example&ip=192.0.2.66&receiver=spf.example.kr";
const NET = "http://www.openspf.net/Why?s=mfrom;id=ceo@fail.example;ip=192.0.2.66;r=<UNKNOWN>";

test.each([
  [
    "550 5.7.1 Please see http://spf.pobox.com/why.html?sender=ceo%%40fail.example&ip=192.0.2.66&receiver=spf.example.kr",
    null,
    null,
    POBOX,
  ],
  [`550 5.7.1 <ceo@fail.example>... Please see ${POBOX}`, null, null, POBOX],
  [
    "550 5.7.1 Please see http://www.openspf.org/Why?id=a%%40b.example&ip=192.0.2.66&receiver=h : Reason: mechanism",
    null,
    null,
    "http://www.openspf.org/Why?id=a%40b.example&ip=192.0.2.66&receiver=h",
  ],
  [
    "550 5.7.1 100%%%%denied:%%{i}%%is%%not%%one%%of%%{d}%%hosts,%%see%%http://www.exp.example/why.html?s=user%%2btag%%40exp.example",
    null,
    null,
    "http://www.exp.example/why.html?s=user%2btag%40exp.example",
  ],
  [
    `550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see ${NET}`,
    "fail",
    "pyspf-milter",
    NET,
  ],
  [
    `5.7.23 Message rejected due to: SPF fail - not authorized. Please see ${NET}`,
    "fail",
    "pyspf-milter",
    NET,
  ],
  [
    `550 5.7.1 Message rejected due to: SPF fail - not authorized. Please see ${NET}`,
    "fail",
    "pyspf-milter",
    NET,
  ],
  [
    `550 5.7.23 <r@d.example>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see ${NET}`,
    "fail",
    "pyspf-milter",
    NET,
  ],
  [
    `450 4.7.24 Message deferred due to: SPF Temporary Error: DNS timeout. Please see ${NET}`,
    "temperror",
    "pyspf-milter",
    NET,
  ],
  [
    "550 5.7.24 Message rejected due to: SPF Permanent Error: Void lookup limit of 2 exceeded",
    "permerror",
    "pyspf-milter",
    null,
  ],
  ["550 5.5.2 SPF Permanent Error: too many lookups", "permerror", null, null],
  ["451 4.4.3 Temporary error during SPF processing", "temperror", null, null],
  ["550 5.7.1 SPF MAIL FROM check failed: The domain b.example explains: no", "fail", null, null],
  [
    "550 5.7.23 Message was rejected during SPF policy evaluation. sender:a@b.example client-ip:192.0.2.66",
    null,
    "smf-spf",
    null,
  ],
  [
    "550 5.7.23 Rejected, look at http://www.openspf.org/why.html?sender=a@b.example&ip=1.2.3.4&receiver=h>",
    null,
    null,
    "http://www.openspf.org/why.html?sender=a@b.example&ip=1.2.3.4&receiver=h",
  ],
  ["451 4.4.3 Found a problem processing SFP for a@b.example. Error: (no reason)", null, "smf-spf", null],
  ["451 4.3.0 pymilter: untrapped exception in pyspf-filter", null, "pyspf-milter", null],
  ["550 5.7.23 no", null, null, null],
  [
    "550 5.7.1 See http://www.b.example/why/id=a@b.example;ip=1.2.3.4;r=h",
    null,
    null,
    "http://www.b.example/why/id=a@b.example;ip=1.2.3.4;r=h",
  ],
  [
    "550 5.7.1 SPF fail: see openspf.org/why.html?sender=a@b.example&ip=1.2.3.4.",
    null,
    null,
    "http://openspf.org/why.html?sender=a@b.example&ip=1.2.3.4",
  ],
])("%s", (text, result, checker, senderUrl) =>
  expect(readSpfReply(text)).toEqual({ result, checker, senderUrl }),
);

test.each([
  "550 5.7.1 Command rejected",
  "451 4.7.1 Greylisting in action, please come back in 00:05:00",
  "550 5.7.1 <a@b.example>... Relaying denied",
  "550 5.1.1 <r@d.example>: Recipient address rejected: User unknown in local recipient table",
  '550 5.1.1 <"http://x/why.html?s=1 SPF fail - not authorized"@d.example>: Recipient address rejected: User unknown',
  '550 5.7.1 <"SPF Temporary Error"@b.example>... Relaying denied',
  "550 5.7.1 rejected, see http://support.example/policy?id=7",
  "554 5.7.1 Service unavailable; Client host [1.2.3.4] blocked, see https://check.example/why-blocked",
  "550 5.7.1 rejected by DMARC policy for b.example",
  "",
  "5",
])("%j is no SPF checker's", (text) => expect(readSpfReply(text)).toBeNull());

test.each([
  `550 5.7.1 SPF softfail ${POBOX}`,
  `550 5.7.1 SPF Temporary Error: ${POBOX}`,
  `550 5.7.1 SPF Permanent Error: ${POBOX}`,
  `550 5.7.1 SPF fail - not authorized ${POBOX}`,
  `550 5.7.23 Message rejected due to: SPF Permanent Error: nothing. Please see ${NET}`,
  `550 5.7.23 Message rejected due to: SPF Temporary Error: nothing. Please see ${NET}`,
  `550 5.7.23 Message rejected due to: spf=pass Received-SPF: pass. Please see ${NET}`,
  `550 5.7.23 Message rejected due to: 100% denied, SPF fail - not authorized. Please see ${NET}`,
  `550 5.7.23 Message rejected due to: domain owner discourages use of this host. Please see ${NET}`,
])("no result comes from words that a domain may publish: %s", (text) => {
  expect(readSpfReply(text)).toMatchObject({ result: null });
});

test("any text is read without a throw", () => {
  const piece = fc.constantFrom(
    "550 ",
    "5.7.23 ",
    "SPF fail",
    "http://",
    "/why.html?s=",
    '"',
    "<",
    ">",
    "%%",
    " ",
    "openspf.org/why",
    ".",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  fc.assert(fc.property(texts, (text) => void readSpfReply(text)));
  for (const unit of [
    "<",
    ">",
    '"',
    "http://",
    "http://a/why?",
    "/why",
    "%%",
    ".",
    "SPF ",
    "\\",
    ", reject=",
  ])
    expect(readSpfReply(`550 5.7.23 ${unit.repeat(65536 / unit.length)}`)).toMatchObject({
      result: null,
      checker: null,
    });
});
