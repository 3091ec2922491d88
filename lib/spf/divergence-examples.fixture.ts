import type { Asked } from "./pyspf.fixture";
import { zoneOf } from "./zone.fixture";

/** A check that shows a divergence; outcomes are a result, or of a fail the domain's explanation behind a colon. */
export interface DivergenceExample {
  id: string;
  zone: Record<string, string[]>;
  mail?: Partial<Omit<Asked, "zone">>;
  whyspf: string;
  pyspf: string;
}

const MANY = Array.from({ length: 9 }, () => "a:other.example").join(" ");
const OTHER = { "other.example": ["A 203.0.113.9"] };
const REVERSE = "1.2.0.192.in-addr.arpa";
const EXPLAINED = "TXT v=spf1 -all exp=exp.example";
const record = (text: string) => ({ "d.example": [`TXT v=spf1 ${text}`] });

/** One example of each divergence at least. */
export const EXAMPLES: DivergenceExample[] = [
  {
    id: "void-per-query",
    zone: { "d.example": ["TXT v=spf1 mx ~all", ...[1, 2, 3].map((host) => `MX 5 gone${host}.example`)] },
    whyspf: "softfail",
    pyspf: "permerror",
  },
  {
    id: "void-per-query",
    zone: {
      "d.example": ["TXT v=spf1 mx ?all", ...[1, 2, 3].map((host) => `MX 5 m${host}.example`)],
      ...Object.fromEntries([1, 2, 3].map((host) => [`m${host}.example`, ["A 192.0.2.1"]])),
    },
    mail: { ip: "2001:db8::1" },
    whyspf: "neutral",
    pyspf: "permerror",
  },
  {
    id: "void-per-query",
    zone: { ...record("ptr ~all"), [REVERSE]: ["PTR x.example", "PTR y.example", "PTR z.example"] },
    whyspf: "softfail",
    pyspf: "permerror",
  },
  {
    id: "void-per-query",
    zone: {
      ...record("ip4:192.0.2.1 exists:%{p}.example"),
      [REVERSE]: ["PTR x.example", "PTR y.example", "PTR z.example"],
    },
    whyspf: "pass",
    pyspf: "permerror",
  },
  {
    id: "void-per-query",
    zone: { ...record("a:alias.example a:alias.example ~all"), "alias.example": ["CNAME gone.example"] },
    whyspf: "softfail",
    pyspf: "permerror",
  },
  {
    id: "redirect-counted-when-read",
    zone: {
      ...record(`${MANY} a:hit.example redirect=other.example`),
      ...OTHER,
      "hit.example": ["A 192.0.2.1"],
    },
    whyspf: "pass",
    pyspf: "permerror",
  },
  {
    id: "ptr-errors",
    zone: { ...record("ptr ~all"), [REVERSE]: ["TIMEOUT"] },
    whyspf: "softfail",
    pyspf: "temperror",
  },
  {
    id: "ptr-errors",
    zone: { ...record("ptr ~all"), [REVERSE]: ["PTR in.d.example"], "in.d.example": ["TIMEOUT"] },
    whyspf: "softfail",
    pyspf: "temperror",
  },
  {
    id: "exchangers-asked-first",
    zone: {
      "d.example": ["TXT v=spf1 mx -all", "MX 1 hit.example", "MX 2 late.example"],
      "hit.example": ["A 192.0.2.1"],
      "late.example": ["TIMEOUT"],
    },
    whyspf: "pass",
    pyspf: "temperror",
  },
  { id: "macro-transformers", zone: record("exists:%{d0}.example -all"), whyspf: "permerror", pyspf: "fail" },
  {
    id: "macro-transformers",
    zone: record("exists:%{d1x}.example -all"),
    whyspf: "permerror",
    pyspf: "fail",
  },
  { id: "macro-transformers", zone: record("exists:%{d;}.example -all"), whyspf: "permerror", pyspf: "fail" },
  {
    id: "macro-transformers",
    zone: { "d.example": [EXPLAINED], "exp.example": ["TXT No %{d1x}"] },
    whyspf: "fail",
    pyspf: "fail: No example",
  },
  { id: "unclosed-macros", zone: record("a:%{d.example -all"), whyspf: "permerror", pyspf: "fail" },
  { id: "percent-before-percent", zone: record("a:%%%x.d.example -all"), whyspf: "permerror", pyspf: "fail" },
  { id: "control-characters", zone: record("x=a\tb -all"), whyspf: "permerror", pyspf: "fail" },
  {
    id: "control-characters",
    zone: { "d.example": [EXPLAINED], "exp.example": ["TXT a\tb"] },
    whyspf: "fail",
    pyspf: "fail: a\tb",
  },
  { id: "default-and-op", zone: record("op=%x -all"), whyspf: "permerror", pyspf: "fail" },
  {
    id: "modifier-in-capitals",
    zone: { ...record("Redirect=e.example"), "e.example": ["TXT v=spf1 +all"] },
    whyspf: "pass",
    pyspf: "neutral",
  },
  { id: "percent-at-the-end", zone: record("exists:%{d}.%% -all"), whyspf: "fail", pyspf: "permerror" },
  { id: "unknown-modifier-twice", zone: record("x=1 x=2 -all"), whyspf: "fail", pyspf: "permerror" },
  {
    id: "empty-explanation",
    zone: { "d.example": [EXPLAINED], "exp.example": ["TXT "] },
    whyspf: "fail: ",
    pyspf: "fail",
  },
  {
    id: "include-of-itself",
    zone: record("ip4:192.0.2.1 include:d.example"),
    whyspf: "pass",
    pyspf: "permerror",
  },
  {
    id: "delimiters-kept",
    zone: {
      ...record("exists:%{d-}.x.example -all"),
      "a.b.x.example": ["A 127.0.0.2"],
      "a-b.example": ["TXT v=spf1 exists:%{d1r-}.x.example exists:%{d-}.x.example -all"],
      "a.b.example.x.example": ["A 127.0.0.2"],
    },
    mail: { sender: "user@a-b.example" },
    whyspf: "pass",
    pyspf: "fail",
  },
  {
    id: "reversed-in-capital",
    zone: { ...record("exists:%{dR}.x.example -all"), "example.d.x.example": ["A 127.0.0.2"] },
    whyspf: "pass",
    pyspf: "fail",
  },
  {
    id: "p-once-for-all",
    zone: {
      ...record("exists:%{p}.no.example include:e.example -all"),
      "e.example": ["TXT v=spf1 exists:%{p}.yes.example -all"],
      [REVERSE]: ["PTR in.d.example", "PTR in.e.example"],
      "in.d.example": ["A 192.0.2.1"],
      "in.e.example": ["A 192.0.2.1"],
      "in.e.example.yes.example": ["A 127.0.0.2"],
    },
    whyspf: "pass",
    pyspf: "fail",
  },
  {
    id: "cut-once",
    zone: { "d.example": [EXPLAINED], "exp.example": [`TXT ${"Sorry. ".repeat(40)}`] },
    whyspf: `fail: ${"Sorry. ".repeat(40)}`,
    pyspf: `fail: ${"Sorry. ".repeat(40).slice(6)}`,
  },
  {
    id: "cut-once",
    zone: {
      ...record(`exists:${"l.".repeat(60)}%{l}.%{l}.%{l}.%{l}.x.example -all`),
      [cutName()]: ["A 127.0.0.2"],
    },
    mail: { sender: `${"m".repeat(55)}@d.example` },
    whyspf: "pass",
    pyspf: "fail",
  },
  {
    id: "empty-target",
    zone: record("a:%{h} -all"),
    mail: { helo: "." },
    whyspf: "fail",
    pyspf: "permerror",
  },
  {
    id: "several-at-signs",
    zone: record("+all"),
    mail: { sender: '"a@b"@d.example' },
    whyspf: "pass",
    pyspf: "none",
  },
  {
    id: "dot-of-the-root",
    zone: record("+all"),
    mail: { sender: "user@d.example." },
    whyspf: "pass",
    pyspf: "none",
  },
  {
    id: "u-labels",
    zone: { "xn--bj0bj06e.example": ["TXT v=spf1 +all"] },
    mail: { sender: "user@한글.example" },
    whyspf: "pass",
    pyspf: "none",
  },
  {
    id: "non-ascii-local-part",
    zone: { ...record("include:%{l}.e.example -all") },
    mail: { sender: "한@d.example" },
    whyspf: "fail",
    pyspf: "permerror",
  },
  {
    id: "single-label",
    zone: { localhost: ["TXT v=spf1 +all"] },
    mail: { sender: "", helo: "localhost" },
    whyspf: "none",
    pyspf: "pass",
  },
  {
    id: "no-local-part",
    zone: { ...record("exists:%{s}.x.example -all"), "postmaster@d.example.x.example": ["A 127.0.0.2"] },
    mail: { sender: "d.example" },
    whyspf: "pass",
    pyspf: "fail",
  },
];

/** What is left, within 253 octets, of the name that the second example of cut-once makes. */
function cutName(): string {
  const name = `${"l.".repeat(60)}${`${"m".repeat(55)}.`.repeat(4)}x.example`;
  return name.slice(name.indexOf(".", name.length - 254) + 1);
}

/** The question that an example asks, of user@d.example from 192.0.2.1 if it does not say otherwise. */
export function askedOf({ zone, mail }: DivergenceExample): Asked {
  return { zone: zoneOf(zone), ip: "192.0.2.1", sender: "user@d.example", helo: "mail.example", ...mail };
}
