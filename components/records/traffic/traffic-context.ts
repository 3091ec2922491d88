import type { Zone } from "@/lib/logs/zone";
import type { Language } from "@/lib/spf/sentence";
import type { GroupHrefs } from "./group-tick";

/** What every row of the traffic must know. */
export interface TrafficContext {
  domain: string;
  days: number;
  /** By the group's key. */
  hrefs: Readonly<Record<string, GroupHrefs>>;
  language: Language;
  zone: Zone;
}
