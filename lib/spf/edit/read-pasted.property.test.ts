import fc from "fast-check";
import { expect, test } from "vitest";
import { splitStrings, zoneLines } from "../draft/zone-lines";
import { anyValidRecord, anyWrittenRecord } from "../lint/lint.fixture";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { plainText } from "./paste-characters";
import { readPasted } from "./read-pasted";

const PIECES = [
  ...[
    '"',
    '\\"',
    "'",
    "`",
    "(",
    ")",
    ";",
    "\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "\\",
    "\\032",
    "\\065",
    "\\\n",
    ",",
  ],
  ...[
    "v=spf1",
    "v=spf1 ",
    "V=SPF1 mx",
    "ｖ＝spf1 ",
    "v&#61;spf1 ",
    "v=spf1mx ",
    "v= spf2 ",
    "-all",
    "all",
    "~all",
    " mx ",
    "ip4:192.0.2.0/24",
  ],
  ...[
    "&quot;",
    "&amp;",
    "quot;",
    "nbsp;",
    "&#",
    "34;",
    "<br>",
    "<b>",
    "</td",
    ">",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "–",
    "“",
  ],
  ...[
    "a.example. 300 IN TXT ",
    "@ TXT (",
    "$ORIGIN b.example.\n",
    "text = ",
    "descriptive text ",
    "Value: ",
    "; ",
  ],
  ...["값: ", "\ud800", "\0", "\x7f", "é"],
];
const anyPieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(anyPieces, anyWrittenRecord, anyRecord, fc.string({ unit: "binary" }), fc.string());

test("a clean record stays as it is", () => {
  fc.assert(
    fc.property(anyValidRecord, (text) => {
      expect(readPasted(text.trim())).toEqual({ domain: null, record: text.trim(), others: [], changes: [] });
    }),
  );
});

test("a record with mistakes in plain characters stays as it is, for the linter to explain", () => {
  fc.assert(
    fc.property(anyWrittenRecord, (text) => {
      fc.pre(/^v=spf1(?![a-z0-9._-])[\x20-\x7e]*[\x21-\x7e]$/i.test(text) && !/["\\&<]/.test(text));
      expect(readPasted(text)).toEqual({ domain: null, record: text, others: [], changes: [] });
    }),
    { numRuns: 2_000 },
  );
});

/** What programs and people make of a record; each can be read back. */
const MANGLED: Record<string, (text: string) => string> = {
  "a zone line": (text) => zoneLines("a.example", text, 300).join("\n"),
  "strings in parentheses": (text) =>
    `a.example. IN TXT (\n${splitStrings(text)
      .map((string) => `  "${string}" ; part`)
      .join("\n")} )`,
  "short strings": (text) => `"${text.match(/.{1,20}/g)!.join('" "')}"`,
  "dig +short": (text) => `"x=1"\n"${text}"\n"y=2"`,
  JSON: (text) => JSON.stringify({ content: text, ttl: 300 }),
  "JSON in JSON": (text) => JSON.stringify({ Value: `"${text}"` }),
  NBSP: (text) => text.replaceAll(" ", "\u00a0"),
  tabs: (text) => `\t${text.replaceAll(" ", "\t")}\n`,
  "full width": (text) =>
    text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  entities: (text) => text.replace(/[^a-z0-9]/gi, (letter) => `&#${letter.charCodeAt(0)};`),
  "zero width": (text) => text.replace(/(?<=[a-z0-9 ])(?=[a-z0-9])/gi, "\u200b"),
  "a panel": (text) => `Type\tTXT\nValue: ${text}\nTTL\t300`,
  backticks: (text) => `set \`${text}\` there`,
};

test.each(Object.entries(MANGLED))("%s is read back", (_, mangle) => {
  fc.assert(
    fc.property(anyValidRecord, (text) => {
      const record = text.trim().replace(/ +/g, " ");
      // A text behind "all" that is no modifier may as well belong to the line around it.
      fc.pre(!/all .*(?:all|[^=]*$)/.test(record) && record.length > 6);
      expect(readPasted(mangle(record)).record).toBe(record);
    }),
  );
});

test("what was read is read again as it is", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { record, others } = readPasted(text);
      for (const one of [record, ...others])
        expect(readPasted(one)).toMatchObject({ record: one, others: [], domain: null });
      expect(record).not.toMatch(/^\s|\s$|[\t\r\n]/);
    }),
    { numRuns: 20_000 },
  );
});

/** The text with all that may be read as something else read so, without what may go away. */
function letters(text: string): string {
  let [read, before] = [text, ""];
  for (; read !== before; read = plainText(read.replace(/[\s"\\]/g, "")).text) before = read;
  return read.replace(/\s/g, "");
}

/** Whether letters stand in a text in their order, whatever stands between them. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

test("nothing comes into a record that was not in the text, in its order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(!/\\\d{3}/.test(text));
      const sources = [letters(text), plainText(text).text, text];
      const { record, others } = readPasted(text);
      for (const one of [record, ...others]) {
        const isInOrder = sources.some(
          (source) => isWithin(letters(one), source) || isWithin(one.replace(/ /g, ""), source),
        );
        expect({ one, isInOrder }).toEqual({ one, isInOrder: true });
      }
    }),
    { numRuns: 5_000 },
  );
});

test("no sign of an all is lost", () => {
  const count = (text: string) =>
    parseRecord(text).directives.filter(
      ({ qualifier, mechanism }) => qualifier === "+" && mechanism.name === "all",
    ).length;
  const anySign = fc.constantFrom(
    "-",
    "~",
    "?",
    "\u2013",
    "\u2212",
    "\uff0d",
    "\uff5e",
    "\u00ad",
    "&#45;",
    "<b>-</b>",
    "-\u200b",
    '-" "',
    "\\045",
    "\u30fc",
  );
  fc.assert(
    fc.property(
      anySign,
      fc.constantFrom("", '"', 'a.example. TXT "', "Value: ", "“"),
      anyPieces,
      (sign, before, noise) => {
        const text = `${before}v=spf1 mx ${sign}all${before.endsWith('"') ? '"' : ""}\n${noise.replace(/all|v=?spf|\uff4c/gi, "")}`;
        expect({ text, wide: count(readPasted(text).record) }).toEqual({ text, wide: 0 });
      },
    ),
    { numRuns: 3_000 },
  );
});

test("100 kB of anything are read in one go", () => {
  const parts = [
    ...PIECES,
    "a",
    '"v=spf1 ',
    "v=spf1\n",
    "x ",
    '"" ',
    "; v=spf1 ",
    "\n mx",
    "x all ",
    "a.example TXT ",
  ];
  for (const part of parts) {
    const text = `v=spf1 "${part.repeat(Math.ceil(100_000 / part.length))}`;
    expect(readPasted(text).record.length).toBeLessThanOrEqual(text.length);
  }
});
