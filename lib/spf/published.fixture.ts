import fc from "fast-check";

/** Names that published records include, by how differently they are built. */
const SENDERS = [
  "_spf.google.com",
  "spf.protection.outlook.com",
  "amazonses.com",
  "sendgrid.net",
  "servers.mcsv.net",
  "_spf.salesforce.com",
  "mailgun.org",
  "spf.mtasv.net",
  "zohomail.com",
  "_spf-eu.ionos.com",
  "spf_c.oraclecloud.com",
  "_netblocks3.google.com",
  "%{i}._ip.%{h}._ehlo.%{d}._spf.vali.email",
  "%{ir}.%{v}.%{d}.spf.has.pphosted.com",
  "xn--bj0bj06e.example",
];

const words = (...texts: string[]) => fc.constantFrom(...texts);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(""));
const byte = fc.nat(255).map(String);
const anyIpv4 = joined(byte, words("."), byte, words("."), byte, words("."), byte);
const anyIpv6 = fc
  .tuple(fc.integer({ min: 0x2001, max: 0x2a10 }), fc.nat(0xffff), fc.nat(0xffff))
  .map((groups) => `${groups.map((group) => group.toString(16)).join(":")}::`);
const anyLength = (most: number) => fc.integer({ min: 8, max: most }).map((length) => `/${length}`);
const anySender = words(...SENDERS);

const anyGoodTerm = fc.oneof(
  { weight: 8, arbitrary: joined(words("include:"), anySender) },
  { weight: 6, arbitrary: joined(words("ip4:", "+ip4:"), anyIpv4, fc.oneof(words(""), anyLength(32))) },
  { weight: 2, arbitrary: joined(words("ip6:"), anyIpv6, fc.oneof(words("/32", "/48"), anyLength(128))) },
  {
    weight: 4,
    arbitrary: words("a", "mx", "+a", "+mx", "ptr", "?all", "a/24", "mx/24//64", "exists:%{i}.spf.d.example"),
  },
  {
    weight: 2,
    arbitrary: joined(words("a:mail.", "mx:", "a:www.", "A:", "MX:"), words("d.example", "d.example.")),
  },
  { weight: 1, arbitrary: joined(words("redirect=", "exp=", "ra=", "moz=", "t="), anySender) },
);

/** Mistakes as they are published; most make a permerror, some only look as if they did. */
const anyMistake = fc.oneof(
  joined(words("ip4: ", "ip4 ", "ip4=", "ip4:=", "ip:", "ipv4:", "IP4;", "ip6:", "ip4:ip4:", "a:"), anyIpv4),
  joined(words("ip6:", "ip4:"), anyIpv6, words("/129", "/064", "//64", "/", "/24/24")),
  joined(
    words("include: ", "include=", "include ", "includes:", "include:https://", "include:@", "-include:"),
    anySender,
  ),
  joined(words("redirect:", "redirect= ", "-redirect=", "redirect=redirect="), anySender),
  joined(anyIpv4, words("", "/33", "/24 ", "~all")),
  joined(words("include:"), anySender, words(",", ";", "~all", "-all", "..", "/24", ":25", '"', "?")),
  words(
    "-all;",
    "- all",
    "‑all",
    "–all",
    "—all",
    "～all",
    "−all",
    "~all.",
    "all -all",
    "-all -all",
    "-ALL",
    "“v=spf1",
    "\\;",
  ),
  words(
    "v=spf1",
    "v=spf1 ",
    "v=spf2",
    "spf2.0/pra",
    "V=SPF1",
    "v=DMARC1; p=none",
    "google-site-verification=x",
    "ms=ms1234",
  ),
  words(
    "mx:",
    "a:",
    "include:",
    "exists:",
    "redirect=",
    "ptr:",
    "mx:localhost",
    "a:192.168.0.1",
    "mx:10.0.0.1/8",
    "a:mail",
  ),
  words(
    "%{i",
    "exists:%{x}.d.example",
    "exists:%i.d.example",
    "include:%{d0}.d.example",
    "%%",
    "exists:%{ir}",
    "\t",
    "\u0000",
    "\u00a0",
  ),
);

/**
 * The text of a record as domains publish it: the version, terms of providers' names and networks, some with a mistake,
 * and an end; now and then in capitals, with many spaces, or very long.
 */
export const anyPublished: fc.Arbitrary<string> = fc
  .record({
    version: fc.oneof(
      { weight: 20, arbitrary: words("v=spf1") },
      { weight: 1, arbitrary: words("V=spf1", "v=spf1.", "v=spf1,", " v=spf1", "v= spf1", '"v=spf1') },
    ),
    terms: fc.array(fc.oneof({ weight: 12, arbitrary: anyGoodTerm }, { weight: 1, arbitrary: anyMistake }), {
      maxLength: 14,
    }),
    end: words("-all", "~all", "?all", "+all", "", " -all ", "~all\r\n", "redirect=_spf.d.example"),
    gap: fc.oneof(
      { weight: 20, arbitrary: words(" ") },
      { weight: 1, arbitrary: words("  ", "\t", "", ", ", "\n", "; ") },
    ),
    times: fc.oneof({ weight: 50, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(200) }),
  })
  .map(({ version, terms, end, gap, times }) =>
    [version, ...Array.from({ length: times }, () => terms).flat(), end].join(gap),
  );
