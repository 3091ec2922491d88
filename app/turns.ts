import { networksOf } from "@/lib/accounts/why-limits";

/** So many answers are worked out at a time, and so many wait for their turn. */
const AT_WORK = 3;
const WAITING = 12;
/** Of those, so many may be of one wide network: whoever asks for names of slow servers leaves the others a place. */
const AT_WORK_OF_ONE = 2;
const WAITING_OF_ONE = 6;
/** Those beyond are told to come again, in seconds. */
export const TURN = 5;

interface Place {
  wide: string;
  /** Ends the waiting; false for somebody who is sent away for another's sake. */
  end: (isTurn: boolean) => void;
}

interface Turns {
  atWork: Place[];
  waiting: Place[];
}

/** The pages that everyone may open, each with turns of its own, so that who fills one leaves the other free. */
export type PublicPage = "why" | "records";

// On globalThis, since the page and the route handlers are bundled apart and take turns together.
const shared = globalThis as { whyspfTurns?: Record<PublicPage, Turns> };

/** Does the work of the visitor of a page at `address` when it is its turn; null where too many wait already. */
export async function inTurn<T>(
  page: PublicPage,
  address: string,
  work: () => Promise<T>,
): Promise<T | null> {
  shared.whyspfTurns ??= { why: { atWork: [], waiting: [] }, records: { atWork: [], waiting: [] } };
  const turns = shared.whyspfTurns[page];
  const place: Place = { wide: networksOf(address).wide, end: () => {} };
  if (mayBegin(turns, place)) turns.atWork.push(place);
  else if (!(await waited(turns, place))) return null;
  try {
    return await work();
  } finally {
    turns.atWork.splice(turns.atWork.indexOf(place), 1);
    beginNext(turns);
  }
}

/** Whether it became the turn of a place, which nobody else has then. */
async function waited({ waiting }: Turns, place: Place): Promise<boolean> {
  const own = sameAs(place, waiting);
  if (own >= WAITING_OF_ONE) return false;
  if (waiting.length >= WAITING && !sendAway(waiting, own)) return false;
  return new Promise<boolean>((resolve) => {
    place.end = resolve;
    waiting.push(place);
  });
}

/** Sends away the last of the network that waits most, unless a newcomer's own, of which `own` wait, would then. */
function sendAway(waiting: Place[], own: number): boolean {
  const counts = waiting.map((place) => sameAs(place, waiting));
  const most = Math.max(...counts);
  if (most < own + 2) return false;
  const [gone] = waiting.splice(counts.lastIndexOf(most), 1);
  gone!.end(false);
  return true;
}

/** Begins with the first in line whose network has not its share; one with nothing at work goes before the others. */
function beginNext(turns: Turns): void {
  const { atWork, waiting } = turns;
  const ready = waiting.filter((place) => mayBegin(turns, place));
  const next = ready.find((place) => sameAs(place, atWork) === 0) ?? ready[0];
  if (next === undefined) return;
  waiting.splice(waiting.indexOf(next), 1);
  atWork.push(next);
  next.end(true);
}

function mayBegin({ atWork }: Turns, place: Place): boolean {
  return atWork.length < AT_WORK && sameAs(place, atWork) < AT_WORK_OF_ONE;
}

function sameAs({ wide }: Place, places: Place[]): number {
  return places.filter((other) => other.wide === wide).length;
}
