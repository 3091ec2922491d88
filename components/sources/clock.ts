import { useFormatter } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import type { Zone } from "@/lib/logs/zone";

/** The wall clock of a page, and how its links keep it. */
export interface PageClock {
  name: string;
  zone: Zone;
  /** A path with what the address says of the zone, and with other parameters. */
  href(path: string, parameters?: Record<string, string>): string;
}

/** Beyond what a Date holds; logs may name any time. */
const LAST = 8.64e15;

/** Writes instants on the page's clock; `none` stands for what has no time. */
export function useTime({ zone }: PageClock, none = ""): (instant: number | null) => string {
  const format = useFormatter();
  return (instant) =>
    instant === null || Math.abs(instant) > LAST - 86_400_000 ? none : instantText(format, instant, zone);
}
