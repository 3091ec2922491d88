import { createSocket } from "node:dgram";
import { connect } from "node:net";
import type { DnsServer } from "./servers";

/** What a timer can count; more would be none at all. */
export const MAX_DELAY = 0x7fffffff;

/** A response as it came, or why there is none. */
export type Exchanged = { bytes: Uint8Array } | { failure: string };

/** One query to one server, ended by the first response that `accept` takes, by `timeoutMs` or by `signal`, whichever comes first. */
export interface Exchange {
  server: DnsServer;
  query: Uint8Array;
  accept: (response: Uint8Array) => boolean;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * Asks by UDP, from a socket of its own so that every query has another port, which the system picks at random.
 * Packets from elsewhere, and such as are not accepted, are passed over and win no time.
 */
export function askByUdp({ server, query, accept, timeoutMs, signal }: Exchange): Promise<Exchanged> {
  return settle(timeoutMs, signal, (done) => {
    const socket = createSocket(server.host.includes(":") ? "udp6" : "udp4");
    socket.on("error", (error) => done({ failure: codeOf(error) }));
    socket.on("connect", () => {
      const { address, port } = socket.remoteAddress();
      // The system drops what others send once the socket is connected, but not what came before it was.
      socket.on("message", (bytes, from) => {
        if (from.port === port && from.address === address && accept(bytes)) done({ bytes });
      });
      socket.send(query, (error) => error && done({ failure: codeOf(error) }));
    });
    socket.connect(server.port, server.host);
    return () => socket.close();
  });
}

/** Asks by TCP (RFC 7766): one query, one response, each behind its length. */
export function askByTcp({ server, query, accept, timeoutMs, signal }: Exchange): Promise<Exchanged> {
  return settle(timeoutMs, signal, (done) => {
    const socket = connect(server.port, server.host);
    const read = responseReader();
    socket.on("error", (error) => done({ failure: codeOf(error) }));
    socket.on("close", () => done({ failure: "connection closed early" }));
    socket.on("data", (chunk) => {
      const bytes = read(chunk);
      if (bytes) done(accept(bytes) ? { bytes } : { failure: "response to another question" });
    });
    socket.write(Buffer.concat([Buffer.from([query.length >> 8, query.length & 255]), query]));
    return () => socket.destroy();
  });
}

/** Collects a length and as many bytes; gives them once they are all there. Holds 65,537 bytes at most, in however small pieces they come. */
function responseReader(): (chunk: Uint8Array) => Uint8Array | null {
  const length: number[] = [];
  let bytes: Uint8Array | null = null;
  let filled = 0;
  return (chunk) => {
    let rest = chunk;
    while (length.length < 2 && rest.length > 0) {
      length.push(rest[0]!);
      rest = rest.subarray(1);
    }
    if (length.length < 2) return null;
    bytes ??= new Uint8Array(length[0]! * 256 + length[1]!);
    const taken = rest.subarray(0, bytes.length - filled);
    bytes.set(taken, filled);
    filled += taken.length;
    return filled === bytes.length ? bytes : null;
  };
}

/** Runs `start` until it says that it is done, the time is over or the signal aborts; then closes what it opened, exactly once. */
function settle(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  start: (done: (outcome: Exchanged) => void) => () => void,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ failure: "aborted" });
    let close: (() => void) | null = null;
    let settled = false;
    const done = (outcome: Exchanged) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      close?.();
      resolve(outcome);
    };
    const abort = () => done({ failure: "aborted" });
    const timer = setTimeout(() => done({ failure: "timeout" }), Math.min(timeoutMs, MAX_DELAY));
    signal?.addEventListener("abort", abort);
    close = start(done);
    if (settled) close();
  });
}

function codeOf(error: NodeJS.ErrnoException): string {
  return error.code ?? "network error";
}
