import type { Example } from "./catalogue";
import type { AdviceRule } from "./rules";

const GOOD = "v=spf1 a mx ip4:8.8.8.0/24 ip6:2a00:1450::/32 include:_spf.a.example -all";

function example(
  before: string,
  offending: string,
  after: string,
  fixed: string | null = null,
  good = GOOD,
): Example {
  return { bad: [before, offending, after], fixed, good };
}

function includes(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => `include:s${from + i}.example`).join(" ");
}

function addresses(count: number): string {
  return `v=spf1 ${Array.from({ length: count }, (_, i) => `ip4:8.8.${i}.8`).join(" ")} -all`;
}

/** An example of each rule about records that can be read. */
export const ADVICE_EXAMPLES: Record<AdviceRule, Example> = {
  "version-twice": example("v=spf1 mx ", "v=spf1", " a -all", "v=spf1 mx a -all"),
  "mechanism-as-modifier": example("v=spf1 include", "=", "a.example -all"),
  "modifier-typo": example("v=spf1 mx ", "redirct", "=a.example"),
  "unknown-modifier": example("v=spf1 mx ", "owner=me", " -all", null, "v=spf1 mx ra=postmaster -all"),
  "name-ends-in-all": example("v=spf1 include:a.example", "-all", ""),
  "repeated-space": example("v=spf1 mx", "  ", "-all", "v=spf1 mx -all"),
  "trailing-space": example("v=spf1 mx -all", " ", "", "v=spf1 mx -all"),
  "impossible-target": example("v=spf1 include:", "_spf..a.example", " -all"),
  "empty-label": example("v=spf1 a:mail", "..", "a.example -all"),
  "long-label": example("v=spf1 a:", "x".repeat(64), ".example -all"),
  "long-name": example("v=spf1 a:", `${"abcd.".repeat(50)}example`, " -all"),
  "hyphen-label": example("v=spf1 a:", "-mail", ".example -all"),
  "odd-domain": example("v=spf1 include:a.example", ",", "b.example -all"),
  "trailing-dot": example("v=spf1 include:a.example", ".", " -all", "v=spf1 include:a.example -all"),
  "no-all": example("v=spf1 a ", "mx", "", null, "v=spf1 a redirect=a.example"),
  "plus-all": example("v=spf1 mx ", "+all", ""),
  "neutral-all": example("v=spf1 mx ", "?all", ""),
  "softfail-all": example("v=spf1 mx ", "~all", ""),
  "after-all": example("v=spf1 mx -all ", "a", ""),
  "redirect-ignored": example("v=spf1 mx -all ", "redirect=a.example", ""),
  "all-twice": example("v=spf1 mx ~all ", "-all", "", "v=spf1 mx ~all"),
  "modifier-order": example(
    "v=spf1 ",
    "exp=why.a.example",
    " mx -all",
    null,
    "v=spf1 mx -all exp=why.a.example",
  ),
  ptr: example("v=spf1 ", "ptr", " -all"),
  "macro-p": example("v=spf1 exists:", "%{p}", ".a.example -all", null, "v=spf1 exists:%{i}.a.example -all"),
  "include-self": { ...example("v=spf1 ", "include:A.example.", " -all"), domain: "a.example" },
  "redirect-self": { ...example("v=spf1 mx ", "redirect=a.example", ""), domain: "A.example" },
  "include-twice": example(
    "v=spf1 include:a.example mx ",
    "include:A.example",
    " -all",
    "v=spf1 include:a.example mx -all",
  ),
  "include-qualifier": example("v=spf1 ", "-", "include:a.example ~all"),
  "exp-unused": example(
    "v=spf1 mx ~all ",
    "exp=a.example",
    "",
    "v=spf1 mx ~all",
    "v=spf1 mx -all exp=why.a.example",
  ),
  "lookups-over": example(
    `v=spf1 ${includes(0, 10)} `,
    includes(10, 12),
    " -all",
    null,
    `v=spf1 ${includes(0, 10)} -all`,
  ),
  "lookups-near": example(`v=spf1 ${includes(0, 7)} `, "mx", " -all", null, `v=spf1 ${includes(0, 7)} -all`),
  "private-address": example("v=spf1 ip4:", "192.168.0.0/24", " -all"),
  "host-bits": example("v=spf1 ip4:", "8.8.8.8/24", " -all", "v=spf1 ip4:8.8.8.0/24 -all"),
  "wide-network": example("v=spf1 ip4:8.0.0.0", "/8", " -all"),
  "whole-internet": example("v=spf1 ip4:0.0.0.0", "/0", " -all"),
  "duplicate-term": example("v=spf1 a mx ", "A", " -all", "v=spf1 a mx -all"),
  covered: example("v=spf1 ip4:8.8.8.0/24 mx ", "ip4:8.8.8.8", " -all", "v=spf1 ip4:8.8.8.0/24 mx -all"),
  conflicting: example("v=spf1 ip4:8.8.8.0/24 ", "-ip4:8.8.8.8", " ~all"),
  redundant: example("v=spf1 mx ", "ip4:8.8.8.8", " ip4:8.8.8.0/24 -all", "v=spf1 mx ip4:8.8.8.0/24 -all"),
  "default-written": example("v=spf1 ip4:8.8.8.8", "/32", " -all", "v=spf1 ip4:8.8.8.8 -all"),
  "mapped-address": example("v=spf1 ip6:", "::ffff:8.8.8.8", " -all"),
  "long-string": example(addresses(22).slice(0, 255), addresses(22).slice(255), ""),
  "long-record": example(addresses(40).slice(0, 450), addresses(40).slice(450), ""),
};
