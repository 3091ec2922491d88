import { describe, expect, test } from "vitest";
import { rowsOf } from "@/lib/spf/edit/rows";
import { lintRecord } from "@/lib/spf/lint/lint-record";
import { LONGEST_DRAFT } from "../address";
import { withAdded } from "./added-term";
import { fitsAddress, recordOf } from "./address-text";
import { changeEnd } from "./change-end";
import { fixPreview } from "./fix-preview";
import { markSegments } from "./mark-segments";
import { offeredProviders } from "./offered-providers";
import { renamed, requalified, revalued } from "./row-terms";
import { meaningAt } from "./term-meaning";
import { filled, filledParts } from "./texts";

const PROVIDERS = [
  { name: "네이버웍스 / NAVER WORKS", include: "spf.worksmobile.com" },
  { name: "네이버웍스 공공(Gov) / NAVER WORKS Gov", include: "spf.gov-naverworks.com" },
  { name: "Google Workspace", include: "_spf.google.com" },
];

describe("a term that is added", () => {
  const TEXT = "v=spf1 a -all";
  test.each([
    ["address", "192.0.2.0/24", "v=spf1 a ip4:192.0.2.0/24 -all"],
    ["address", " ip4:192.0.2.1 ", "v=spf1 a ip4:192.0.2.1 -all"],
    ["address", "2001:db8::1", "v=spf1 a ip6:2001:db8::1 -all"],
    ["include", "_spf.google.com", "v=spf1 a include:_spf.google.com -all"],
    ["include", "google workspace", "v=spf1 a include:_spf.google.com -all"],
    ["include", "Google", "v=spf1 a include:_spf.google.com -all"],
    ["include", "네이버웍스", "v=spf1 a include:spf.worksmobile.com -all"],
    ["include", "include:own.example.com", "v=spf1 a include:own.example.com -all"],
    ["mx", "", "v=spf1 a mx -all"],
    ["a", "www.example.com", "v=spf1 a a:www.example.com -all"],
    ["all", "~all", "v=spf1 a ~all"],
  ] as const)("%s %s", (kind, value, text) => {
    expect(withAdded(TEXT, kind, value, PROVIDERS)).toEqual({ text });
  });

  test.each([
    ["address", "", "missing"],
    ["address", "192.0.2.300", "address"],
    ["address", "mail.example.com", "address"],
    ["include", "no such service", "name"],
    ["include", "service", "name"],
    ["include", "네이버", "name"],
    ["exists", "", "missing"],
    ["a", "", "there"],
  ] as const)("%s %s is refused: %s", (kind, value, fault) => {
    expect(withAdded(TEXT, kind, value, PROVIDERS)).toEqual({ fault });
  });
});

describe("a row", () => {
  const row = (text: string) => rowsOf(`v=spf1 ${text}`)[0]!;
  test.each([
    ["~a:x.example", "mx", "~mx:x.example"],
    ["-a:x.example", "redirect", "redirect=x.example"],
    ["redirect=x.example", "include", "include:x.example"],
    ["a:x.example", "all", "all"],
    ["ip4:192.0.2.1", "ip6", "ip6:192.0.2.1"],
  ])("%s gets the name %s", (text, name, term) => expect(renamed(row(text), name)).toBe(term));

  test("gets another qualifier, or none", () => {
    expect(requalified(row("~all"), "-")).toBe("-all");
    expect(requalified(row("+a"), null)).toBe("a");
  });

  test("gets another value, without spaces", () => {
    expect(revalued(row("a"), "/24", false)).toBe("a/24");
    expect(revalued(row("include:x"), " x.example ", false)).toBe("include:x.example");
    expect(revalued(row("inclu"), "include:", true)).toBe("include:");
  });
});

test("the marked text is the text, each stretch marked by the worst", () => {
  const text = "v=spf1 ip4:10.0.0.300 ip4:10.0.0.1  ~all";
  const segments = markSegments(text, lintRecord(text), null);
  expect(segments.map((segment) => segment.text).join("")).toBe(text);
  expect(segments.filter(({ mark }) => mark === "error").map((segment) => segment.text)).toEqual([
    "10.0.0.300",
  ]);
  const empty = { ...lintRecord(text)[0]!, from: 7, to: 7 };
  expect(markSegments(text, [empty], null).find(({ mark }) => mark !== null)?.text).toBe(" ");
  expect(markSegments("", [], null)).toEqual([]);
});

test("a fix shows the words that it touches", () => {
  expect(fixPreview("v=spf1 ip4: 192.0.2.1 -all", { from: 11, to: 12, text: "" })).toBe("ip4:192.0.2.1");
  expect(fixPreview("v=spf1 a a -all", { from: 8, to: 10, text: "" })).toBe("a");
});

test("the caret goes to the end of what changed", () => {
  expect(changeEnd("v=spf1 -all", "v=spf1 mx -all")).toBe(10);
  expect(changeEnd("v=spf1 mx -all", "v=spf1 -all")).toBe(7);
  expect(changeEnd("", "v=spf1")).toBe(6);
});

test("a draft goes into an address unless it is too long, also as written there", () => {
  expect(fitsAddress("a".repeat(LONGEST_DRAFT))).toBe(true);
  expect(fitsAddress("a".repeat(LONGEST_DRAFT + 1))).toBe(false);
  expect(fitsAddress("가".repeat(LONGEST_DRAFT))).toBe(false);
});

test("what is published needs no draft in the address", () => {
  expect(recordOf("v=spf1 -all", "v=spf1 -all")).toBeNull();
  expect(recordOf("", null)).toBe("");
  expect(recordOf("", "v=spf1 -all")).toBe("");
});

test("the services of Korea are offered first, each include once", () => {
  const offered = offeredProviders();
  expect(offered[0]!.name).toMatch(/[가-힣]/);
  expect(offered.findIndex(({ name }) => name === "Microsoft 365")).toBeGreaterThan(
    offered.findLastIndex(({ name }) => /[가-힣]/.test(name)),
  );
  expect(new Set(offered.map(({ include }) => include)).size).toBe(offered.length);
});

test("a text is filled in, what people wrote kept apart", () => {
  expect(filled("{a} of {b}, {c}", { a: 1, b: 5000 })).toBe("1 of 5,000, {c}");
  expect(filledParts("If {value} is {other}", { value: "{other}" })).toEqual([
    "If ",
    { quoted: "{other}" },
    " is ",
    "{other}",
  ]);
});

test("the term at the caret is explained", () => {
  const words = {
    typing: "",
    version: "version",
    ownDomain: "own",
    if: {
      all: "all",
      address: "address {value}",
      network: "network {value}",
      include: "include {value}",
      a: "a {value}",
      mx: "mx {value}",
      exists: "exists {value}",
      ptr: "ptr {value}",
    },
    then: { pass: "pass", fail: "fail", softfail: "softfail", neutral: "neutral" },
    redirect: "redirect {value}",
    exp: "exp {value}",
    modifier: "modifier",
  };
  const said = (marked: string) => {
    const parts = meaningAt(marked.replace("|", ""), marked.indexOf("|"), words, "example.com");
    return parts?.map((part) => (typeof part === "string" ? part : part.quoted)).join("") ?? null;
  };
  expect(said("v=sp|f1 a")).toBe("version");
  expect(said("v=spf1 -ip4:192.0.2.0/24|")).toBe("network 192.0.2.0/24 fail");
  expect(said("v=spf1 a|/24")).toBe("a example.com/24 pass");
  expect(said("v=spf1 redirect=|x.example")).toBe("redirect x.example");
  expect(said("v=spf1 x-new=1|")).toBe("modifier");
  expect(said("v=spf1 inclu|")).toBeNull();
});
