import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAuthenticationResults } from "@/lib/logs/authentication-results";
import { readReceivedSpf } from "@/lib/logs/received-spf";
import { SPF_RESULTS } from "../result";
import { authenticationResults } from "./authentication-results";
import { foldedField } from "./header-value";
import { type CheckFacts, receivedSpf } from "./received-spf";

const FACTS: CheckFacts = {
  result: "fail",
  identity: "mailfrom",
  domain: "kisarbl.or.kr",
  clientIp: "9.8.7.6",
  envelopeFrom: "kisa@kisarbl.or.kr",
  helo: "mail.example",
  receiver: "mx.receiver.example",
  mechanism: "-all",
  problem: null,
};

describe("Received-SPF", () => {
  test("states the result, what was checked and which term decided", () => {
    expect(receivedSpf(FACTS).join(" ")).toBe(
      "fail (mx.receiver.example: kisarbl.or.kr does not let 9.8.7.6 send its mail) " +
        "receiver=mx.receiver.example; identity=mailfrom; client-ip=9.8.7.6; " +
        'envelope-from="kisa@kisarbl.or.kr"; helo=mail.example; mechanism=-all;',
    );
  });

  test("quotes what is no dot-atom, and names the problem", () => {
    const facts: CheckFacts = {
      ...FACTS,
      result: "permerror",
      clientIp: "2001:db8::1",
      envelopeFrom: '"a\\"b"@d.example',
      receiver: null,
      mechanism: "include:x.example",
      problem: "lookup-limit",
    };
    const value = receivedSpf(facts).join(" ");
    expect(value).toContain('client-ip="2001:db8::1"; envelope-from="\\"a\\\\\\"b\\"@d.example";');
    expect(value).toContain('mechanism="include:x.example"; problem=lookup-limit;');
    expect(value).not.toContain("receiver");
  });

  test("folds between its parts, never within one", () => {
    const field = foldedField("Received-SPF", receivedSpf(FACTS));
    expect(field.split("\r\n")).toEqual([
      "Received-SPF: fail",
      "\t(mx.receiver.example: kisarbl.or.kr does not let 9.8.7.6 send its mail)",
      "\treceiver=mx.receiver.example; identity=mailfrom; client-ip=9.8.7.6;",
      '\tenvelope-from="kisa@kisarbl.or.kr"; helo=mail.example; mechanism=-all;',
    ]);
  });
});

describe("Authentication-Results", () => {
  test("names the server, the result and the identity", () => {
    expect(authenticationResults("mx.receiver.example", FACTS).join(" ")).toBe(
      "mx.receiver.example; spf=fail smtp.mailfrom=kisa@kisarbl.or.kr",
    );
    expect(
      authenticationResults("mx.receiver.example", {
        ...FACTS,
        result: "temperror",
        identity: "helo",
        problem: "dns-error",
      }).join(" "),
    ).toBe("mx.receiver.example; spf=temperror reason=dns-error smtp.helo=mail.example");
  });
});

const text = fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress(), fc.string({ unit: "grapheme" }));
const facts = fc.record<CheckFacts>({
  result: fc.constantFrom(...SPF_RESULTS),
  identity: fc.constantFrom("mailfrom", "helo"),
  domain: text,
  clientIp: fc.oneof(fc.ipV4(), fc.ipV6()),
  envelopeFrom: text,
  helo: text,
  receiver: fc.option(text),
  mechanism: fc.option(text),
  problem: fc.option(text),
});

/** What a header can keep of a text that is not cut. */
const kept = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/gu, "?");

test.each(['"', "한", "a", "(\\"])("a line has at most 998 octets, whatever %j is repeated in it", (text) => {
  const long = text.repeat(700);
  const facts: CheckFacts = {
    ...FACTS,
    ...{ domain: long, envelopeFrom: long, helo: long, receiver: long, mechanism: long },
  };
  for (const field of [
    foldedField("Received-SPF", receivedSpf(facts)),
    foldedField("Authentication-Results", authenticationResults(long, facts)),
  ])
    for (const line of field.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
});

test("whatever a sender writes stays in its place, and the log's reader finds it there", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const field = foldedField("Received-SPF", receivedSpf(given));
      expect(field.replaceAll("\r\n\t", " ")).not.toMatch(/[\u0000-\u001f\u007f]/);
      const read = readReceivedSpf(field.slice("Received-SPF:".length));
      expect(read).toMatchObject({ result: given.result, identity: given.identity });
      expect(read!.clientIp).not.toBeNull();
      const from = kept(given.envelopeFrom);
      if (!/^<.*>$/.test(from)) expect(read!.envelopeFrom).toBe(from);
    }),
    { numRuns: 500 },
  );
});

test("no text forges a result of its own into Authentication-Results", () => {
  fc.assert(
    fc.property(facts, text, (given, id) => {
      const value = authenticationResults(id, given).join(" ");
      expect(value).not.toMatch(/[\u0000-\u001f\u007f]/);
      expect(readAuthenticationResults(value)).toMatchObject({ result: given.result });
    }),
    { numRuns: 500 },
  );
});
