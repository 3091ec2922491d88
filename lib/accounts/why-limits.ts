import { RateLimiterMemory } from "rate-limiter-flexible";
import { ipHex } from "@/lib/net/network";

/** How many questions of strangers are answered in how many seconds. */
export const WHY_LIMITS = {
  network: { points: 30, duration: 60 },
  wide: { points: 150, duration: 60 },
  all: { points: 600, duration: 60 },
} as const;

/** Too many questions; the next one is answered in so many seconds. */
export interface TooMany {
  retryAfter: number;
}

/** Counts one question of a client's address before it is answered; null where it may be. */
export type CountWhy = (address: string) => Promise<TooMany | null>;

/**
 * The limits of the why page, kept in this process: per network of clients, per wide network, which one provider's
 * customer may have whole, and in all. A network over a limit of its own costs the others nothing; what is refused for
 * all makes no entry, so there are never more networks than WHY_LIMITS.all.points.
 */
export function whyLimits(limits: Record<keyof typeof WHY_LIMITS, Limit> = WHY_LIMITS): CountWhy {
  const counted = (["all", "wide", "network"] as const).map((kind) => ({
    kind,
    most: limits[kind].points,
    limiter: new RateLimiterMemory(limits[kind]),
  }));
  return async (address) => {
    const keys = { all: "all", ...networksOf(address) };
    for (const [index, { kind, most, limiter }] of counted.entries()) {
      // Counted before anything is awaited, so that none slips through beside others.
      const { consumedPoints, msBeforeNext } = await limiter.penalty(keys[kind]);
      if (consumedPoints <= most) continue;
      for (const before of counted.slice(0, index)) await before.limiter.reward(keys[before.kind]);
      return { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
    }
    return null;
  };
}

interface Limit {
  points: number;
  duration: number;
}

const MAPPED = "00000000000000000000ffff";

/**
 * What an address is counted under: its /24 for IPv4 and its /56 for IPv6, which is what one customer is given; and the
 * /16 or the /40 around it.
 */
export function networksOf(address: string): { network: string; wide: string } {
  const digits = ipHex(address) ?? "unknown";
  const [network, wide] = digits.startsWith(MAPPED) ? [30, 28] : [14, 10];
  return { network: digits.slice(0, network), wide: digits.slice(0, wide) };
}
