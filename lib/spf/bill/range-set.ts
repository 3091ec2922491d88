import { ipv4Address, ipv6Address } from "../address";

/** Addresses of one family from the first to the last, both included. */
export interface Range {
  from: bigint;
  to: bigint;
}

/** Ranges in order that neither overlap nor touch. */
export type RangeSet = Range[];

/** The bits of a family's addresses. */
export const BITS = { ip4: 32, ip6: 128 } as const;

export type Family = keyof typeof BITS;

/** The family of an address or a network in the notation of address.ts. */
export function familyOf(network: string): Family {
  return network.includes(":") ? "ip6" : "ip4";
}

/** The addresses of a network in CIDR notation, as address.ts writes it. */
export function rangeOf(network: string): Range {
  const [text = "", prefix] = network.split("/");
  const family = familyOf(text);
  const from = family === "ip4" ? BigInt(ipv4Address(text)!.value) : BigInt(`0x${ipv6Address(text)!.digits}`);
  const rest = BigInt(BITS[family] - (prefix === undefined ? BITS[family] : Number(prefix)));
  return { from, to: from + (1n << rest) - 1n };
}

/** All addresses of a family. */
export function wholeFamily(family: Family): RangeSet {
  return [{ from: 0n, to: (1n << BigInt(BITS[family])) - 1n }];
}

/** Any ranges as a set. */
export function rangeSet(ranges: Range[]): RangeSet {
  const set: RangeSet = [];
  for (const { from, to } of ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = set.at(-1);
    if (last === undefined || from > last.to + 1n) set.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return set;
}

/** The addresses of `set` that are not in `taken`. */
export function without(set: RangeSet, taken: RangeSet): RangeSet {
  const left: RangeSet = [];
  let at = 0;
  for (const { from, to } of set) {
    let start = from;
    while (at < taken.length && taken[at]!.to < start) at++;
    for (let i = at; i < taken.length && taken[i]!.from <= to; i++) {
      if (taken[i]!.from > start) left.push({ from: start, to: taken[i]!.from - 1n });
      start = taken[i]!.to + 1n;
    }
    if (start <= to) left.push({ from: start, to });
  }
  return left;
}

/** How many addresses a set holds. */
export function sizeOf(set: RangeSet): bigint {
  return set.reduce((sum, { from, to }) => sum + to - from + 1n, 0n);
}
