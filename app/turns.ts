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
  begin: () => void;
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
  const { atWork, waiting } = turns;
  const place: Place = { wide: networksOf(address).wide, begin: () => {} };
  if (mayBegin(turns, place)) atWork.push(place);
  else if (waiting.length >= WAITING || sameAs(place, waiting) >= WAITING_OF_ONE) return null;
  else
    await new Promise<void>((resolve) => {
      place.begin = resolve;
      waiting.push(place);
    });
  try {
    return await work();
  } finally {
    atWork.splice(atWork.indexOf(place), 1);
    beginNext(turns);
  }
}

/** The first in line whose network has not its share already. */
function beginNext(turns: Turns): void {
  const next = turns.waiting.find((place) => mayBegin(turns, place));
  if (next === undefined) return;
  turns.waiting.splice(turns.waiting.indexOf(next), 1);
  turns.atWork.push(next);
  next.begin();
}

function mayBegin({ atWork }: Turns, place: Place): boolean {
  return atWork.length < AT_WORK && sameAs(place, atWork) < AT_WORK_OF_ONE;
}

function sameAs({ wide }: Place, places: Place[]): number {
  return places.filter((other) => other.wide === wide).length;
}
