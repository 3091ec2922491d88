const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

let second = Number.NaN;
let prefix = "";

/** The six digits of a time: computed once per second, as a busy server makes many ids in each. */
function timePart(time: number): string {
  const current = Math.floor(time / 1000);
  if (current === second) return prefix;
  const date = new Date(current * 1000);
  second = current;
  prefix =
    DIGITS[(date.getUTCFullYear() - 1900) % 60]! +
    DIGITS[date.getUTCMonth()]! +
    DIGITS[date.getUTCDate()]! +
    DIGITS[date.getUTCHours()]! +
    DIGITS[date.getUTCMinutes()]! +
    DIGITS[date.getUTCSeconds()]!;
  return prefix;
}

/**
 * The queue id that sendmail 8.12 and later give at `time` (epoch ms): `YMDhmsNNpppppp` in UTC and base 60, `sequence`
 * (modulo 3600) as NN, the pid in at least six digits.
 */
export function writeQueueId(time: number, sequence: number, pid: number): string {
  const high = DIGITS[Math.floor(sequence / 60) % 60]!;
  const low = DIGITS[sequence % 60]!;
  return timePart(time) + high + low + String(pid).padStart(6, "0");
}
