import fc from "fast-check";

const NAMES = [
  "a.example",
  "b.example",
  "c.a.example",
  "gone.example",
  "%{d}",
  "%{i}.b.example",
  "A.example.",
  "b..example",
  `${"y".repeat(64)}.example`,
];
const NETWORKS = [
  "ip4:192.0.2.0/24",
  "ip4:192.0.2.77/29",
  "ip4:192.0.2.1",
  "ip4:192.0.2.9/32",
  "ip4:192.0.0.0/16",
  "ip4:8.8.8.8",
  "ip6:2001:db8::/32",
  "ip6:2001:db8::1/64",
  "ip6:2001:db8::1/128",
  "ip6:::ffff:192.0.2.1",
];

const anyMechanism = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NETWORKS) },
  fc.constantFrom("a", "mx", "A", "a/32", "a/24//128", "mx//64", "ptr"),
  fc
    .tuple(fc.constantFrom("a:", "mx:", "include:", "exists:"), fc.constantFrom(...NAMES))
    .map((parts) => parts.join("")),
);

/** A term without `all`, mostly without a qualifier. */
export const anyDirective: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "", "", "+", "-", "~", "?"), anyMechanism)
  .map((parts) => parts.join(""));

const anyModifier = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(
        fc.constantFrom("redirect=", "exp=", "x=", "v="),
        fc.constantFrom("b.example", "c.a.example.", ".b.example"),
      )
      .map((parts) => parts.join("")),
  },
  fc.constant("redirect=A.example"),
);

/** A record without a syntax error, with everything that advice is about. */
export const anyValidRecord: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(anyDirective, { maxLength: 8 }),
    fc.constantFrom([], ["-all"], ["~all"], ["?all"], ["all"]),
    fc.array(anyDirective, { maxLength: 2 }),
    fc.constantFrom([], [], ["-all"], ["+all"]),
    fc.uniqueArray(anyModifier, { maxLength: 3, selector: (text) => text.slice(0, 3) }),
    fc.constantFrom(" ", " ", "  "),
    fc.constantFrom("", " "),
  )
  .map(([before, all, after, second, modifiers, space, end]) =>
    ["v=spf1", ...before, ...modifiers.slice(0, 1), ...all, ...after, ...second, ...modifiers.slice(1)]
      .join(space)
      .concat(end),
  );

/** What people do to a record by mistake; each keeps what is meant readable. */
export const MISTAKES: ((text: string) => string)[] = [
  (text) => text.replace(/:(?=\S)/, ": "),
  (text) => text.replace(/:(?=\S)/, " :"),
  (text) => text.replace(/ -(?=\S)/, " \u2013"),
  (text) => text.replace(/ ~(?=\S)/, " \uff5e"),
  (text) => text.replace(/([-~?])all/, "$1 all"),
  (text) => text.replace(/ ([-~?])all/, "$1all"),
  (text) => text.replace(" ", "\u00a0"),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replace(/ (?=\S+$)/, "\u00a0"),
  (text) => text.replace(/ (?=[ai])/, "\t"),
  (text) => text.replace("ip4:", "ipv4:"),
  (text) => text.replace("ip4:", "ip6:"),
  (text) => text.replace("ip6:", "ip4:"),
  (text) => text.replace("include", "inlcude"),
  (text) => text.replace("exists", "exist"),
  (text) => text.replace("redirect=", "redirect:"),
  (text) => text.replace(/\/(?=[1-9])/, "/0"),
  (text) => text.replace("/24 ", "/255.255.255.0 "),
  (text) => `"${text}"`,
  (text) => `\\"${text}\\"`,
  (text) => ` ${text}`,
  (text) => `\ufeff${text}`,
  (text) => `${text.trimEnd()};`,
  (text) => `${text.trimEnd()}\r\n`,
  (text) => text.replace(/ (?=ip4:)/, ","),
  (text) => text.replace(/v=spf1 */, "v=spf1"),
  (text) => text.replace("v=spf1", "spf1"),
  (text) => text.replace("v=", "v = "),
  (text) => text.replace("ip4:192", "192"),
  (text) => text.replace("a:", "ａ："),
  (text) => text.replace(/:(?=[a-z.]+example )/, ":https://").replace(/(https:\S+)/, "$1/"),
  (text) => text.replace(/(:[a-z.]+example)(?= )/, "$1:25"),
  (text) => text.replace(/([\d:]) [-~?]all/, "$1all"),
];

const anyTypo: fc.Arbitrary<(text: string) => string> = fc
  .tuple(
    fc.nat(),
    fc.constantFrom("", " ", ":", "=", "/", ",", ";", '"', "%", "-", ".", "a", "0", "\u00a0", "é", "l"),
    fc.nat(1),
  )
  .map(([at, typed, taken]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + typed + text.slice(place + taken);
  });

/** Records as people write them: right ones, with mistakes, and with any letters wrong. */
export const anyWrittenRecord: fc.Arbitrary<string> = fc
  .tuple(anyValidRecord, fc.array(fc.oneof(fc.constantFrom(...MISTAKES), anyTypo), { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce((changed, change) => change(changed), text));
