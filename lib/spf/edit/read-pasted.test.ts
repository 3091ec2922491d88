import { expect, test } from "vitest";
import type { PasteChange } from "./paste-change";
import { readPasted } from "./read-pasted";

const GOOD = "v=spf1 include:_spf.a.example ip4:192.0.2.0/24 -all";

/** A text, the record in it, its domain, and what was done. */
const TABLE: [string, string, string, string | null, PasteChange[]][] = [
  ["a record", GOOD, GOOD, null, []],
  ["a line's end", `${GOOD}\r\n`, GOOD, null, []],
  ["another line", `${GOOD}\nb.example`, GOOD, null, ["surrounding-text"]],
  ["a half-typed record", "v=spf1 ip4: inc", "v=spf1 ip4: inc", null, []],
  ["nothing", "", "", null, []],
  ["a half-typed term", "inclu", "inclu", null, []],
  ["other text", "\n hello,\n world \n", "hello, world", null, ["several-lines"]],
  // Zone files
  ["a zone line", `a.example. 3600 IN TXT "${GOOD}"`, GOOD, "a.example", ["zone-line"]],
  ["a zone line of type SPF", `a.example.\tIN\tSPF\t"${GOOD}"`, GOOD, "a.example", ["zone-line"]],
  ["class before TTL, small letters", `a.example. in 1h txt "${GOOD}"`, GOOD, "a.example", ["zone-line"]],
  ["a comment behind it", `a.example. IN TXT "${GOOD}" ; old: "v=spf1 mx"`, GOOD, "a.example", ["zone-line"]],
  ["no quotes in a zone", `a.example. IN TXT ${GOOD} ; ours`, GOOD, "a.example", ["zone-line"]],
  [
    "an origin",
    `$ORIGIN a.example.\n$TTL 1h\n@ IN SOA ns root (\n 1 ; serial\n 2 3 4 5 )\n  IN NS ns\n  IN TXT "${GOOD}"`,
    GOOD,
    "a.example",
    ["zone-line"],
  ],
  [
    "a name below an origin",
    `$ORIGIN a.example.\nmail IN TXT "${GOOD}"`,
    GOOD,
    "mail.a.example",
    ["zone-line"],
  ],
  ["a relative name without an origin", `mail IN TXT "${GOOD}"`, GOOD, null, ["zone-line"]],
  ["an origin mark without an origin", `@ 300 IN TXT "${GOOD}"`, GOOD, null, ["zone-line"]],
  [
    "strings in parentheses",
    'a.example. IN TXT ( "v=spf1 include:_spf.a.example " ; first\n\t\t"ip4:192.0.2.0/24 -all" )\nb IN A 192.0.2.1',
    GOOD,
    "a.example",
    ["zone-line", "joined-strings"],
  ],
  [
    "a parenthesis on its own line",
    'a.example. IN TXT (\n  "v=spf1 include:_spf.a"\n  ".example ip4:192.0.2.0/24 -all"\n)',
    GOOD,
    "a.example",
    ["zone-line", "joined-strings"],
  ],
  [
    "a space missing between strings",
    'a.example. TXT "v=spf1 include:_spf.a.example" "ip4:192.0.2.0/24 -all"',
    "v=spf1 include:_spf.a.exampleip4:192.0.2.0/24 -all",
    "a.example",
    ["zone-line", "joined-strings", "missing-space"],
  ],
  ["each term a string", '"v=spf1" "mx" "-all"', "v=spf1mx-all", null, ["joined-strings", "missing-space"]],
  [
    "escapes",
    'a.example. TXT "v=spf1\\032mx\\032\\045all"',
    "v=spf1 mx -all",
    "a.example",
    ["zone-line", "escapes"],
  ],
  [
    "an escaped space of UTF-8",
    '"v=spf1 mx\\194\\160-all"',
    "v=spf1 mx -all",
    null,
    ["quotes", "escapes", "spaces"],
  ],
  [
    "a line that is commented out",
    `; a.example. TXT "v=spf1 mx -all"\na.example. TXT "${GOOD}"`,
    GOOD,
    "a.example",
    ["zone-line"],
  ],
  ["only one that is commented out", `; a.example. TXT "${GOOD}"`, GOOD, null, ["zone-line"]],
  [
    "a version that a term is glued to",
    'a.example. TXT "v=spf1ip4:192.0.2.1 -all"',
    "v=spf1ip4:192.0.2.1 -all",
    "a.example",
    ["zone-line"],
  ],
  ["a mistyped version", '"v=spf2 mx -all"', "v=spf2 mx -all", null, ["quotes"]],
  ["a half-typed version", "v=sp", "v=sp", null, []],
  // Tools
  [
    "dig",
    `;; QUESTION SECTION:\n;a.example.\t\tIN\tTXT\n\n;; ANSWER SECTION:\na.example.\t300\tIN\tTXT\t"x=1"\na.example.\t300\tIN\tTXT\t"${GOOD}"\n\n;; Query time: 3 msec`,
    GOOD,
    "a.example",
    ["zone-line"],
  ],
  [
    "dig +short",
    `"x=1"\n"v=spf1 include:_spf.a.example " "ip4:192.0.2.0/24 -all"\n"MS=ms1"`,
    GOOD,
    null,
    ["surrounding-text", "joined-strings"],
  ],
  ["host", `a.example descriptive text "${GOOD}"`, GOOD, "a.example", ["tool-output"]],
  ["nslookup", `Server:\t\t192.0.2.53\n\na.example\ttext = "${GOOD}"\n`, GOOD, "a.example", ["tool-output"]],
  [
    "nslookup of Windows",
    'a.example\ttext =\r\n\r\n\t"v=spf1 include:_spf.a.example "\r\n\t"ip4:192.0.2.0/24 -all"\r\n',
    GOOD,
    "a.example",
    ["tool-output", "joined-strings"],
  ],
  // Panels and files
  [
    "a panel",
    `Type: TXT\nHost: a.example\nValue: ${GOOD}\nTTL: 3600`,
    GOOD,
    "a.example",
    ["surrounding-text"],
  ],
  ["a panel in Korean", `호스트: a.example\n값： ${GOOD}`, GOOD, "a.example", ["surrounding-text"]],
  ["spf=", `spf=${GOOD}`, GOOD, null, ["surrounding-text"]],
  ["type and value", `TXT "${GOOD}"`, GOOD, null, ["zone-line"]],
  ["name and value", `a.example: ${GOOD}`, GOOD, "a.example", ["surrounding-text"]],
  ["JSON", `{"type":"TXT","content":"${GOOD}","ttl":300}`, GOOD, null, ["surrounding-text", "quotes"]],
  ["JSON in JSON", `{"Value":"\\"${GOOD}\\""}`, GOOD, null, ["surrounding-text", "quotes"]],
  [
    "JSON with two strings",
    '["v=spf1 include:_spf.a.example ", "ip4:192.0.2.0/24 -all"]',
    GOOD,
    null,
    ["surrounding-text", "joined-strings"],
  ],
  ["CSV", `"a.example","TXT","${GOOD}","300"`, GOOD, null, ["surrounding-text", "quotes"]],
  [
    "CSV with doubled quotes",
    `a.example,TXT,"""${GOOD}"""`,
    GOOD,
    null,
    ["surrounding-text", "joined-strings"],
  ],
  ["single quotes", `'${GOOD}'`, GOOD, null, ["quotes"]],
  ["backticks in a sentence", `Add \`${GOOD}\` to your zone.`, GOOD, null, ["surrounding-text", "quotes"]],
  ["a sentence", `Please publish ${GOOD}. Thank you!`, GOOD, null, ["surrounding-text"]],
  ["parentheses in a sentence", `(now: ${GOOD})`, GOOD, null, ["surrounding-text"]],
  ["an answer in a mail", `> ${GOOD}`, GOOD, null, ["surrounding-text"]],
  ["a quote that is not closed", `"${GOOD}`, GOOD, null, []],
  ["a quote that was not opened", `${GOOD}"`, GOOD, null, ["quotes"]],
  [
    "strings whose outer quotes were not copied",
    'v=spf1 include:_spf.a.example " "ip4:192.0.2.0/24 -all',
    GOOD,
    null,
    ["joined-strings"],
  ],
  // Characters
  ["NBSP", GOOD.replaceAll(" ", "\u00a0"), GOOD, null, ["spaces"]],
  ["tabs", GOOD.replaceAll(" ", "\t"), GOOD, null, ["spaces"]],
  ["lines", GOOD.replaceAll(" ", "\n"), GOOD, null, ["several-lines"]],
  [
    "lines with something behind",
    `${GOOD.replaceAll(" ", "\r\n")}\r\n\r\nRegards`,
    GOOD,
    null,
    ["surrounding-text", "several-lines"],
  ],
  ["zero width", GOOD.replace("ip4", "i\u200bp4").replace("v", "\ufeffv"), GOOD, null, ["invisible"]],
  [
    "full width",
    "ｖ＝ｓｐｆ１　include：_spf。a．example ＩＰ４：192.0.2.0／24 －all",
    GOOD.replace("ip4", "IP4"),
    null,
    ["spaces", "full-width", "word-processor"],
  ],
  ["a word processor", `“${GOOD.replace("-all", "–all")}”`, GOOD, null, ["quotes", "word-processor"]],
  ["a tilde of a Korean keyboard", "v=spf1 mx ∼all", "v=spf1 mx ~all", null, ["word-processor"]],
  [
    "entities",
    `&quot;${GOOD.replace(" ", "&nbsp;").replace(":", "&#58;")}&quot;`,
    GOOD,
    null,
    ["quotes", "entities"],
  ],
  ["entities of entities", `&amp;amp;quot;${GOOD}&amp;#34;`, GOOD, null, ["quotes", "entities"]],
  [
    "tags",
    `<td>TXT</td><td><code>${GOOD.replace("-", "<b>-</b>")}</code></td><td>300</td>`,
    GOOD,
    null,
    ["zone-line", "entities"],
  ],
  ["a soft hyphen that may be a sign", "v=spf1 mx \u00adall", "v=spf1 mx \u00adall", null, []],
];

test.each(TABLE)("%s", (_, text, record, domain, changes) => {
  expect(readPasted(text)).toEqual({ domain, record, others: [], changes });
});

test("other records are named, the same one again is not", () => {
  const text = `a.example. TXT "${GOOD}"\na.example. TXT "v=spf1 mx -all"\nb.example. TXT "${GOOD}"\nc.example. TXT "v=spf1 mx -all"`;
  expect(readPasted(text)).toEqual({
    domain: "a.example",
    record: GOOD,
    others: ["v=spf1 mx -all"],
    changes: ["zone-line", "several-records"],
  });
  expect(readPasted("v=spf1 mx\nv=spf1 a").others).toEqual(["v=spf1 a"]);
});

test("a second version in one record stays for the linter", () => {
  expect(readPasted("v=spf1 mx -all v=spf1 a -all;").record).toBe("v=spf1 mx -all v=spf1 a -all;");
});

test("a text that is too long is cut between terms", () => {
  const many = `v=spf1 ${"ip4:192.0.2.0/24 ".repeat(20_000)}-all`;
  const { record, changes } = readPasted(`${many}\u00a0;`);
  expect(changes).toEqual(["cut"]);
  expect(record.length).toBeLessThan(262_144);
  expect(record).toMatch(/ ip4:192\.0\.2\.0\/24$/);
});
