import { expect, test } from "vitest";
import { checkHost } from "@/lib/spf";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { modestResolver } from "./dns";

const many = Array.from({ length: 400 }, (_, n) => `ip4:198.51.${n >> 8}.${n & 255}`).join(" ");
const ZONE = zoneOf({
  "big.example": [`TXT v=spf1 ${many} -all`],
  "bigger.example": [
    "TXT v=spf1 include:a.example include:b.example include:c.example include:d.example -all",
  ],
  ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [`${name}.example`, [`TXT v=spf1 ${many} -all`]])),
  "small.example": ["TXT v=spf1 -all", `TXT ${"x".repeat(60_000)}`],
});

const check = (domain: string) =>
  checkHost(
    { ip: "192.0.2.1", domain, sender: `a@${domain}`, helo: "" },
    modestResolver(zoneResolver(ZONE)),
    { clock: () => 0, trace: true },
  );

test("a visit evaluates records of a bounded size in all; other texts do not count", () => {
  expect(check("big.example")).toMatchObject({ result: "fail" });
  expect(check("small.example")).toMatchObject({ result: "fail" });
  expect(check("bigger.example")).toMatchObject({ result: "temperror", reason: "dns-error" });
});

test("a name that is asked for twice counts once", () => {
  const resolver = modestResolver(zoneResolver(ZONE));
  for (let times = 0; times < 20; times++)
    expect(resolver.resolve("big.example", "TXT")).toMatchObject({ status: "found" });
});

test("strangers are not told which server gave no answer", () => {
  const resolver = modestResolver({
    resolve: () => ({ status: "error", reason: "127.0.0.1:9: connection refused" }),
  });
  expect(resolver.resolve("a.example", "A")).toEqual({ status: "error", reason: "connection refused" });
});
