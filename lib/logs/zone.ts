/** Minutes east of UTC at a wall clock time (epoch ms of the wall clock read as UTC). */
export interface Zone {
  (wall: number): number;
  /** The same at an instant, epoch ms; a wall clock time may stand for two of them, or for none. */
  at(instant: number): number;
}

const HOUR = 3_600_000;
/** Clocks change at quarters of an hour of UTC. */
const QUARTER = 900_000;

/** A zone that never changes. */
export function fixedZone(minutes: number): Zone {
  return Object.assign(() => minutes, { at: () => minutes });
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
  const at = remembered(QUARTER, (instant) => offsetAt(format, instant));
  // The wall clock is taken as UTC first; one correction brings it to the offset that held then.
  const ofWall = remembered(HOUR, (wall) => offsetAt(format, wall - offsetAt(format, wall) * 60_000));
  return Object.assign(ofWall, { at });
}

/** Asks once for each step of time, for the step's start. */
function remembered(step: number, offset: (time: number) => number): (time: number) => number {
  const known = new Map<number, number>();
  return (time) => {
    const place = Math.floor(time / step);
    let minutes = known.get(place);
    if (minutes === undefined) {
      minutes = offset(place * step);
      if (known.size > 50_000) known.clear();
      known.set(place, minutes);
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
