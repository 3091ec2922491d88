import { describe, expect, test } from "vitest";
import { fixedZone } from "@/lib/logs/zone";
import { periodOf } from "@/lib/queries/period";
import { type Parameters, readAddress } from "./address";
import {
  bucketHref,
  messagesHref,
  type Narrowing,
  narrowedQuery,
  narrowingsOf,
  type View,
  viewOfHours,
} from "./view";

const zone = fixedZone(540);
const viewOf = (given: Parameters): View => ({
  address: readAddress("/", given).address,
  zone,
  zoneName: "Asia/Seoul",
});

describe("a number leads to what it counts", () => {
  test.each<[string, Parameters, Narrowing[], string]>([
    ["under no condition", {}, [["result", "fail"]], "result=fail"],
    ["under a condition of another field", { host: "mx1" }, [["result", "fail"]], "host=mx1&result=fail"],
    [
      "of one of the results asked for",
      { result: ["fail", "softfail"] },
      [["result", "softfail"]],
      "result=softfail",
    ],
    ["of which one is asked for", { result: "fail" }, narrowingsOf(["fail", "softfail"]), "result=fail"],
    [
      "of which one is left out",
      { "result!": "fail" },
      narrowingsOf(["fail", "softfail"]),
      "result=softfail",
    ],
    ["of a part of what was accepted", { action: "accept" }, narrowingsOf([], ["tagged"]), "action=tagged"],
    [
      "of more than what was accepted",
      { action: "accept" },
      narrowingsOf([], ["accept", "unchecked", "brokenOff"]),
      "action=untouched&action=unchecked",
    ],
    [
      "of accepted ones where those are left out",
      { "action!": "accept" },
      narrowingsOf([], ["unchecked", "brokenOff"]),
      "action=brokenOff",
    ],
    [
      "of an address within a network",
      { client: "192.0.2.0/24" },
      [["client", "192.0.2.7"]],
      "client=192.0.2.7",
    ],
    [
      "of an address outside of one",
      { "client!": "192.0.2.0/24" },
      [["client", "198.51.100.7"]],
      "client!=192.0.2.0/24&client=198.51.100.7",
    ],
    [
      "of one of two domains",
      { domain: ["a.example", "b.example"] },
      [["domain", "b.example"]],
      "domain=b.example",
    ],
  ])("%s", (_, given, narrowings, query) => {
    expect(messagesHref(viewOf(given), ...narrowings)).toBe(`/messages?${query}`);
  });

  test("as the conditions of a bar do", () => {
    const view = viewOf({ result: ["fail", "softfail"], helo: "a&b=c", from: "2026-11-01" });
    const query = new URLSearchParams(narrowedQuery(view, ["result", "fail"]));
    expect([...query]).toEqual([
      ["helo", "a&b=c"],
      ["result", "fail"],
    ]);
  });
});

test("hours lead to themselves", () => {
  const hours = { from: Date.UTC(2026, 10, 23, 22), to: Date.UTC(2026, 10, 24, 3) };
  const view = viewOfHours(viewOf({ range: "1y", host: "mx1" }), hours);
  expect(messagesHref(view)).toBe("/messages?from=2026-11-24T07&to=2026-11-24T11&host=mx1");
  expect(periodOf(view.address, { from: 0, to: hours.to }, zone, hours.to)).toMatchObject(hours);
});

describe("a bucket leads to its own time", () => {
  const now = Date.UTC(2026, 10, 24, 3);
  test.each<[string, Parameters, number]>([
    ["an hour of the last day", { range: "24h" }, 1],
    ["a day", { range: "7d" }, 3],
    ["a week", { range: "1y" }, 3],
    ["an hour of one's own", { from: "2026-11-01", to: "2026-11-02" }, 7],
    ["a day that begins at an hour", { from: "2026-11-01T09", to: "2026-11-05T08" }, 1],
    ["the rest of a month", { from: "2023-01-15T05", to: "2026-11-05T08" }, 0],
    ["the last, cut short", { from: "2026-11-01T09", to: "2026-11-05T11" }, 4],
  ])("%s", (_, given, n) => {
    const view = viewOf(given);
    const data = { from: Date.UTC(2020, 0, 1), to: now };
    const period = periodOf(view.address, data, zone, now);
    const bucket = period.buckets[n]!;
    const href = new URL(bucketHref(view, bucket, period.unit, period.endWall), "http://localhost");
    const { address } = readAddress("/messages", Object.fromEntries(href.searchParams));
    expect(periodOf(address, data, zone, now)).toMatchObject({ from: bucket.from, to: bucket.to });
  });
});
