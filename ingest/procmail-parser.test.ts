import { expect, test } from "vitest";
import { fixedZone } from "@/lib/logs/zone";
import { ProcmailParser } from "./procmail-parser";

const LINES = [
  "From lee@example.com  Tue Nov 24 19:52:00 2026",
  " Subject: hello",
  "  Folder: /var/mail/kim                                             1234",
  "From lee@example.com  Tue Nov 24 20:10:00 2026",
  " Subject: again",
  "  Folder: /var/mail/kim                                             1234",
];

test("the log's first and last time are those of the clock that wrote it; deliveries keep what they say", () => {
  const parser = new ProcmailParser(null, fixedZone(540));
  LINES.forEach((line, n) => {
    parser.read(line, n);
  });
  const { firstTime, lastTime, blocks } = parser.take(true);
  expect([firstTime, lastTime]).toEqual([Date.UTC(2026, 10, 24, 10, 52), Date.UTC(2026, 10, 24, 11, 10)]);
  expect(blocks.map(({ time }) => time)).toEqual([
    Date.UTC(2026, 10, 24, 19, 52),
    Date.UTC(2026, 10, 24, 20, 10),
  ]);
});
