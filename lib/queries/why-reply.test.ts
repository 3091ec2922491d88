import fc from "fast-check";
import { expect, test } from "vitest";
import { replyToSender } from "./why-reply";

const OWN = "Lee+news=x@Example.com";

test.each([
  ["5.7.23 SPF validation failed", "5.7.23 SPF validation failed"],
  ["5.1.1 <kim@corp.example>... User unknown", "5.1.1 <…@corp.example>... User unknown"],
  ["5.1.1 <kim>... User unknown", "5.1.1 <…>... User unknown"],
  ["<lee+news=x@example.com>: Sender address rejected", "<lee+news=x@example.com>: Sender address rejected"],
  ['<"kim lee"@corp.example>: no', "<…@corp.example>: no"],
  ["kim@corp.example: no such user.", "…@corp.example: no such user."],
  ["no mail from lee+news=x@example.com.", "no mail from lee+news=x@example.com."],
  ["mylee+news=x@example.com is another", "…@example.com is another"],
  [
    "see http://www.openspf.net/Why?s=mfrom;id=Lee+news=x@Example.com;ip=192.0.2.7;r=kim@corp.example",
    "see http://www.openspf.net/Why?s=mfrom;id=Lee+news=x@Example.com;ip=192.0.2.7;r=…@corp.example",
  ],
  [
    "see http://spf.example/why?sender=lee%2Bnews&receiver=kim%40corp.example",
    "see http://spf.example/why?sender=lee%2Bnews&receiver=…@corp.example",
  ],
  [
    "http://www.example.com/why/id=Lee+news=x@Example.com;ip=192.0.2.7",
    "http://www.example.com/why/id=Lee+news=x@Example.com;ip=192.0.2.7",
  ],
  ["http://www.example.com/why/id=kim@corp.example;x", "http://www.example.com/why/id=…@corp.example;x"],
  ["예시: 김철수@회사.example 없음", "예시: …@회사.example 없음"],
  ["prvs=1234=kim@corp.example, a@b@corp.example", "…@corp.example, …@corp.example"],
  ["", ""],
])("%j is told as %j", (reply, told) => {
  expect(replyToSender(reply, OWN)).toBe(told);
});

test("without a known sender no address stays whole", () => {
  for (const sender of [null, ""])
    expect(replyToSender("<lee@a.example> @ x", sender)).toBe("<…@a.example> …@ x");
});

test("a local part of another is in no reply, whatever stands around it", () => {
  const around = fc.constantFrom(
    "",
    " ",
    "<",
    ">",
    ": ",
    "id=",
    ";r=",
    "http://a.example/why?id=",
    '"',
    "(",
    "%3C",
  );
  const at = fc.constantFrom("@", "%40");
  fc.assert(
    fc.property(fc.array(around, { maxLength: 4 }), around, at, (before, after, sign) => {
      const told = replyToSender(`${before.join("")}secretkim${sign}corp.example${after}`, OWN);
      expect(told).not.toContain("secretkim");
      expect(told).toContain("corp.example");
    }),
  );
});

test("100 kB of anything are told as well", () => {
  for (const piece of ["@", '"', "<", "a", "http://", "%40", "id=", "<a", '"@', "/"])
    expect(replyToSender(piece.repeat(100_000 / piece.length), OWN).length).toBeLessThan(400_000);
});
