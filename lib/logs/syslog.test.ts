import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JournalExportReader } from "./journal-export";
import { EnvelopeReader } from "./syslog";

const TEXT = "6AO3SgMK004568: from=<a@b.example>, size=1";
const at = (text: string) => Date.parse(text);

const forms: [
  name: string,
  line: string,
  host: string | null,
  program: string,
  pid: number | null,
  wall: string,
][] = [
  [
    "the traditional form",
    `Nov 24 12:28:42 spf sendmail[4568]: ${TEXT}`,
    "spf",
    "sendmail",
    4568,
    "1972-11-24T12:28:42Z",
  ],
  [
    "a day of one digit",
    `Jan  1 00:00:05 spf sendmail[4568]: ${TEXT}`,
    "spf",
    "sendmail",
    4568,
    "1972-01-01T00:00:05Z",
  ],
  [
    "a day that is not padded",
    `Jan 1 00:00:05 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-01-01T00:00:05Z",
  ],
  [
    "the 29th of February",
    `Feb 29 00:00:05 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-02-29T00:00:05Z",
  ],
  [
    "a year after the day",
    `Nov 24 2026 12:28:42 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "2026-11-24T12:28:42Z",
  ],
  [
    "a priority",
    `<22>Nov 24 12:28:42 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  ["no pid", `Nov 24 12:28:42 spf spfmilter: ${TEXT}`, "spf", "spfmilter", null, "1972-11-24T12:28:42Z"],
  [
    "an ISO stamp",
    `2026-11-24T12:28:36.231337+09:00 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "2026-11-24T12:28:36.231Z",
  ],
  [
    "RFC 5424",
    `<22>1 2026-11-24T12:28:36.231337+09:00 spf sendmail 1 - - ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "2026-11-24T12:28:36.231Z",
  ],
  [
    "RFC 5424 with data",
    `<22>1 2026-11-24T12:28:36Z spf sendmail 1 ID [a b="]\\" ["][c] ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "2026-11-24T12:28:36Z",
  ],
  [
    "Solaris",
    `Nov 24 12:28:42 spf sendmail[1]: [ID 801593 mail.info] ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "FreeBSD",
    `Nov 24 12:28:42 <mail.info> spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "facility words",
    `Nov 24 12:28:42 spf mail.info sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "a forwarding host",
    `Nov 24 12:28:42 loghost spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "a forwarded stamp",
    `2026-11-24T12:28:43Z loghost Nov 24 12:28:42 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "2026-11-24T12:28:43Z",
  ],
  [
    "chained hosts",
    `Nov 24 12:28:42 loghost/spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "an IPv6 host",
    `Nov 24 12:28:42 2001:db8::1 sendmail[1]: ${TEXT}`,
    "2001:db8::1",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "a mark of byte order",
    `\xef\xbb\xbfNov 24 12:28:42 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "NULs before it",
    `\0\0\0Nov 24 12:28:42 spf sendmail[1]: ${TEXT}`,
    "spf",
    "sendmail",
    1,
    "1972-11-24T12:28:42Z",
  ],
  [
    "a container runtime",
    `2026-11-24T12:28:36.2+09:00 stdout F sendmail[1]: ${TEXT}`,
    null,
    "sendmail",
    1,
    "2026-11-24T12:28:36.2Z",
  ],
  [
    "docker JSON",
    JSON.stringify({ log: `sendmail[1]: ${TEXT}\n`, stream: "stderr", time: "2026-11-24T03:28:36.2Z" }),
    null,
    "sendmail",
    1,
    "2026-11-24T03:28:36.2Z",
  ],
  [
    "journald JSON",
    JSON.stringify({
      __REALTIME_TIMESTAMP: "1795490922000003",
      _HOSTNAME: "spf",
      SYSLOG_IDENTIFIER: "sendmail",
      SYSLOG_PID: "1",
      MESSAGE: [...Buffer.from(TEXT)],
    }),
    "spf",
    "sendmail",
    1,
    new Date(1795490922000).toISOString(),
  ],
];

describe("the envelope is read of", () => {
  test.each(forms)("%s", (_name, line, host, program, pid, wall) => {
    const read = new EnvelopeReader().read(line);
    expect(read).toMatchObject({ host, program, pid, text: TEXT });
    expect(read.stamp?.wall).toBe(at(wall));
  });
});

test("an entry of a journal export is read, with a binary value that holds newlines", () => {
  const value = Buffer.from("6AO: a\nb\0c", "latin1");
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(value.length));
  const stream = `__REALTIME_TIMESTAMP=1795490922000003\n_HOSTNAME=spf\nSYSLOG_IDENTIFIER=sendmail\nMESSAGE\n${length.toString("latin1")}${value.toString("latin1")}\n\n`;
  const reader = new JournalExportReader();
  const entries = stream.split("\n").map((line) => reader.push(line));
  expect(entries.filter(Boolean)).toMatchObject([{ host: "spf", program: "sendmail", text: "6AO: a\nb\0c" }]);
});

test("no text makes the envelope throw, and a text with a stamp keeps its message", () => {
  const reader = new EnvelopeReader();
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "Nov 24 12:28:42 ",
      "<22>1 ",
      "2026-11-24T12:28:36+09:00",
      " ",
      "[",
      ": ",
      "{",
      '"MESSAGE":',
      "-",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      reader.read(pieces.join(""));
    }),
    { numRuns: 3000 },
  );
});
