import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCharset, decodeText, latin1Bytes } from "./charset";
import { decodeHeaderText } from "./encoded-words";

const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const EUC_KR = "\xc7\xd1\xb1\xdb";

test.each([
  [
    "the guide's subject, whole",
    "=?ks_c_5601-1987?B?xde9usauIF8gc3BmIHNvZnQgZmFpbLfOIMDOx9EgU1BBTSDFwg==?=  =?ks_c_5601-1987?B?sdfD37Ch?=",
    "테스트 _ spf soft fail로 인한 SPAM 태그추가",
    false,
  ],
  [
    "the guide's subject, cut by procmail",
    "[SPAM] =?ks_c_5601-1987?B?xde9usauIF8gc3BmIHNvZnQgZmFpbLfOIMDOx9EgU1B",
    "[SPAM] 테스트 _ spf soft fail로 인한 SP",
    true,
  ],
  [
    "characters outside KS X 1001",
    "=?ks_c_5601-1987?B?jGO55rCix88gvIS9w8TdtvMglO4=?=",
    "똠방각하 펲시콜라 뷁",
    false,
  ],
  ["EUC-KR", "=?EUC-KR?B?W7D4wfZdIDe/+SDDu7G4vK0gvsizuw==?=", "[공지] 7월 청구서 안내", false],
  ["ISO-2022-KR", "=?ISO-2022-KR?B?GyQpQw5HUTFbDyAOQSY4cQ8gDj1DR2gP?=", "한글 제목 시험", false],
  ["Q", "=?UTF-8?Q?=ED=95=9C=EA=B8=80=20=51_=EC=9D=B8?=", "한글 Q 인", false],
  ["Q cut within a character", "=?UTF-8?Q?=ED=95=9C=EA=B8=80=20=EB=94=", "한글 ", true],
  ["Q with lower-case digits and a bare =", "=?utf-8?q?=ed=95=9c=zz=?=", "한=zz", false],
  ["one character in two words, in B and in Q", "=?utf-8?B?7ZU=?= =?UTF-8?Q?=9C?=", "한", false],
  ["words of two charsets", "=?utf-8?B?7ZWc?=\r\n =?euc-kr?Q?=B1=DB?=", "한글", false],
  ["a word cut in its name", "=?UTF-8?B?7ZWc6riA?=  =?ut", "한글", true],
  ["a word cut before its text", "a =?utf-8?B?", "a ", true],
  ["a word that lost its last sign", "=?utf-8?B?7ZWc6riA?", "한글", true],
  ["foreign characters in base64", "=?utf-8?B?7ZWc6riA!!?=", "한글", false],
  [
    "raw bytes around words",
    `=?utf-8?B?7ZWc6riA?= plain ${EUC_KR} =?ks_c_5601-1987?Q?=C7=D1=B1=DB?=`,
    "한글 plain 한글 한글",
    false,
  ],
  ["raw UTF-8", latin1("제목 그릅 8비트"), "제목 그릅 8비트", false],
  ["raw UTF-8, cut", latin1("제목").slice(0, -1), "제", true],
  ["raw EUC-KR, cut", EUC_KR.slice(0, -1), "한", true],
  ["raw ISO-2022-KR behind a tag", "[SPAM] \x1b$)C\x0eGQ1[\x0f \x0eA&8q\x0f", "[SPAM] 한글 제목", false],
  ["an unknown charset", `=?x-nobody?Q?${EUC_KR}?=`, "한글", false],
  ["a language", "=?us-ascii*en?Q?hello?=", "hello", false],
  ["what only looks like a word", "x=?y and =?a?b?c d?e=?=", "x=?y and =?a?b?c d?e=?=", false],
  ["an end that only looks like a word", "1+1=?", "1+1=?", false],
  ["controls", "tab\there \x01\x1b[31mred", "tab here \ufffd\ufffd[31mred", false],
  ["controls in a word", "=?utf-8?Q?a=0D=0ASubject:_b=00=E2=80=AE?=", "a  Subject: b\ufffd\ufffd", false],
  ["nothing", "", "", false],
])("reads %s", (_, raw, text, truncated) => {
  expect(decodeHeaderText(raw)).toEqual({ text, truncated });
});

test.each([
  ["plain", "us-ascii"],
  [latin1("제목"), "utf-8"],
  [EUC_KR, "cp949"],
  ["\x1b$)C\x0eGQ\x0f", "iso-2022-kr"],
  ["\x1b$B4A;z\x1b(B", "iso-2022-jp"],
  ["na\xefve ", "latin1"],
])("guesses the charset of %j as %s", (raw, charset) => {
  expect(decodeText(raw).charset).toBe(charset);
});

test.each([
  ["KSC5601", EUC_KR, "한글"],
  ["euc-kr", EUC_KR, "한글"],
  ["iso-8859-1", "\xe9", "é"],
  ["GB2312", "\xd6\xd0", "中"],
  ["iso-2022-jp", "\x1b$B4A;z\x1b(B", "漢字"],
  ["shift_jis", "\x8a\xbf", "漢"],
  ["windows-1252", "\x80", "€"],
  ["big5", "\xa4\xa4", "中"],
  ["us-ascii", "a", "a"],
  ["base64", "YQ", null],
  ["utf-16", "ab", null],
  ["x-nobody", "a", null],
])("decodes %s", (label, raw, text) => {
  expect(decodeCharset(latin1Bytes(raw), label)).toBe(text);
});

test("any text gives a text without control characters", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "=?",
      "?=",
      "?",
      "=",
      "utf-8?B?",
      "=?euc-kr?q?",
      "=?ISO-2022-KR?B?Gy",
      "\x1b$)C",
      "\x0e",
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(decodeHeaderText(pieces.join("")).text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
    { numRuns: 2000 },
  );
});

// At more than linear cost these would run into the limit of the test.
test("a long line of broken words is read to its end", () => {
  for (const piece of ["=?", "=?a?b?", "=?utf-8?B?7ZWc?= ", "=?utf-8?q?=", "=?utf-8?B?a b"]) {
    expect(decodeHeaderText(`${piece.repeat(60_000)} end`).text).toMatch(/ end$/);
  }
});
