import { RateLimiterMemory } from "rate-limiter-flexible";
import { ipHex } from "@/lib/net/network";

/** How many questions of strangers are answered in how many seconds. */
export const WHY_LIMITS = {
  network: { points: 30, duration: 60 },
  all: { points: 600, duration: 60 },
} as const;

/** Too many questions; the next one is answered in so many seconds. */
export interface TooMany {
  retryAfter: number;
}

/** Counts one question of a client's address before it is answered; null where it may be. */
export type CountWhy = (address: string) => Promise<TooMany | null>;

/**
 * The limits of the why page, kept in this process: per network of clients and in all. A network over its own limit costs
 * the others nothing; what is refused for all makes no entry, so there are never more networks than WHY_LIMITS.all.points.
 */
export function whyLimits(limits: Record<keyof typeof WHY_LIMITS, Limit> = WHY_LIMITS): CountWhy {
  const ofNetwork = new RateLimiterMemory(limits.network);
  const ofAll = new RateLimiterMemory(limits.all);
  return async (address) => {
    // Counted before anything is awaited, so that none slips through beside others.
    const all = await ofAll.penalty(ALL);
    if (all.consumedPoints > limits.all.points) return tooMany(all);
    const network = await ofNetwork.penalty(networkOf(address));
    if (network.consumedPoints > limits.network.points) {
      await ofAll.reward(ALL);
      return tooMany(network);
    }
    return null;
  };
}

interface Limit {
  points: number;
  duration: number;
}

const ALL = "all";
const MAPPED = "00000000000000000000ffff";

/** What an address is counted under: its /24 for IPv4, its /56 for IPv6, which is what one customer is given. */
function networkOf(address: string): string {
  const digits = ipHex(address) ?? "unknown";
  return digits.startsWith(MAPPED) ? digits.slice(0, 30) : digits.slice(0, 14);
}

function tooMany({ msBeforeNext }: { msBeforeNext: number }): TooMany {
  return { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
