import { EVER, type TimeRange } from "@/lib/queries/range";

/** Epoch ms as a date and a time of day, UTC. */
export function instant(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace("T", " ");
}

/** A time to look at, "…" for an end that it does not have. */
export function period({ from, to }: TimeRange): string {
  const first = from === EVER.from ? "…" : instant(from);
  return `${first} – ${to === EVER.to ? "…" : instant(to)} UTC`;
}

/** A count for people. */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}
