import type { Zone } from "@/lib/logs/zone";
import type { TimeRange } from "@/lib/queries/range";
import type { Language } from "@/lib/spf/sentence";
import type { GroupHrefs } from "./group-tick";

/** What every row of the traffic must know. */
export interface TrafficContext {
  domain: string;
  /** The time that was looked at. */
  range: TimeRange;
  /** By the group's key. */
  hrefs: Readonly<Record<string, GroupHrefs>>;
  language: Language;
  zone: Zone;
}
