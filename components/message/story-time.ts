import type { useFormatter } from "next-intl";
import type { Zone } from "@/lib/logs/zone";
import { wallOf } from "@/lib/queries/calendar";

type Formatter = ReturnType<typeof useFormatter>;

const DAY = 86_400_000;
const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const DATE = { year: "numeric", month: "short", day: "numeric" } as const;

/** An instant on the wall clock of a zone, to the second. */
export function secondText(format: Formatter, instant: number, zone: Zone): string {
  return format.dateTime(wallOf(instant, zone), { ...DATE, ...CLOCK, timeZone: "UTC" });
}

/** When a step was: only the clock where that is of the message's own day. */
export function stepTime(format: Formatter, instant: number, start: number, zone: Zone): string {
  const [wall, first] = [wallOf(instant, zone), wallOf(start, zone)];
  const isSameDay = Math.floor(wall / DAY) === Math.floor(first / DAY);
  return format.dateTime(
    wall,
    isSameDay ? { ...CLOCK, timeZone: "UTC" } : { ...DATE, ...CLOCK, timeZone: "UTC" },
  );
}

/** Minutes east of UTC as `+09:00`. */
export function offsetText(minutes: number): string {
  const [sign, size] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
