/** Minutes east of UTC at a wall clock time (epoch ms of the wall clock read as UTC). */
export type Zone = (wall: number) => number;

const HOUR = 3_600_000;

/** A zone that never changes. */
export function fixedZone(minutes: number): Zone {
  return () => minutes;
}

/** The zone of a name such as `Asia/Seoul`, `UTC` or `+09:00`; null if there is no such zone. */
export function zoneOf(name: string): Zone | null {
  const fixed = /^([+-])(\d{2}):?(\d{2})$/.exec(name);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return minutes <= 14 * 60 ? fixedZone(fixed[1] === "-" ? -minutes : minutes) : null;
  }
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  } catch {
    return null;
  }
  return cachedZone(format);
}

function cachedZone(format: Intl.DateTimeFormat): Zone {
  const known = new Map<number, number>();
  return (wall) => {
    const hour = Math.floor(wall / HOUR);
    let minutes = known.get(hour);
    if (minutes === undefined) {
      // The wall clock is taken as UTC first; one correction brings it to the offset that held then.
      minutes = offsetAt(format, hour * HOUR);
      minutes = offsetAt(format, hour * HOUR - minutes * 60_000);
      if (known.size > 50_000) known.clear();
      known.set(hour, minutes);
    }
    return minutes;
  };
}

function offsetAt(format: Intl.DateTimeFormat, utc: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!);
  return Math.round((wall - Math.floor(utc / 60_000) * 60_000) / 60_000);
}
