/** A time as a log line gives it. `time` counts as UTC where the line names no zone. */
export interface Stamp {
  /** Epoch ms of the wall clock read as UTC; for a year-less stamp the year is 1972 (a leap year). */
  wall: number;
  /** False for the traditional form `Nov 24 12:06:13`. */
  hasYear: boolean;
  /** Minutes east of UTC; null where the line names no zone. */
  offset: number | null;
  /** Index after the stamp. */
  end: number;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const PLACEHOLDER_YEAR = 1972;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  if (ones < 0 || ones > 9) return -1;
  if (tens === -16) return ones;
  return tens < 0 || tens > 9 ? -1 : tens * 10 + ones;
}

function clockAt(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return -1;
  const hour = two(text, at);
  const minute = two(text, at + 3);
  const second = two(text, at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Reads `Nov 24 12:06:13`, also with a year after the day or after the clock (RFC 3164 section 4.1.2). */
export function readTraditionalStamp(text: string, from: number): Stamp | null {
  const month = MONTHS.indexOf(text.slice(from, from + 3));
  if (month < 0 || month % 3 !== 0 || text.charCodeAt(from + 3) !== 32) return null;
  let at = from + 4;
  const single = text.charCodeAt(at) !== 32 && text.charCodeAt(at + 1) === 32;
  const day = single ? text.charCodeAt(at) - 48 : two(text, at);
  at += single ? 2 : 3;
  if (day < 1 || day > 31) return null;
  let year = 0;
  if (text.charCodeAt(at + 4) === 32 && text.charCodeAt(at + 2) !== 58) {
    year = readYear(text, at);
    at += 5;
  }
  const clock = clockAt(text, at);
  if (clock < 0) return null;
  at += 8;
  if (year === 0 && text.charCodeAt(at + 5) === 32 && text.charCodeAt(at) === 32) {
    year = readYear(text, at + 1);
    if (year > 0) at += 5;
  }
  if (Number.isNaN(year) || year < 0) return null;
  const wall = Date.UTC(year || PLACEHOLDER_YEAR, month / 3, day) + clock;
  return { wall, hasYear: year > 0, offset: null, end: at };
}

function readYear(text: string, at: number): number {
  const year = two(text, at) * 100 + two(text, at + 2);
  return year >= 1970 && year < 2200 ? year : 0;
}

function offsetAt(text: string, at: number): { offset: number; end: number } | null {
  const sign = text.charCodeAt(at);
  if (sign === 90 || sign === 122) return { offset: 0, end: at + 1 };
  if (sign !== 43 && sign !== 45) return null;
  const hours = two(text, at + 1);
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  const minutes = two(text, at + 3 + colon);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return null;
  const offset = hours * 60 + minutes;
  return { offset: sign === 45 ? -offset : offset, end: at + 5 + colon };
}

/** Reads `2026-11-24T12:28:36.231337+09:00`, a space or `T` between, fraction and zone optional (RFC 3339). */
export function readIsoStamp(text: string, from: number): Stamp | null {
  if (text.charCodeAt(from + 4) !== 45 || text.charCodeAt(from + 7) !== 45) return null;
  const separator = text.charCodeAt(from + 10);
  if (separator !== 84 && separator !== 32 && separator !== 116) return null;
  const year = readYear(text, from);
  const month = two(text, from + 5);
  const day = two(text, from + 8);
  const clock = clockAt(text, from + 11);
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > 31 || clock < 0) return null;
  let end = from + 19;
  let fraction = 0;
  const mark = text.charCodeAt(end);
  if (mark === 46 || mark === 44) {
    let scale = 100;
    for (end++; end < from + 40; end++) {
      const code = text.charCodeAt(end) - 48;
      if (!(code >= 0 && code <= 9)) break;
      fraction += code * scale;
      scale /= 10;
    }
  }
  const zone = offsetAt(text, end);
  return {
    wall: Date.UTC(year, month - 1, day) + clock + Math.floor(fraction + 1e-6),
    hasYear: true,
    offset: zone ? zone.offset : null,
    end: zone ? zone.end : end,
  };
}

/** Reads a stamp of either form at `from`; null if there is none. */
export function readStamp(text: string, from: number): Stamp | null {
  const code = text.charCodeAt(from);
  if (code >= 48 && code <= 57) return readIsoStamp(text, from);
  return readTraditionalStamp(text, from);
}
