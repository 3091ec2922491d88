import fc from "fast-check";
import { expect, test } from "vitest";
import { readAuthenticationResults } from "./authentication-results";
import { readHeaderVerdict } from "./header-verdict";

const PYSPF = String.raw`spf; spf=softfail (domain owner discourages use \n   of this host) smtp.mailfrom=softfail.example (client-ip=192.0.2.66; \n   helo=[192.0.2.66]; envelope-from=webmaster@softfail.example; \n   receiver=<UNKNOWN>)`;

test.each([
  [
    "pyspf-milter, whose helo is no HELO name",
    PYSPF,
    {
      result: "softfail",
      identity: "mailfrom",
      clientIp: "192.0.2.66",
      helo: null,
      envelopeFrom: "webmaster@softfail.example",
      checker: "pyspf-milter",
      receiver: null,
    },
  ],
  [
    "pyspf-milter over IPv6",
    String.raw`spf; spf=pass (sender SPF authorized) \n   smtp.mailfrom=pass.example (client-ip=2001:db8:10::10; \n   helo=[IPv6:2001:db8:10:0:0:0:0:10]; \n   envelope-from=webmaster@pass.example; receiver=<UNKNOWN>)`,
    { result: "pass", clientIp: "2001:db8:10::10", envelopeFrom: "webmaster@pass.example" },
  ],
  [
    "pyspf-milter and the null sender",
    String.raw`spf; spf=none (no SPF record) \n   smtp.helo="[192.0.2.66]" (client-ip=192.0.2.66; helo=[192.0.2.66]; \n   envelope-from=<>; receiver=<UNKNOWN>)`,
    { result: "none", identity: "helo", clientIp: "192.0.2.66", helo: null, envelopeFrom: "" },
  ],
  [
    "smf-spf",
    "h.example; spf=softfail smtp.mailfrom=a@b.example smtp.helo=x.example",
    { result: "softfail", identity: "mailfrom", envelopeFrom: "a@b.example", helo: "x.example" },
  ],
  [
    "rspamd, whose comment says neutral of a softfail",
    String.raw`h.example;\n\tspf=softfail (h.example: 192.0.2.66 is neither permitted nor denied by domain of a@b.example) smtp.mailfrom=a@b.example`,
    { result: "softfail", envelopeFrom: "a@b.example", clientIp: null, checker: null },
  ],
  [
    "a version",
    "h.example 1; spf=pass smtp.mailfrom=b.example",
    { result: "pass", envelopeFrom: "b.example" },
  ],
  ["a version of the method", "h.example; spf/1=neutral", { result: "neutral", identity: null }],
  [
    "blanks around the equals sign",
    "h.example; spf = permerror smtp.mailfrom=b.example",
    { result: "permerror" },
  ],
  [
    "several results",
    "h; dkim=pass header.d=x.example; spf=fail smtp.mailfrom=a@b.example; dmarc=fail",
    { result: "fail" },
  ],
  [
    "no server name",
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=b.example; dkim=none",
    { result: "pass" },
  ],
  [
    "HELO and MAIL FROM",
    "h; spf=pass smtp.helo=x.example; spf=fail smtp.mailfrom=a@b.example",
    { result: "fail", identity: "mailfrom" },
  ],
  ["HELO alone", "h; spf=pass smtp.helo=x.example", { result: "pass", identity: "helo", helo: "x.example" }],
  ["hardfail", "h; SPF=HardFail smtp.mailfrom=a@b.example", { result: "fail" }],
  [
    "OpenDMARC's fail, its own word for softfail too",
    "h.example; spf=fail smtp.mailfrom=b.example",
    { result: "fail" },
  ],
  ["OpenDMARC's pass", "h.example; spf=pass smtp.mailfrom=b.example", { result: "pass" }],
])("%s", (_, value, expected) =>
  expect(readHeaderVerdict("Authentication-Results", value)).toMatchObject(expected),
);

test.each([
  ["no result", "h.example; none"],
  ["another method", "h.example; dkim=pass header.d=b.example"],
  ["a comment", "h.example; dkim=none (spf=pass) header.d=b.example"],
  ["a comment between", "h.example; (; spf=pass ;) dkim=none"],
  ["a reason", 'h.example; dkim=fail reason="x; spf=pass smtp.mailfrom=b.example"'],
  ["the server's name", "spf"],
  ["a server of that name", "spf; none"],
  ["an unknown word", "h.example; spf=policy smtp.mailfrom=b.example"],
  ["a cut word", "h.example; spf=soft"],
  ["two that contradict", "h; spf=pass smtp.mailfrom=a@b.example; spf=fail smtp.mailfrom=a@b.example"],
  ["a guess", "h.example; spf=pass smtp.mailfrom=a@b.example smtp.helo=x.example (SPF best guess)"],
  ["nothing", ""],
])("%s gives none", (_, value) => expect(readAuthenticationResults(value)).toBeNull());

test.each([
  'h; spf=fail (x) smtp.mailfrom=b.example (client-ip=192.0.2.66; helo=h; envelope-from="a) (client-ip=6.6.6.6; "@b.example; receiver=<UNKNOWN>)',
  "h; spf=fail (bad: ip4:x)(client-ip=6.6.6.6;) smtp.mailfrom=b.example (client-ip=192.0.2.66; helo=h; envelope-from=a@b.example; receiver=r)",
  "h; spf=fail (bad: ip4:x)smtp.mailfrom=v.example(client-ip=6.6.6.6;) smtp.mailfrom=b.example (client-ip=192.0.2.66; helo=h; envelope-from=a@b.example; receiver=r)",
])("neither the sender's address nor his record forges the client: %s", (whole) => {
  expect(readAuthenticationResults(whole)).toMatchObject({ result: "fail", clientIp: "192.0.2.66" });
  for (let end = 0; end < whole.length; end++) {
    const part = readAuthenticationResults(whole.slice(0, end));
    expect([null, undefined, "192.0.2.66"]).toContain(part?.clientIp);
    expect([null, undefined, "fail"]).toContain(part?.result);
  }
});

test("a header that is cut gives what is whole", () => {
  const cut = PYSPF.slice(0, PYSPF.indexOf("master@softfail"));
  expect(readHeaderVerdict("Authentication-Results", cut)).toMatchObject({
    result: "softfail",
    clientIp: "192.0.2.66",
    envelopeFrom: "softfail.example",
  });
});

test("any text is read without a throw, and hostile text gives no field", () => {
  const piece = fc.constantFrom(
    "h; ",
    "spf=fail ",
    "(",
    ")",
    '"',
    "\\",
    ";",
    "=",
    "smtp.mailfrom=a",
    "client-ip=1.2.3.4;",
    "\0",
    " ",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  fc.assert(fc.property(texts, (text) => void readHeaderVerdict("authentication-results", text)));
  for (const unit of ["(", '"', "\\", "a=b;", "spf", "=", ";", '"a"', "(a)", " ", "(client-ip=1;)"]) {
    const verdict = readAuthenticationResults(`h; spf=neutral ${unit.repeat(65536 / unit.length)}`);
    expect(verdict).toMatchObject({ result: "neutral", clientIp: null, envelopeFrom: null, helo: null });
  }
});
