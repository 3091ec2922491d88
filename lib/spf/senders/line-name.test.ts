import { expect, test } from "vitest";
import { isLineName } from "./line-name";

test.each([
  ["203-0-113-9.dsl.example.net", "203.0.113.9"],
  ["host-113-9.example.net", "203.0.113.9"],
  ["9.113.0.203.static.example.net", "203.0.113.9"],
  ["cb007109.example.net", "203.0.113.9"],
  ["203000113009.example.net", "203.0.113.9"],
  ["p57.dyn.example.net", "203.0.113.9"],
  ["cable12.example.net", "203.0.113.9"],
  ["pool1.example.net", "203.0.113.9"],
  ["h21.kornet.net", "203.0.113.9"],
  ["user7.hananet.net", "203.0.113.9"],
  ["2001-db8-0-1-0-0-0-9.example.net", "2001:db8:0:1::9"],
  ["2001-db8-0-1--9.example.net", "2001:db8:0:1::9"],
  ["0000000000000009.example.net", "2001:db8:0:1::9"],
])("%s is a line's name", (name, ip) => {
  expect(isLineName(name, ip)).toBe(true);
});

test.each([
  ["mail.example.com", "203.0.113.9"],
  ["mail9.example.com", "203.0.113.9"],
  ["mx113.example.com", "203.0.113.9"],
  ["out1.smtp2.example.com", "203.0.113.9"],
  ["home.example.com", "203.0.113.9"],
  ["mobile.example.com", "203.0.113.9"],
  ["cablenews2.example.com", "203.0.113.9"],
  ["dyn.example.com", "203.0.113.9"],
  ["kornet.net", "203.0.113.9"],
  ["mail6.example.com", "2001:db8:0:1::9"],
  ["", "203.0.113.9"],
  ["1".repeat(100_000), "203.0.113.9"],
  ["mail1.example.com", "unknown"],
])("%s is not", (name, ip) => {
  expect(isLineName(name, ip)).toBe(false);
});
