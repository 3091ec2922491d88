/** How long apart, in milliseconds, two strokes may be to be undone together. */
const PAUSE = 800;
/** How many characters apart. */
const NEAR = 2;
const MOST_STEPS = 200;
/** How many characters of texts are kept in all. */
const MOST_CHARACTERS = 4_000_000;

/** The texts of an editor: those before the present one, oldest first, and those undone, the next one last. */
export interface History {
  past: readonly string[];
  present: string;
  future: readonly string[];
  /** When and up to where was typed last; null where the last change was something else. */
  typed: { now: number; end: number } | null;
}

/** The history of a text that was just opened. */
export function started(text: string): History {
  return { past: [], present: text, future: [], typed: null };
}

/** The history with a new text; `now` in epoch ms. What is typed in one go is one step. */
export function changed(
  history: History,
  text: string,
  { isTyping, now }: { isTyping: boolean; now: number },
): History {
  const { past, present, typed } = history;
  if (text === present) return history;
  const place = changedPlace(present, text);
  const isSameStep =
    isTyping &&
    typed !== null &&
    now - typed.now <= PAUSE &&
    place.from <= typed.end + NEAR &&
    place.oldEnd >= typed.end - NEAR;
  return {
    past: isSameStep ? past : bounded([...past, present], text.length),
    present: text,
    future: [],
    typed: isTyping ? { now, end: place.newEnd } : null,
  };
}

/** One step back; the same where there is none. */
export function undone(history: History): History {
  const { past, present, future } = history;
  const last = past.at(-1);
  if (last === undefined) return history;
  return { past: past.slice(0, -1), present: last, future: [...future, present], typed: null };
}

/** One undone step forth again; the same where there is none. */
export function redone(history: History): History {
  const { past, present, future } = history;
  const next = future.at(-1);
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: future.slice(0, -1), typed: null };
}

/** Where two texts differ: from, and up to where in the old and in the new one. */
function changedPlace(old: string, text: string): { from: number; oldEnd: number; newEnd: number } {
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) from++;
  let tail = 0;
  while (tail < shorter - from && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return { from, oldEnd: old.length - tail, newEnd: text.length - tail };
}

function bounded(past: string[], present: number): string[] {
  let characters = present;
  let first = past.length;
  while (first > 0 && past.length - first < MOST_STEPS) {
    characters += past[first - 1]!.length;
    if (characters > MOST_CHARACTERS) break;
    first--;
  }
  return past.slice(first);
}
