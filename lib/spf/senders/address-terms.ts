import { ipHex, ipOfHex } from "@/lib/net/network";
import { isPublicIp } from "./signs";

const MAPPED_BITS = 96;

/** The terms for exactly these addresses: a block where all of a block is there, else each alone. Others are left out. */
export function addressTerms(ips: string[]): string[] {
  const digits = ips.filter(isPublicIp).map((ip) => ipHex(ip)!);
  const isMapped = (hex: string) => !ipOfHex(hex).includes(":");
  return [
    ...blocksOf(digits.filter(isMapped)).map(({ base, length }) =>
      term("ip4", base, length - MAPPED_BITS, 32),
    ),
    ...blocksOf(digits.filter((hex) => !isMapped(hex))).map(({ base, length }) =>
      term("ip6", base, length, 128),
    ),
  ];
}

interface Block {
  base: bigint;
  length: number;
}

/** Merges halves into wholes, from single addresses up, as long as there is one. */
function blocksOf(digits: string[]): Block[] {
  let level = [...new Set(digits)].map((hex) => BigInt(`0x${hex}`)).sort(inOrder);
  const found: Block[] = [];
  for (let length = 128; level.length > 0 && length > 0; length--) {
    const size = 1n << BigInt(128 - length);
    const known = new Set(level);
    const wholes = level.filter((base) => (base & size) === 0n && known.has(base + size));
    const merged = new Set(wholes.flatMap((base) => [base, base + size]));
    found.push(...level.filter((base) => !merged.has(base)).map((base) => ({ base, length })));
    level = wholes;
  }
  return found.sort((a, b) => inOrder(a.base, b.base));
}

function inOrder(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function term(name: "ip4" | "ip6", base: bigint, length: number, whole: number): string {
  const ip = ipOfHex(base.toString(16).padStart(32, "0"));
  return `${name}:${ip}${length === whole ? "" : `/${length}`}`;
}
