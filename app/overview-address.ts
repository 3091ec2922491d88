import type { PeriodLinks } from "@/components/overview/period-bar";
import { type Zone, zoneOf } from "@/lib/logs/zone";
import { type Period, type PeriodRequest, PRESETS, type Preset } from "@/lib/queries/period";

/** What the address of the overview says; `tz` is null where the server's own time zone is meant. */
export interface OverviewAddress extends PeriodRequest {
  tz: string | null;
}

type Parameters = Record<string, string | string[] | undefined>;

const DEFAULT: Preset = "30d";

/** Reads `?range=30d&to=2026-11-24&tz=Asia/Seoul`; what cannot be read counts as not given. */
export function readAddress(parameters: Parameters): OverviewAddress {
  const text = (name: string) => [parameters[name]].flat()[0] ?? "";
  const preset = PRESETS.find((known) => known === text("range")) ?? DEFAULT;
  const tz = text("tz");
  return { preset, last: readLast(text("to")), tz: tz.length < 64 && zoneOf(tz) !== null ? tz : null };
}

/** A day, or an hour as in 2026-11-24T09, on the wall clock. */
function readLast(text: string): number | null {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d))?$/.exec(text) ?? [];
  const time = Date.parse(`${day}T${hour ?? "23"}:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

/** The address of another period, in the same time zone. */
export function addressOf({ preset, last, tz }: OverviewAddress): string {
  const parameters = new URLSearchParams();
  if (preset !== DEFAULT) parameters.set("range", preset);
  if (last !== null) parameters.set("to", new Date(last).toISOString().slice(0, preset === "24h" ? 13 : 10));
  if (tz !== null) parameters.set("tz", tz);
  const query = parameters.toString().replaceAll("%2F", "/");
  return query === "" ? "/" : `/?${query}`;
}

/** Where the overview of a period leads. */
export function linksOf(address: OverviewAddress, period: Period): PeriodLinks {
  const { earlier, later } = period;
  const href = (changes: Partial<OverviewAddress>) => addressOf({ ...address, ...changes });
  return {
    presets: PRESETS.map((preset) => ({
      preset,
      href: href({ preset, last: preset === "all" || period.later === null ? null : period.lastWall }),
      isShown: preset === period.preset,
    })),
    earlier: earlier === null ? null : href({ last: earlier }),
    later: later === null ? null : href({ last: later === "newest" ? null : later }),
  };
}

/** The time zone an address means. */
export function zoneFor({ tz }: OverviewAddress, serverZone: string): { name: string; zone: Zone } {
  const name = tz ?? serverZone;
  return { name, zone: zoneOf(name) ?? zoneOf("UTC")! };
}
