import { type Address, ipv4Address, ipv6Address, networkText } from "../address";
import type { AddressCount, RecordBill, TermBill } from "./bill";
import { countPassing, passing } from "./passing";
import { BITS, type Family, type Range, sizeOf } from "./range-set";

/** How many addresses a term matches with all below it, whatever its qualifier. */
export function branchAddresses(term: TermBill): AddressCount {
  return countPassing(alone(term));
}

/**
 * The addresses that a term matches today as networks in CIDR notation, as few as they take. Null where they cannot be
 * known, are everybody's, or take more than `most` networks.
 */
export function branchNetworks(term: TermBill, most: number): string[] | null {
  const record = alone(term);
  if (!countPassing(record).isExact) return null;
  const sets = passing(record);
  const networks: string[] = [];
  for (const family of ["ip4", "ip6"] as const) {
    if (sizeOf(sets[family]) === 1n << BigInt(BITS[family])) return null;
    for (const range of sets[family]) {
      if (networks.length > most) return null;
      for (const network of blocksOf(range, family, most + 1)) networks.push(network);
    }
  }
  return networks.length > most ? null : networks;
}

/** A record of the term alone, as if it authorised. */
function alone(term: TermBill): RecordBill {
  const { lookups, voidLookups } = term;
  return {
    domain: null,
    via: "initial",
    status: "read",
    text: term.text,
    problems: [],
    terms: [{ ...term, qualifier: term.qualifier === null ? null : "+" }],
    lookups,
    voidLookups,
    all: null,
    isOpen: false,
  };
}

/** A range as networks, `most` of them at most. */
function blocksOf({ from, to }: Range, family: Family, most: number): string[] {
  const blocks: string[] = [];
  for (let at = from; at <= to && blocks.length < most; ) {
    let rest = 0;
    while (rest < BITS[family] && at % (2n << BigInt(rest)) === 0n && at + (2n << BigInt(rest)) - 1n <= to)
      rest++;
    blocks.push(networkText(addressAt(at, family), BITS[family] - rest));
    at += 1n << BigInt(rest);
  }
  return blocks;
}

function addressAt(value: bigint, family: Family): Address {
  if (family === "ip4")
    return ipv4Address([24n, 16n, 8n, 0n].map((bits) => (value >> bits) & 255n).join("."))!;
  const digits = value.toString(16).padStart(32, "0");
  return ipv6Address(digits.match(/.{4}/g)!.join(":"))!;
}
