import { queueIdTime } from "./queue-id";
import type { Stamp } from "./stamp";
import type { Zone } from "./zone";

const DAY = 86_400_000;
const HALF_YEAR = 182 * DAY;
const QUARTER = 900_000;
const MIN_LAG = -2_000;
const MAX_LAG = 60_000;
const AGREEING_TO_CHANGE = 3;

/** What a caller knows better than the log. */
export interface ClockOptions {
  /** Year of the first line, where stamps have none. */
  year: number | null;
  /** The zone of the stamps; null to take it from queue ids, or from `fallback` where there are none. */
  zone: Zone | null;
  fallback: Zone;
  /** Epoch ms: a time near the first line (the file's own, walked back), to choose its year by. */
  near: number;
}

/** A line's time: epoch ms, and minutes east of UTC of the clock that wrote it. */
export interface LineTime {
  time: number;
  offset: number;
}

interface ClockState {
  wall: number | null;
  offset: number | null;
}

/** Gives log lines their full time: the missing year and zone come from queue ids, else from what is known of the file. */
export class Clock {
  private wall: number | null = null;
  private offset: number | null = null;
  private rival = 0;
  private rivalVotes = 0;
  private lastStamp: Stamp | null = null;
  private readonly last: LineTime = { time: 0, offset: 0 };

  constructor(
    private readonly options: ClockOptions,
    state: string | null = null,
  ) {
    if (state === null) return;
    const saved = JSON.parse(state) as ClockState;
    this.wall = saved.wall;
    this.offset = saved.offset;
  }

  state(): string {
    return JSON.stringify({ wall: this.wall, offset: this.offset } satisfies ClockState);
  }

  /** The time of a line; the object is overwritten by the next call. Null before the first stamp of the log. */
  read(stamp: Stamp | null, queueId: string | null): LineTime | null {
    if (stamp === null) return this.wall === null ? null : this.last;
    if (stamp === this.lastStamp) return this.last;
    const wall = stamp.hasYear ? stamp.wall : this.withYear(stamp.wall, queueId);
    this.wall = wall;
    this.lastStamp = stamp;
    this.last.offset = stamp.offset ?? this.zoneAt(wall);
    this.last.time = wall - this.last.offset * 60_000;
    return this.last;
  }

  /** Learns the zone from a line that is written at the start of a message. */
  learn(stamp: Stamp, queueId: string): void {
    if (stamp.offset !== null || this.options.zone) return;
    const near = stamp.hasYear ? stamp.wall : (this.wall ?? this.options.near);
    const utc = queueIdTime(queueId, near);
    if (utc === null) return;
    const wall = stamp.hasYear ? stamp.wall : nearestYear(stamp.wall, utc);
    const lag = wall - utc;
    const part = lag - Math.round(lag / DAY) * DAY;
    const quarters = Math.round(part / QUARTER);
    const rest = part - quarters * QUARTER;
    if (rest < MIN_LAG || rest > MAX_LAG) return;
    this.vote(quarters * 15);
  }

  private vote(minutes: number): void {
    if (minutes < -11 * 60) minutes += 24 * 60;
    if (this.offset === minutes) {
      this.rivalVotes = 0;
      return;
    }
    if (this.rival !== minutes) [this.rival, this.rivalVotes] = [minutes, 0];
    if (this.offset !== null && ++this.rivalVotes < AGREEING_TO_CHANGE) return;
    this.offset = minutes;
    this.rivalVotes = 0;
    this.lastStamp = null;
  }

  private zoneAt(wall: number): number {
    if (this.options.zone) return this.options.zone(wall);
    return this.offset ?? this.options.fallback(wall);
  }

  private withYear(wall: number, queueId: string | null): number {
    if (this.options.year !== null) {
      if (this.wall !== null) return nearestYear(wall, this.wall);
      return inYear(wall, this.options.year) ?? wall;
    }
    const near = this.wall ?? this.options.near;
    const utc = queueId === null ? null : queueIdTime(queueId, near);
    return nearestYear(wall, utc ?? near);
  }
}

function inYear(wall: number, year: number): number | null {
  const date = new Date(wall);
  const month = date.getUTCMonth();
  const moved = Date.UTC(year, month, date.getUTCDate()) + (wall % DAY);
  return new Date(moved).getUTCMonth() === month ? moved : null;
}

/** Puts a year-less wall clock into the year that brings it nearest to `near`; a 29th of February into a leap year. */
export function nearestYear(wall: number, near: number): number {
  const year = new Date(near).getUTCFullYear();
  const same = inYear(wall, year);
  if (same !== null && Math.abs(same - near) < HALF_YEAR) return same;
  let best = same;
  for (let y = year - 4; y <= year + 4; y++) {
    const moved = inYear(wall, y);
    if (moved !== null && (best === null || Math.abs(moved - near) < Math.abs(best - near))) best = moved;
  }
  return best ?? wall;
}

/** Whether the time of a message's first lines contradicts the time in its queue id (ms; a slow client may take hours). */
export function contradictsQueueId(time: number, queueId: string): boolean {
  const utc = queueIdTime(queueId, time);
  return utc !== null && (time - utc < -120_000 || time - utc > DAY);
}
