/** So many answers are worked out at a time, and so many wait for their turn. */
const AT_WORK = 3;
const WAITING = 12;
/** Those beyond are told to come again, in seconds. */
export const TURN = 5;

interface Turns {
  atWork: number;
  waiting: (() => void)[];
}

// On globalThis, since the page and the route handlers are bundled apart and take turns together.
const shared = globalThis as { whyspfTurns?: Turns };

/** Does a visitor's work when it is its turn; null where too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  shared.whyspfTurns ??= { atWork: 0, waiting: [] };
  const turns = shared.whyspfTurns;
  if (turns.atWork >= AT_WORK && turns.waiting.length >= WAITING) return null;
  if (turns.atWork >= AT_WORK) await new Promise<void>((resolve) => turns.waiting.push(resolve));
  else turns.atWork++;
  try {
    return await work();
  } finally {
    // The place goes to the next in line, or is free.
    const next = turns.waiting.shift();
    if (next) next();
    else turns.atWork--;
  }
}
