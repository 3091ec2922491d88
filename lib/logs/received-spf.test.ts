import fc from "fast-check";
import { expect, test } from "vitest";
import { readHeaderVerdict, readPlainHeaderVerdict } from "./header-verdict";
import { readReceivedSpf } from "./received-spf";

const SPFMILTER =
  "pass (spf.example.kr: domain of webmaster@pass.example designates 192.0.2.10 as permitted sender) receiver=spf.example.kr; client-ip=192.0.2.10; helo=mail.pass.example; envelope-from=webmaster@pass.example; x-software=spfmilter 0.93 http://www.acme.com/software/spfmilter/;";

const NOTHING = {
  identity: null,
  clientIp: null,
  helo: null,
  envelopeFrom: null,
  checker: null,
  receiver: null,
};

test.each([
  ["spfmilter 0.93", SPFMILTER, { result: "pass", clientIp: "192.0.2.10", checker: "spfmilter 0.93" }],
  [
    "spfmilter 0.97 with a library",
    SPFMILTER.replace("0.93", "0.97").replace("/;", "/ with libspf-unknown;"),
    { envelopeFrom: "webmaster@pass.example", helo: "mail.pass.example", checker: "spfmilter 0.97" },
  ],
  [
    "the domain alone in the comment",
    "softfail (mail.test.com: transitioning domain of test.com does not designate 9.8.7.6 as permitted sender) receiver=mail.test.com; client-ip=9.8.7.6; helo=test.com; envelope-from=a@test.com; x-software=spfmilter 2.001 http://www.acme.com/software/spfmilter/ with libspf2-1.2.10;",
    { result: "softfail", clientIp: "9.8.7.6", checker: "spfmilter 2.001", receiver: "mail.test.com" },
  ],
  [
    "the names that were used before RFC 4408",
    "error (h: encountered temporary error during SPF processing of a@b.example) receiver=h; client-ip=2001:DB8:0::1; helo=x; envelope-from=a@b.example; x-software=spfmilter 0.97 http://x/;",
    { result: "temperror", clientIp: "2001:db8::1" },
  ],
  ["unknown", "unknown (h: error in processing during lookup of a@b.example)", { result: "permerror" }],
  [
    "the null sender",
    "none (h: x.example does not designate permitted sender hosts) receiver=h; client-ip=192.0.2.66; helo=x.example; envelope-from=; x-software=spfmilter 0.97 http://x/;",
    { result: "none", envelopeFrom: "", identity: "helo", helo: "x.example" },
  ],
  [
    "an empty HELO",
    "none (h: c) client-ip=192.0.2.66; helo=; envelope-from=a@b.example; x-software=spfmilter 0.97 http://x/;",
    { helo: null, envelopeFrom: "a@b.example" },
  ],
  [
    "RFC 7208",
    'pass (mybox.example.org: domain of\r\n myname@example.com designates 192.0.2.1 as permitted sender)\r\n receiver=mybox.example.org; client-ip=192.0.2.1;\r\n envelope-from="myname@example.com"; helo=foo.example.com;',
    { result: "pass", clientIp: "192.0.2.1", envelopeFrom: "myname@example.com", helo: "foo.example.com" },
  ],
  [
    "smf-spf",
    'SoftFail (HOST: transitioning domain of A\n\tdoes not designate 192.0.2.66 as permitted sender)\n\treceiver=HOST; client-ip=192.0.2.66; identity=mailfrom;\n\tenvelope-from="a@b.example"; helo=h.example;',
    { result: "softfail", identity: "mailfrom", envelopeFrom: "a@b.example", helo: "h.example" },
  ],
  [
    "policyd-spf",
    "Softfail (mailfrom) identity=mailfrom; client-ip=192.0.2.66; helo=h.example; envelope-from=a@b.example; receiver=<UNKNOWN> ",
    { result: "softfail", identity: "mailfrom", clientIp: "192.0.2.66", receiver: null },
  ],
  [
    "policyd-spf of old",
    "Pass; identity=helo; client-ip=192.0.2.66; helo=h.example; envelope-from=<>; receiver=r@d.example",
    { result: "pass", identity: "helo", envelopeFrom: "", helo: "h.example" },
  ],
  [
    "Mail::SPF, which ends with the address",
    "softfail (b.example: Sender is not authorized by default to use 'a@b.example' in 'mfrom' identity (mechanism '~all' matched)) receiver=h; identity=mailfrom; envelope-from=\"a@b.example\"; helo=x.example; client-ip=192.0.2.66",
    { result: "softfail", clientIp: "192.0.2.66", envelopeFrom: "a@b.example" },
  ],
  [
    "libspf2",
    "fail (h: domain of b.example does not designate 192.0.2.66 as permitted sender) client-ip=192.0.2.66; envelope-from=a@b.example; helo=x;",
    { result: "fail", clientIp: "192.0.2.66", helo: "x" },
  ],
  ["a bare result", "Neutral", { ...NOTHING, result: "neutral" }],
])("%s", (_, value, expected) => expect(readReceivedSpf(value)).toMatchObject(expected));

/** What spfmilter writes of a sender whose address holds `text`. */
function from(address: string): string {
  return `softfail (h.example: transitioning domain of ${address} does not designate 192.0.2.66 as permitted sender) receiver=h.example; client-ip=192.0.2.66; helo=x.example; envelope-from=${address}; x-software=spfmilter 0.97 http://www.acme.com/software/spfmilter/;`;
}

test.each([
  '"a) receiver=h.example; client-ip=198.51.100.1; helo=evil; envelope-from=v@victim.example; ("@b.example',
  '"a b, reject=550 5.7.1 fake; Received-SPF: pass"@softfail.example',
  '"a\\") client-ip=198.51.100.1; ("@b.example',
  '"(((((("@b.example',
  '"; x-software=evil 9 ;"@b.example',
  "a;client-ip=198.51.100.1;x@b.example",
  "a;x-software=evil@b.example",
])("no address forges what the checker says: %s", (address) => {
  const expected = {
    result: "softfail",
    clientIp: "192.0.2.66",
    helo: "x.example",
    envelopeFrom: address,
    checker: "spfmilter 0.97",
    receiver: "h.example",
  };
  expect(readReceivedSpf(from(address))).toMatchObject(expected);
  const logged = from(address).replaceAll("\\", "\\\\");
  expect(readHeaderVerdict("Received-SPF", logged)).toMatchObject(expected);
});

test.each(["", "(invalid) (h: x)", "passed", "soft", "client-ip=1.2.3.4", "(comment) pass", "fail: x"])(
  "%j states no result",
  (value) => expect(readReceivedSpf(value)).toBeNull(),
);

test("a header that is cut anywhere gives nothing that the whole one does not say", () => {
  for (const whole of [
    SPFMILTER,
    from('"a) client-ip=6.6.6.6; helo=e; envelope-from=v@v.example; x="@b.example'),
  ]) {
    const full = readReceivedSpf(whole)!;
    for (let end = 0; end < whole.length; end++) {
      const part = readReceivedSpf(whole.slice(0, end));
      if (!part) continue;
      for (const [key, value] of Object.entries(part))
        if (value !== null && key !== "checker")
          expect([end, key, value]).toEqual([end, key, full[key as "helo"]]);
    }
  }
  const late = readReceivedSpf(SPFMILTER.slice(0, SPFMILTER.indexOf("webmaster@pass.example; x-")));
  expect(late).toMatchObject({
    result: "pass",
    clientIp: "192.0.2.10",
    helo: "mail.pass.example",
    envelopeFrom: null,
  });
});

test("sendmail's escapes are undone, and unknown ones stay", () => {
  const value = String.raw`pass (h: c)\n\treceiver=h;\n   envelope-from="\\"a\040b\\"@\qc.example"; helo=h;`;
  expect(readHeaderVerdict("RECEIVED-spf", value)?.envelopeFrom).toBe('"a b"@qc.example');
  expect(readHeaderVerdict("X-Received-SPF", value)).toBeNull();
});

test("any text is read without a throw, and hostile text gives no field", () => {
  const piece = fc.constantFrom(
    "pass ",
    "(",
    ")",
    '"',
    "\\",
    ";",
    "=",
    "client-ip=1.2.3.4",
    "helo=",
    "\n",
    "a@b",
    " ",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      readHeaderVerdict("received-spf", text);
      readPlainHeaderVerdict("received-spf", text);
    }),
  );
  for (const unit of ["(", '"', "\\", "a=b;", "a=", ";", '"a"', "(a)", " ", "\\n"]) {
    const verdict = readHeaderVerdict("Received-SPF", `fail ${unit.repeat(65536 / unit.length)}`);
    expect(verdict).toEqual({ ...NOTHING, result: "fail" });
  }
});

test("whatever is put into a header after its result, the result stays, and the client is the checker's or none", () => {
  const at = fc.integer({ min: 4, max: SPFMILTER.indexOf("client-ip=") });
  fc.assert(
    fc.property(at, fc.string({ maxLength: 60 }), (index, text) => {
      const verdict = readReceivedSpf(`${SPFMILTER.slice(0, index)} ${text}${SPFMILTER.slice(index)}`);
      expect(verdict?.result).toBe("pass");
      expect([null, "192.0.2.10"]).toContain(verdict?.clientIp);
    }),
    { numRuns: 1000 },
  );
});
