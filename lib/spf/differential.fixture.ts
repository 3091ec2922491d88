import fc from "fast-check";
import type { Asked } from "./pyspf.fixture";
import { zoneOf } from "./zone.fixture";

const NAMES = ["d.example", "a.example", "b.example", "c.d.example", "gone.example", "alias.example"];
const IPV4 = ["192.0.2.1", "192.0.2.9", "198.51.100.7"];
const IPV6 = ["2001:db8::1", "2001:db8:0:1::5"];
const REVERSE = [
  ...["1.2.0.192", "9.2.0.192", "7.100.51.198"].map((name) => `${name}.in-addr.arpa`),
  "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
];

/** One of several texts made by the given arbitraries, put together. */
function joined(...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((texts) => texts.join(""));
}

function weighted(...pairs: [weight: number, arbitrary: fc.Arbitrary<string>][]): fc.Arbitrary<string> {
  return fc.oneof(...pairs.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

const words = (...texts: string[]) => fc.constantFrom(...texts);

const anyTransformer = weighted(
  [6, fc.constant("")],
  [3, words("r", "1", "2", "2r", "1r", "3r", "10")],
  [2, words("-", "1r-", "r+-", ".-", "2.")],
  [1, words("R", "0", "0r", "1x", "-r", "=/", "r,_")],
);
const anyMacro = joined(
  fc.constant("%{"),
  weighted([8, words(..."slodihv")], [1, words(..."SLODIHVpP")]),
  anyTransformer,
  fc.constant("}"),
);
const anyName = weighted([9, words(...NAMES)], [1, words("error.d.example", "x", "m.A.example.")]);
const anySpec = weighted(
  [8, anyName],
  [3, anyMacro],
  [3, joined(anyMacro, fc.constant("."), anyName)],
  [1, joined(words("c.", "%%.", "%_", "%-x."), anyMacro)],
  [1, joined(fc.constant(`${"long-label.".repeat(22)}`), anyMacro, fc.constant(".d.example"))],
);
const anyLength = (most: number) =>
  weighted([4, words("")], [4, fc.integer({ min: 0, max: most }).map(String)]);
const anySlash = (slashes: string, most: number) =>
  anyLength(most).map((length) => (length === "" ? "" : slashes + length));
const anyCidr = joined(anySlash("/", 32), anySlash("//", 128));
const anyMechanism = weighted(
  [2, words("a", "mx", "ptr")],
  [2, joined(words("a", "mx"), anyCidr)],
  [3, joined(words("a:", "mx:", "A:", "mX:"), anySpec, anyCidr)],
  [4, joined(fc.constant("include:"), anySpec)],
  [2, joined(words("exists:", "ptr:"), anySpec)],
  [3, joined(fc.constant("ip4:"), words(...IPV4, "192.0.2.14", "10.1.2.3"), anySlash("/", 32))],
  [2, joined(fc.constant("ip6:"), words(...IPV6, "::ffff:192.0.2.1", "fe80::"), anySlash("/", 128))],
);
const anyDirective = joined(
  words("", "", "-", "~", "?", "+"),
  weighted([12, anyMechanism], [1, words("all")]),
);
const anyModifier = weighted(
  [4, joined(fc.constant("redirect="), anySpec)],
  [4, joined(fc.constant("exp="), weighted([4, words("exp.example")], [1, anySpec]))],
  [
    1,
    joined(
      words("x=", "default=", "op=", "Redirect=", "EXP=", "moo.x-1="),
      weighted([1, anyMacro], [1, words("y", "%x")]),
    ),
  ],
);
/** Terms as people get them wrong, and as a random octet spoils them. */
const anyBroken = weighted(
  [
    3,
    words(
      "ip4:192.0.2.1/33",
      "ip4:192.0.2",
      "ip6:192.0.2.1",
      "a:192.0.2.1",
      "all:x",
      "a/024",
      "mx//129",
      "include",
      "exists:",
    ),
  ],
  [
    3,
    words(
      "include:x",
      "redirect:d.example",
      "include=d.example",
      "ptr/8",
      "a:d.example,",
      "a:b.123",
      "mx:.b.-c",
      "-",
      "=a",
      "v=spf1",
    ),
  ],
  [
    2,
    words(
      "a:%{d",
      "a:%d.example",
      "exists:%%%x.d.example",
      "a:%{z}.d.example",
      "a:%{}.d.example",
      "x=%{c}",
      "exp=%{r}.d.example",
    ),
  ],
  [2, joined(anyMechanism, fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 2 }))],
  [1, joined(anyMacro, anySpec)],
);
const anySpf = fc
  .tuple(
    fc.array(anyDirective, { maxLength: 6 }),
    fc.array(anyModifier, { maxLength: 2 }),
    weighted([12, words("")], [1, anyBroken]),
    words("", "", "-all", "~all", "?all"),
    words(" ", " ", "  "),
  )
  .map(([directives, modifiers, broken, all, gap]) =>
    ["TXT v=spf1", ...directives, ...modifiers, broken, all].filter((term) => term !== "").join(gap),
  );
const anyAddressLine = weighted(
  [4, joined(fc.constant("A "), words(...IPV4, "192.0.2.0"))],
  [4, joined(fc.constant("AAAA "), words(...IPV6, "2001:db8::"))],
  [4, joined(words("MX 5 ", "MX 10 "), weighted([9, words(...NAMES)], [1, words("", "a..b")]))],
  [1, words("TXT something else", "TIMEOUT")],
);
const anyEntry = fc
  .tuple(fc.array(anySpf, { minLength: 1, maxLength: 1 }), fc.array(anyAddressLine, { maxLength: 5 }))
  .map((parts) => parts.flat());
const anyTarget = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.tuple(anySpf) }, { weight: 2, arbitrary: fc.constant([]) }),
    fc.array(anyAddressLine, { maxLength: 5 }),
  )
  .map((parts) => parts.flat());
const anyExplanation = weighted(
  [6, joined(words("See ", "%{h} ", "%%"), anyMacro, words(".", " %{c} at %{r}, %{t}", "", " %{i}"))],
  [1, words("", "%{d", "%{d0}", "%x", "50% off", "tab\there", `${"long. ".repeat(60)}%{d}`)],
).map((text) => `TXT ${text}`);

/** The names that a client has: mostly a few, sometimes about as many as may be looked at. */
const anyPtr = fc.array(joined(fc.constant("PTR "), words(...NAMES)), { maxLength: 3 });

const anyMail = fc.record({
  ip: words(...IPV4, ...IPV6, "::ffff:192.0.2.1", "2001:db8:ffff::1"),
  sender: weighted(
    [12, words("user@d.example", "strong-bad+x@d.example", "a.b.c@D.Example")],
    [3, words("", "")],
    [1, words("d.example", "@d.example", '"a@b.example"@d.example', "한@d.example", "u@d.example.", "u@x")],
  ),
  helo: weighted(
    [8, words("d.example", "mail.c.d.example", "a.example")],
    [1, words("x", "[192.0.2.1]", "a.example.", "")],
  ),
});

const anyZone = fc
  .tuple(
    anyEntry,
    anyTarget,
    anyTarget,
    anyTarget,
    anyExplanation,
    words(...NAMES.slice(0, 5)),
    fc.tuple(anyPtr, anyPtr, anyPtr, anyPtr),
  )
  .map(([d, a, b, c, explanation, alias, names]) =>
    zoneOf({
      "d.example": d,
      "a.example": a,
      "b.example": b,
      "c.d.example": c,
      "exp.example": [explanation],
      "alias.example": [`CNAME ${alias}`],
      ...Object.fromEntries(REVERSE.map((name, index) => [name, names[index]!])),
    }),
  );

/** A check of a small world of names that refer to one another, with all kinds of terms in their records. */
export const anyAsked: fc.Arbitrary<Asked> = fc
  .tuple(anyZone, anyMail)
  .map(([zone, mail]) => ({ zone, ...mail }));
