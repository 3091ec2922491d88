import type { Zone } from "@/lib/logs/zone";
import { wallOf } from "@/lib/queries/calendar";
import type { TimeRange } from "@/lib/queries/range";

/** What of the stored messages is looked at; `zone` is the site's own, which the list of messages reckons in. */
interface Looked {
  domain: string;
  range: TimeRange;
  zone: Zone;
}

/** The list of a client's messages as a domain, from the first to the last hour of a range. */
export function trafficMessagesHref({ domain, range, zone }: Looked, client: string): string {
  const hour = (instant: number) => new Date(wallOf(instant, zone)).toISOString().slice(0, 13);
  const query = new URLSearchParams({ from: hour(range.from), to: hour(range.to - 1), domain, client });
  return `/messages?${query}`;
}
