import { expect, test } from "vitest";
import type { LineCount } from "./count-lines";
import type { LogSource } from "./log-sources";
import { reconcile } from "./sources-reconcile";

const log = (lines: number, partial = 0) => ({ lines, partial }) as LogSource;
const counted = (newlines: number, withNul = false): LineCount => ({ kind: "counted", newlines, withNul });

test.each<[string, LogSource, LineCount, object]>([
  ["as many", log(9), counted(9), { kind: "equal", file: 9, read: 9, withPartial: false }],
  ["a last line without a newline", log(10, 7), counted(9), { kind: "equal", file: 10, withPartial: true }],
  ["a line read twice", log(10), counted(9), { kind: "more", file: 9, read: 10, withNul: false }],
  ["a line that NUL bytes part", log(10), counted(9, true), { kind: "more", withNul: true }],
  ["a line that was not read", log(8), counted(9), { kind: "fewer", file: 9, read: 8 }],
  ["another file", log(8), { kind: "short" }, { kind: "other" }],
  ["a file too large", log(8), { kind: "tooMuch" }, { kind: "tooMuch" }],
  ["a file that cannot be read", log(8), { kind: "unreadable" }, { kind: "unreadable" }],
])("%s", (_, given, count, expected) => {
  expect(reconcile(given, count)).toMatchObject(expected);
});
