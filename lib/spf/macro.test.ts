import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "./check.fixture";
import type { CheckRequest } from "./check-host";
import { isCheckable, isDomainName, isUnder, truncated } from "./domain-name";
import type { Resolver } from "./resolver";

/** The name that `exists:spec` asks for. */
function askedFor(spec: string, request: Partial<CheckRequest> = {}): string | undefined {
  const asked: string[] = [];
  const resolver: Resolver = {
    resolve: (name, type) => {
      asked.push(name);
      if (type !== "TXT") return { status: "void", reason: "nxdomain" };
      return { status: "found", records: [{ type, strings: [`v=spf1 exists:${spec}`] }] };
    },
  };
  const rfc = {
    ip: "192.0.2.3",
    sender: "strong-bad@email.example.com",
    domain: "email.example.com",
    helo: "h.example",
  };
  check(new Map(), { ...rfc, ...request }, resolver);
  return asked.at(asked.length > 2 ? -1 : 1);
}

/** The examples of RFC 7208 section 7.4, and what lies between them. */
const EXPANDED: [string, string][] = [
  ["%{s}", "strong-bad@email.example.com"],
  ["%{o}", "email.example.com"],
  ["%{d}", "email.example.com"],
  ["%{d4}", "email.example.com"],
  ["%{d3}", "email.example.com"],
  ["%{d2}", "example.com"],
  ["%{d1}", "com"],
  ["%{dr}", "com.example.email"],
  ["%{d2r}", "example.email"],
  ["%{l}", "strong-bad"],
  ["%{l-}", "strong.bad"],
  ["%{lr}", "strong-bad"],
  ["%{lr-}", "bad.strong"],
  ["%{l1r-}", "strong"],
  ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
  ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
  ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
  ["%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"],
  ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
  ["%{p}.x.example", "unknown.x.example"],
  ["%{S}.x.example", "strong-bad%40email.example.com.x.example"],
  ["%{d999999999999999999999}", "email.example.com"],
  ["%{l-.=_}", "strong.bad"],
  ["a%%b%_c%-d.example.", "a%b c%20d.example"],
];

test.each(EXPANDED)("%s is %s", (spec, name) => {
  expect(askedFor(spec)).toBe(name);
});

test("an address of IPv6 is expanded in nibbles", () => {
  const ip = "2001:db8::cb01";
  const reversed = "1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2";
  expect(askedFor("%{ir}.%{v}._spf.%{d2}", { ip })).toBe(`${reversed}.ip6._spf.example.com`);
  expect(askedFor("%{i}.%{v}.x.example", { ip: "::ffff:192.0.2.3" })).toBe("192.0.2.3.in-addr.x.example");
});

test("escapes cover every octet that is not unreserved", () => {
  expect(askedFor("%{L}.x.example", { sender: "a+b=c/d~e_f-g h@x.example" })).toBe(
    "a%2Bb%3Dc%2Fd~e_f-g%20h.x.example",
  );
});

test("a name too long loses labels on its left until it fits", () => {
  const name = askedFor(`start.${"%{d}.".repeat(20)}end.example`)!;
  expect(name.length).toBeLessThanOrEqual(253);
  expect(name.length).toBeGreaterThan(253 - "example.".length);
  expect(`start.${"email.example.com.".repeat(20)}end.example`.endsWith(`.${name}`)).toBe(true);
  const octets = `${"x".repeat(61)}.${"y".repeat(63)}.${"z".repeat(63)}.${"w".repeat(63)}`;
  expect(truncated(octets)).toBe(octets);
  expect(truncated(`x${octets}`)).toBe(octets.slice(62));
});

test("names that DNS can carry are told from those it cannot", () => {
  for (const name of ["a", "a.b", "x".repeat(63), "\u0000.\u00ff", "a b@c%.example"])
    expect(isDomainName(name)).toBe(true);
  for (const name of ["", ".", "a.", ".a", "a..b", "x".repeat(64), "\u0100", "a.".repeat(127)])
    expect(isDomainName(name)).toBe(false);
  for (const name of ["localhost", "[1.2.3.4]", ""]) expect(isCheckable(name)).toBe(false);
  expect(isUnder("x.Example.com", "eXample.com")).toBe(true);
  expect(isUnder("example.com", "example.com")).toBe(true);
  expect(isUnder("xexample.com", "example.com")).toBe(false);
});

test("what is asked for is always a name", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("l", "s", "h", "L", "lr-", "h2"),
      (local, helo, macro) => {
        const name = askedFor(`%{${macro}}.x.example`, { sender: `${local}@x.example`, helo });
        expect(name === undefined || isDomainName(name)).toBe(true);
      },
    ),
  );
});
