import type { IncomingHttpHeaders } from "node:http";
import { ipHex, ipOfHex, type Network } from "@/lib/net/network";

/** Where a request comes from. */
export interface Client {
  /** The address in canonical form, "" where the connection has none any more. */
  address: string;
  /** Whether the peer may speak for others. */
  viaProxy: boolean;
}

function isTrusted(digits: string, trusted: Network[]): boolean {
  return trusted.some(({ from, to }) => digits >= from && digits <= to);
}

/**
 * The address of the connection; where that is a trusted proxy's, the last one in X-Forwarded-For that is not. What a
 * client itself wrote there stands further left and is never reached.
 */
export function clientOf(peer: string | undefined, headers: IncomingHttpHeaders, trusted: Network[]): Client {
  let digits = ipHex((peer ?? "").split("%")[0]!);
  if (digits === null) return { address: "", viaProxy: false };
  const viaProxy = isTrusted(digits, trusted);
  const hops = viaProxy ? String(headers["x-forwarded-for"] ?? "").split(",") : [];
  while (isTrusted(digits, trusted) && hops.length > 0) {
    const hop = ipHex(hops.pop()!.trim());
    // A proxy that writes no address is the last one known.
    if (hop === null) break;
    digits = hop;
  }
  return { address: ipOfHex(digits), viaProxy };
}
