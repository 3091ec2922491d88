import { expect, test } from "vitest";
import { addressOf, readAddress } from "./overview-address";

test.each([
  ["nothing", {}, "/"],
  ["the default", { range: "30d" }, "/"],
  ["a range", { range: "1y" }, "/?range=1y"],
  ["a day", { to: "2026-11-24" }, "/?to=2026-11-24"],
  ["an hour", { range: "24h", to: "2026-11-24T09" }, "/?range=24h&to=2026-11-24T09"],
  ["a day's hours", { range: "24h", to: "2026-11-24" }, "/?range=24h&to=2026-11-24T23"],
  ["a zone", { tz: "Asia/Seoul" }, "/?tz=Asia/Seoul"],
  ["all", { range: "7d", to: "2026-01-31", tz: "+09:00" }, "/?range=7d&to=2026-01-31&tz=%2B09%3A00"],
  ["a range twice", { range: ["7d", "90d"] }, "/?range=7d"],
  ["no such range", { range: "__proto__" }, "/"],
  ["no such day", { to: "2026-13-01" }, "/"],
  ["no such hour", { to: "2026-11-24T25" }, "/"],
  ["no such zone", { tz: "Mars/Olympus" }, "/"],
  ["far too much", { tz: "x".repeat(100_000), to: "9".repeat(100_000) }, "/"],
])("an address that names %s is read, and written the same", (_, given, written) => {
  expect(addressOf(readAddress(given))).toBe(written);
});
