import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areOfOne, forwardingName, isDynamicName, isFullName, organisationOf } from "./host-names";
import { senderTag } from "./sender-tag";

test.each([
  ["mail.firm.co.kr", "firm.co.kr"],
  ["a.b.firm.example", "firm.example"],
  ["Firm.Example.", "firm.example"],
  ["mail.gmx.de", "gmx.de"],
  ["co.kr", "co.kr"],
  ["printer", "printer"],
])("%s is of %s", (name, organisation) => expect(organisationOf(name)).toBe(organisation));

test.each([
  ["mail.firm.co.kr", "firm.co.kr", true],
  ["a.firm.example", "b.firm.example", true],
  ["firm.co.kr", "other.co.kr", false],
  ["notfirm.example", "firm.example", false],
  ["firm.example.evil.test", "firm.example", false],
  ["printer", "printer", false],
  ["[192.0.2.1]", "[192.0.2.1]", false],
])("%s and %s are of one organisation: %s", (name, other, are) => expect(areOfOne(name, other)).toBe(are));

test.each([
  ["mail.example", true],
  ["mail.example.", true],
  ["DESKTOP-1", false],
  ["[192.0.2.1]", false],
  ["192.0.2.1", false],
  ["", false],
])("%j is a full name: %s", (name, is) => expect(isFullName(name)).toBe(is));

describe("a line's name", () => {
  test.each([
    "dynamic-192-0-2-1.isp.example",
    "dsl-1.2.0.192.isp.example",
    "p5b2.pool0021.isp.example",
    "192-0-2-1.cust.isp.example",
    "host-2-1.home.isp.example",
  ])("%s is one", (name) => expect(isDynamicName(name, "192.0.2.1")).toBe(true));

  test.each([
    "mail.dyn.example",
    "mail2.pool.isp.example",
    "static-192-0-2-1.dsl.isp.example",
    "host7.cust.isp.example",
    "server1.home.example",
    "dynamics.example",
    "ec2-192-0-2-1.cloud.example",
    "dsl.example",
  ])("%s is none", (name) => expect(isDynamicName(name, "192.0.2.1")).toBe(false));
});

test.each([
  ["mx1.forwardemail.net", "known"],
  ["lists.debian.example", "named"],
  ["fwd2.mail.example", "named"],
  ["notforwardemail.net", null],
  ["lists.example", null],
  ["wishlists.shop.example", null],
])("%s tells of forwarding: %s", (name, found) => expect(forwardingName(name)).toBe(found));

test.each([
  ["SRS0=HHH=TT=b.example=u@d.example", "srs"],
  ["srs1+abc=x==HHH@d.example", "srs"],
  ["prvs=1234567890=u@d.example", "batv"],
  ["btv1==123==u@d.example", "batv"],
  ["bounces+17-u=b.example@d.example", "verp"],
  ["news-u=b.example@d.example", "verp"],
  ["srs0@d.example", null],
  ["a=b@d.example", null],
  ["user@srs0=x.example", null],
  ["prvs@d.example", null],
  ["", null],
])("%s is tagged: %s", (address, tag) => expect(senderTag(address)).toBe(tag));

test("any text is read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.string(), (name, ip) => {
      isDynamicName(name, ip);
      forwardingName(name);
      senderTag(name);
      expect(areOfOne(name, name)).toBe(isFullName(name));
    }),
  );
});
