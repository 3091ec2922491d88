import type { Client } from "@/lib/demo/client";
import type { Random } from "@/lib/demo/random";

/** Hands out process ids as a kernel does: each process the next one, and round again. */
export class Processes {
  constructor(
    private last: number,
    private readonly limit = 32_768,
  ) {}

  next(): number {
    this.last = this.last + 1 >= this.limit ? 301 : this.last + 1;
    return this.last;
  }

  /** Others on the machine start processes too. */
  pass(random: Random): void {
    for (let count = random.int(4); count > 0; count--) this.next();
  }
}

/** A mail server with spfmilter, as far as it shows in its log. */
export interface Server {
  /** As in the stamps. */
  host: string;
  /** As in headers and replies. */
  name: string;
  /** The syslog tag of its daemon: `sendmail`, or `sm-mta` on Debian. */
  program: string;
  /** 8.16.1 and later name the filter in their Milter lines. */
  namesFilter: boolean;
  release: string;
  /** Which spfmilter, as it names itself: `0.93`. */
  spfmilter: string;
  /** What its headers say after `x-software=`, without the semicolon. */
  software: string;
  /** Whether spfmilter puts its header above the others, or below. */
  header: "insert" | "add";
  /** Where a failing message is refused; null where it is only marked. */
  rejectAt: "MAIL" | "RCPT" | null;
  /** Whose page the refused are sent to. */
  explanation: "pobox" | "openspf";
  processes: Processes;
}

/** The client as sendmail writes it after `relay=`: IPv6 addresses in full, `(may be forged)` behind. */
export function relayOf({ ip, name, forged }: Client): string {
  const address = bracketedIp(ip);
  const relay = name === null ? address : `${name} ${address}`;
  return forged ? `${relay} (may be forged)` : relay;
}

/** An address as sendmail writes it: `[192.0.2.1]`, `[IPv6:2001:db8:0:0:0:0:0:1]`. */
export function bracketedIp(ip: string): string {
  return ip.includes(":") ? `[IPv6:${expanded(ip)}]` : `[${ip}]`;
}

function expanded(ip: string): string {
  const gap = ip.indexOf("::");
  if (gap < 0) return ip;
  const head = ip.slice(0, gap).split(":").filter(Boolean);
  const tail = ip
    .slice(gap + 2)
    .split(":")
    .filter(Boolean);
  const zeros = new Array<string>(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...tail].join(":");
}
