import { expect, test } from "vitest";
import { readAddress } from "@/components/ui/address";
import { fixedZone } from "@/lib/logs/zone";
import { periodOf } from "@/lib/queries/period";
import { lastDays } from "@/lib/queries/range";
import { trafficMessagesHref } from "./messages-href";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 21, 40, 13);
const RECENT = { from: NOW - 400 * 24 * HOUR, to: NOW + HOUR };
const OLD = { from: NOW - 400 * 24 * HOUR, to: Date.UTC(2026, 8, 2, 7) };

test.each([
  ["of new mail", RECENT],
  ["of mail that ended long ago", OLD],
])("a count %s leads to the list of the messages that it counts", (_, data) => {
  for (const zone of [fixedZone(540), fixedZone(0), fixedZone(-300)])
    for (const days of [7, 30, 90, 365]) {
      const range = lastDays(days, data, NOW);
      const href = trafficMessagesHref({ domain: "example.com", range, zone }, "192.0.2.7");
      const query = new URLSearchParams(href.split("?")[1]);
      const { address, problems } = readAddress("/messages", Object.fromEntries(query));
      expect(problems).toEqual([]);
      expect(address.filter.map(({ field, value }) => `${field} ${value}`)).toEqual([
        "domain example.com",
        "client 192.0.2.7",
      ]);
      const period = periodOf(address, data, zone, NOW);
      expect(period.from).toBe(range.from);
      // Nothing is newer than what the count ends with but what comes in the same hour.
      expect(period.to).toBe(Math.ceil(range.to / HOUR) * HOUR);
    }
});
