import type { Client } from "@/lib/demo/client";
import { domainName } from "@/lib/demo/names";
import type { Random } from "@/lib/demo/random";

/** How many clients a log of 100 MB draws from. */
export const BENCH_CLIENTS = 200_000;
/** The lower half belongs to domains, the upper to strangers. */
const STRANGERS = 100_000;
/** These send so much that they need many servers. */
const LARGE = 50;

/** Private addresses (RFC 1918), and of every sixteenth client one of the documentation's IPv6 (RFC 3849). */
function address(index: number): string {
  if (index % 16 === 9) return `2001:db8:${(index >> 12).toString(16)}:${(index & 0xfff).toString(16)}::25`;
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
}

/** Who connects to the busy server of a benchmark: the servers of domains, and strangers that send in others' names. */
export class BenchClients {
  /** One of the servers of a domain: four for most, forty for the largest. */
  ofDomain(domain: number, random: Random): Client {
    const large = domain < LARGE;
    const which = large ? random.int(40) : random.zipf(4);
    const index = large
      ? domain * 40 + which
      : LARGE * 40 + ((domain * 4 + which) % (STRANGERS - LARGE * 40));
    const name = `m${which}.${domainName(domain)}`;
    return { ip: address(index), name, forged: false, helo: name };
  }

  /** Some are seen again and again, most once; their number grows slowly with `count`, the messages so far. */
  stranger(count: number, random: Random): Client {
    const known = BENCH_CLIENTS - STRANGERS + Math.floor(count / 100);
    const index = STRANGERS + (random.chance(0.5) ? random.int(known) : random.zipf(known));
    const ip = address(index);
    const helo = random.chance(0.3) ? `[${ip}]` : `pc${index}.test`;
    const kind = random.int(3);
    if (kind === 0) return { ip, name: null, forged: false, helo };
    return { ip, name: `ip${index}.isp.test`, forged: kind === 1, helo };
  }
}
