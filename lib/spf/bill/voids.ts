import type { Voids } from "./bill";

/** No void lookup. */
export const NO_VOIDS: Voids = { ip4: 0, ip6: 0, possible: 0 };

/** One void lookup that every client meets. */
export const ONE_VOID: Voids = { ip4: 1, ip6: 1, possible: 0 };

/** One void lookup that hangs on what is not known. */
export const MAYBE_VOID: Voids = { ip4: 0, ip6: 0, possible: 1 };

/** The void lookups of several terms. */
export function sumOfVoids(all: Voids[]): Voids {
  const sum = { ...NO_VOIDS };
  for (const { ip4, ip6, possible } of all) {
    sum.ip4 += ip4;
    sum.ip6 += ip6;
    sum.possible += possible;
  }
  return sum;
}

/** How many void lookups no client can exceed. */
export function mostVoids({ ip4, ip6, possible }: Voids): number {
  return Math.max(ip4, ip6) + possible;
}

/** How many void lookups the clients of one family meet, whatever their address. */
export function certainVoids({ ip4, ip6 }: Voids): number {
  return Math.max(ip4, ip6);
}
