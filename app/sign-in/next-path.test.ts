import { expect, test } from "vitest";
import { nextPath } from "./next-path";

test.each([
  ["/", "/"],
  ["/messages?result=fail&domain=a.example#top", "/messages?result=fail&domain=a.example#top"],
  ["/한글", "/%ED%95%9C%EA%B8%80"],
  ["/messages?next=//other.example", "/messages?next=//other.example"],
  ["//other.example", "/"],
  ["/\\other.example", "/"],
  ["\\\\other.example", "/"],
  ["/.//other.example", "/"],
  ["/a/..//other.example", "/"],
  ["/\t/other.example", "/"],
  ["\t//other.example", "/"],
  [" //other.example", "/"],
  ["https://other.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["messages", "/"],
  ["", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
  [`/records?record=${"a".repeat(8_000)}`, `/records?record=${"a".repeat(8_000)}`],
  [`/${"a".repeat(16_000)}`, "/"],
  ["/sign-in?next=/sign-in", "/"],
  ["/sign-in/x", "/"],
  ["/sign-out", "/"],
  ["/sign-inning", "/sign-inning"],
])("after a sign-in %j leads to %s", (given, path) => {
  expect(nextPath(given)).toBe(path);
});
