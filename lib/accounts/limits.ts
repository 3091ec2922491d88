import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { PrismaClient } from "@/lib/db/reader";
import { ipHex } from "@/lib/net/network";
import { limitRows } from "./limit-rows";

const MINUTE = 60;

/** How many tries are free in how many seconds. */
export const LIMITS = {
  address: { points: 20, duration: 15 * MINUTE },
  account: { points: 30, duration: 60 * MINUTE },
  device: { points: 20, duration: 15 * MINUTE },
  link: { points: 20, duration: 15 * MINUTE },
} as const;

type Kind = keyof typeof LIMITS;

/** One guess of a password: at which account, from where, and in which browser if that one is known for the account. */
export interface Guess {
  email: string;
  address: string;
  device: string | null;
}

/** Too many tries; free again at `until`, epoch ms. */
export class Limited {
  constructor(readonly until: number) {}
}

/** Takes back what a try has cost: it was no guess. */
export type GiveBack = () => Promise<void>;

const limiters = new WeakMap<PrismaClient, Record<Kind, RateLimiterPrisma>>();

function limitersOf(client: PrismaClient): Record<Kind, RateLimiterPrisma> {
  let known = limiters.get(client);
  if (!known) {
    const storeClient = { rateLimit: limitRows(client) };
    const make = (kind: Kind) =>
      new RateLimiterPrisma({
        storeClient,
        tableName: "rateLimit",
        keyPrefix: kind,
        ...LIMITS[kind],
        // Who is over the limit already costs the database nothing.
        inMemoryBlockOnConsumed: LIMITS[kind].points,
      });
    known = {
      address: make("address"),
      account: make("account"),
      device: make("device"),
      link: make("link"),
    };
    limiters.set(client, known);
  }
  return known;
}

/** What an address is counted as: itself for IPv4, its /64 for IPv6. */
function addressKey(address: string): string {
  const digits = ipHex(address) ?? "unknown";
  return digits.startsWith("00000000000000000000ffff") ? digits : digits.slice(0, 16);
}

const shortened = (text: string) => createHash("sha256").update(text).digest("base64url");

async function consume(client: PrismaClient, kind: Kind, key: string): Promise<Limited | GiveBack> {
  const limiter = limitersOf(client)[kind];
  try {
    await limiter.consume(key);
    return async () => void (await limiter.reward(key));
  } catch (error) {
    if (error instanceof RateLimiterRes) return new Limited(Date.now() + error.msBeforeNext);
    throw error;
  }
}

/**
 * Counts a guess before it is looked at, so that none slips through beside others. A browser known for the account has a
 * budget of its own: whatever strangers do, its owner is not locked out there.
 */
export async function countGuess(
  client: PrismaClient,
  { email, address, device }: Guess,
): Promise<Limited | GiveBack> {
  if (device !== null) return await consume(client, "device", shortened(`${email} ${device}`));
  const byAddress = await consume(client, "address", addressKey(address));
  if (byAddress instanceof Limited) return byAddress;
  const byAccount = await consume(client, "account", shortened(email));
  if (byAccount instanceof Limited) return byAccount;
  return async () => {
    await byAddress();
    await byAccount();
  };
}

/** Counts a link that signs nobody in; the ones that do are always free. */
export async function countBadLink(client: PrismaClient, address: string): Promise<Limited | null> {
  const counted = await consume(client, "link", addressKey(address));
  return counted instanceof Limited ? counted : null;
}
