import { whyLimits } from "@/lib/accounts/why-limits";
import { countVisit, saveVisits, type VisitTally, type WhyVisit } from "@/lib/store/why-visits";
import { ask } from "../database";

/** Visits are written so often, ms. */
const PAUSE = 10_000;

interface Visits {
  count: ReturnType<typeof whyLimits>;
  tally: VisitTally;
  timer: NodeJS.Timeout | null;
}

// On globalThis, since the page and the route handlers are bundled apart and count together.
const shared = globalThis as { whyspfVisits?: Visits };

function visits(): Visits {
  shared.whyspfVisits ??= { count: whyLimits(), tally: new Map(), timer: null };
  return shared.whyspfVisits;
}

/** Counts a stranger's question before it is answered; the seconds to wait where there were too many, else null. */
export async function secondsToWait(address: string): Promise<number | null> {
  return (await visits().count(address))?.retryAfter ?? null;
}

/** Counts what a visitor was told; it is stored a little later, many at once. */
export function visited(visit: WhyVisit): void {
  const known = visits();
  countVisit(known.tally, visit);
  known.timer ??= setTimeout(() => {
    known.timer = null;
    // What cannot be stored now is kept, and stored with the next.
    ask((reader) => saveVisits(reader, known.tally)).catch(() => {});
  }, PAUSE).unref();
}
