const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const VALUE = new Int8Array(128).fill(-1);
for (let i = 0; i < 60; i++) VALUE[DIGITS.charCodeAt(i)] = i;

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? VALUE[code]! : -1;
}

function isDigits(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/**
 * The UTC time inside a sendmail queue id (`YMDhmsNNpppppp`, base 60, 8.12 and later), epoch ms; null for other
 * ids. The year is known modulo 60: of the possible ones, the nearest to `near` (epoch ms) is taken.
 */
export function queueIdTime(queueId: string, near: number): number | null {
  if (queueId.length < 14 || queueId.length > 18 || !isDigits(queueId, 8, queueId.length)) return null;
  const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((i) => digit(queueId, i)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < 0 || month < 0 || month > 11 || day < 1 || day > 31) return null;
  if (hour < 0 || hour > 23 || minute < 0 || second < 0) return null;
  if (digit(queueId, 6) < 0 || digit(queueId, 7) < 0) return null;
  const nearYear = new Date(near).getUTCFullYear();
  const cycle = Math.round((nearYear - 1900 - year) / 60);
  return Date.UTC(1900 + year + cycle * 60, month, day, hour, minute, second);
}

/** Where the queue id that opens `text` ends (the index of its `:` or `[`); -1 if the text opens with none. */
export function queueIdEnd(text: string): number {
  const limit = Math.min(text.length, 32);
  let i = 0;
  while (i < limit) {
    const code = text.charCodeAt(i);
    const alphanumeric =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!alphanumeric) break;
    i++;
  }
  if (i < 8 || i >= limit) return -1;
  const code = text.charCodeAt(i);
  return code === 58 || code === 91 ? i : -1;
}
