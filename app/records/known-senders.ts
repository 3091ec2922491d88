import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { dataSpan } from "@/lib/queries/data-span";
import { dataVersion } from "@/lib/queries/data-version";
import { type DomainSenders, domainSenders, type SenderLimits } from "@/lib/queries/domain-senders";
import { lastDays, type TimeRange } from "@/lib/queries/range";

/** Who sent as a domain in the last so many days. */
export interface KnownSenders {
  range: TimeRange;
  senders: DomainSenders;
}

/** So many are remembered, and for so long, ms. */
const KEPT = 8;
const FRESH = 600_000;

// On globalThis, since the development server loads this file anew after each change.
const shared = globalThis as { whyspfSenders?: Map<string, KnownSenders & { since: number }> };

/**
 * Who sent as a domain, from what was found before while nothing has been stored since: every tick and every change of
 * the draft asks for the same again, which takes a second where a domain has a million messages.
 */
export async function knownSenders(
  reader: PrismaClient,
  domain: string,
  days: number,
  now: number,
  limits?: SenderLimits,
): Promise<KnownSenders> {
  shared.whyspfSenders ??= new Map();
  const known = shared.whyspfSenders;
  const key = JSON.stringify([await dataVersion(reader), domain, days, limits]);
  const found = known.get(key);
  if (found !== undefined && now - found.since < FRESH) return found;
  const range = lastDays(days, await dataSpan(reader), now);
  const fresh = { range, senders: await domainSenders(askReader(reader), domain, range, limits), since: now };
  known.delete(key);
  known.set(key, fresh);
  for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
  return fresh;
}
