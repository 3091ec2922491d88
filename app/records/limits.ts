import { type CountWhy, whyLimits } from "@/lib/accounts/why-limits";

/** The workbench asks anew whenever a draft rests; so many pages of strangers are worked out in so many seconds. */
const LIMITS = {
  network: { points: 60, duration: 60 },
  wide: { points: 300, duration: 60 },
  all: { points: 600, duration: 60 },
} as const;

// On globalThis, since pages and route handlers are bundled apart and count together.
const shared = globalThis as { whyspfRecordLimits?: CountWhy };

/** Counts a stranger's page before DNS is asked for it; the seconds to wait where there were too many, else null. */
export async function secondsToWait(address: string): Promise<number | null> {
  shared.whyspfRecordLimits ??= whyLimits(LIMITS);
  return (await shared.whyspfRecordLimits(address))?.retryAfter ?? null;
}
