import { expect, test } from "vitest";
import { duration } from "./duration";

test.each([
  [0, "0초", "0 seconds"],
  [1, "1초", "1 second"],
  [300, "5분", "5 minutes"],
  [3600, "1시간", "1 hour"],
  [5400, "1시간 30분", "1 hour 30 minutes"],
  [86_399, "23시간 59분", "23 hours 59 minutes"],
  [86_400, "1일", "1 day"],
  [1_209_600, "14일", "14 days"],
  [-5, "0초", "0 seconds"],
])("%d seconds", (seconds, ko, en) => {
  expect(duration(seconds, "ko")).toBe(ko);
  expect(duration(seconds, "en")).toBe(en);
});
