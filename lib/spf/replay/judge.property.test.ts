import fc from "fast-check";
import { expect, test } from "vitest";
import { overlayResolver } from "@/lib/dns/overlay-resolver";
import { checkHost } from "../check-host";
import { withAll } from "../draft/zone-lines";
import type { Resolver } from "../resolver";
import { zoneOf, zoneResolver } from "../zone.fixture";
import { judgeDraft, judgePublished, type Mail, type Trial } from "./judge";
import { KnownJudgements } from "./known-judgements";
import { steadyResolver } from "./steady-resolver";
import { withoutExplanations } from "./without-explanations";

const DOMAIN = "d.example";
const clock = () => 1_700_000_000_000;

const target = fc.constantFrom(
  "d.example",
  "D.example",
  "one.example",
  "two.example",
  "error.example",
  "%{h}.one.example",
  "%{l}.one.example",
  "%{L1r-}.two.example",
  "%{s}.one.example",
  "%{o}",
  "%{d2}",
  "%{ir}.two.example",
  "%{p}",
  "%{v}.one.example",
  "a.%{d}",
);
const qualifier = fc.constantFrom("", "", "-", "~", "?");
const directive = fc.oneof(
  fc.constantFrom("ip4:192.0.2.0/31", "ip4:192.0.2.3", "ip6:2001:db8::/32", "a", "mx", "ptr"),
  fc.tuple(fc.constantFrom("include:", "exists:", "a:", "ptr:"), target).map((parts) => parts.join("")),
);
const ending = fc.oneof(
  fc.tuple(qualifier, fc.constant("all")).map((parts) => ` ${parts.join("")}`),
  target.map((name) => ` redirect=${name}`),
  fc.constantFrom("", " ", " all -all", " ALL redirect=one.example", " ~all moo", " -all x=%{l}"),
);
const explanation = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  target.map((name) => ` exp=${name}`),
  fc.constantFrom(" exp=%{l}", " exp=%{", " exp=one.example exp=two.example"),
);
const record = fc
  .tuple(fc.array(fc.tuple(qualifier, directive), { maxLength: 4 }), explanation, ending)
  .map(([terms, exp, end]) => `v=spf1${terms.map(([sign, term]) => ` ${sign}${term}`).join("")}${exp}${end}`);

const host = fc.constantFrom(
  ["A 127.0.0.2"],
  ["A 192.0.2.1"],
  ["TXT v=spf1 ip4:192.0.2.2 -all"],
  ["TXT v=spf1 exists:%{l}.%{d} ?all"],
  ["TIMEOUT"],
  [],
);
const zone = fc
  .tuple(record, record, record, fc.array(host, { minLength: 8, maxLength: 8 }))
  .map(([own, one, two, hosts]) => {
    const names = [
      ...["a.example", "kim", "lee", "mail.d.example"].map((name) => `${name}.one.example`),
      ...["lee", "1.2.0.192", "a.d.example"].map((name) => `${name}.two.example`),
      "a.d.example",
    ];
    return zoneOf({
      [DOMAIN]: [`TXT ${own}`, "MX 10 mail.d.example", "A 192.0.2.9"],
      "one.example": [`TXT ${one}`, "A 192.0.2.1"],
      "two.example": [`TXT ${two}`, "MX 10 one.example"],
      "mail.d.example": ["A 192.0.2.2"],
      "2.2.0.192.in-addr.arpa": ["PTR mail.d.example"],
      ...Object.fromEntries(names.map((name, at) => [name, hosts[at]!])),
    });
  });

const mail: fc.Arbitrary<Mail> = fc.record({
  ip: fc.constantFrom("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.9", "2001:db8::1"),
  sender: fc.constantFrom(
    "kim@d.example",
    "lee@D.example",
    "k-lee@d.example",
    "뫼@d.example",
    "postmaster@d.example",
  ),
  helo: fc.constantFrom("a.example", "mail.d.example", "d.example", "", "[192.0.2.1]"),
});

/** The draft in the place of what is published, as it is tried with nothing remembered. */
const having = (below: Resolver, text: string) => overlayResolver(below, [[DOMAIN, [text]]]);

test("what is remembered is what evaluating every mail anew gives, with each end of the draft", () =>
  fc.assert(
    fc.asyncProperty(
      zone,
      record,
      fc.array(mail, { minLength: 1, maxLength: 12 }),
      async (names, draft, mails) => {
        const below = zoneResolver(names);
        const steady = steadyResolver(below);
        const others = [withAll(draft, "-all"), withAll(draft, "~all")].filter((text) => text !== null);
        const trial: Trial = {
          domain: DOMAIN,
          published: withoutExplanations(steady),
          draft: withoutExplanations(having(steady, draft)),
          ends: others.length === 0 ? [] : ["fail", "softfail"],
          clock,
        };
        const plain = (one: Mail, resolver: Resolver) =>
          checkHost({ ...one, domain: DOMAIN }, resolver, { clock });
        const published = new KnownJudgements(7);
        const drafted = new KnownJudgements(7);
        for (const one of mails) {
          const now = published.find(one) ?? published.keep(one, await judgePublished(one, trial));
          const then = drafted.find(one) ?? drafted.keep(one, await judgeDraft(one, trial));
          const expected = await plain(one, below);
          expect([now.result, now.term]).toEqual([expected.result, expected.mechanism]);
          const wanted = await plain(one, having(below, draft));
          expect([then.result, then.term]).toEqual([wanted.result, wanted.mechanism]);
          const ends = await Promise.all(
            others.map(async (text) => (await plain(one, having(below, text))).result),
          );
          expect(then.ends).toEqual(ends);
        }
      },
    ),
    { numRuns: 1500 },
  ));
