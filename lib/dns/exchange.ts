import { createSocket, type Socket } from "node:dgram";
import { lookup } from "node:dns";
import { connect } from "node:net";
import { type DnsServer, serverText } from "./servers";

/** What a timer can count; more would be none at all. */
export const MAX_DELAY = 0x7fffffff;

/** Packets passed over for one query. An honest server sends none; someone who guesses ids needs many. */
const MAX_WRONG = 10;
const WORDS: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  EAI_AGAIN: "no address to be had for this name now",
  EHOSTUNREACH: "host unreachable",
  EMFILE: "no more sockets to be had",
  ENETUNREACH: "network unreachable",
  ENOTFOUND: "no address for this name",
};

/** A response as it came, or why there is none; `isFlood` where so many wrong ones came that the right one cannot be trusted. */
export type Exchanged = { bytes: Uint8Array } | { failure: string; isFlood?: true };

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
 * Packets from elsewhere, and such as are not accepted, are passed over and win no time; too many of these end it.
 */
export function askByUdp({ server, query, accept, timeoutMs, signal }: Exchange): Promise<Exchanged> {
  return settle(timeoutMs, signal, (done) => {
    const fail = (error: NodeJS.ErrnoException) => done({ failure: failureOf(error, server) });
    let socket: Socket | null = null;
    let closed = false;
    // IPv4 first: a name such as localhost may have both, and most servers listen there.
    lookup(server.host, { verbatim: false }, (error, address, family) => {
      if (closed) return;
      if (error) return fail(error);
      socket = createSocket(family === 6 ? "udp6" : "udp4");
      socket.on("error", fail);
      socket.on("connect", () => exchangePackets(socket!, query, accept, done, fail));
      socket.connect(server.port, address);
    });
    return () => {
      closed = true;
      socket?.close();
    };
  });
}

function exchangePackets(
  socket: Socket,
  query: Uint8Array,
  accept: (response: Uint8Array) => boolean,
  done: (outcome: Exchanged) => void,
  fail: (error: Error) => void,
): void {
  const { address, port } = socket.remoteAddress();
  let wrong = 0;
  socket.on("message", (bytes, from) => {
    // The system drops what others send once the socket is connected, but not what came before it was.
    if (from.port !== port || from.address !== address) return;
    if (accept(bytes)) done({ bytes });
    else if (++wrong > MAX_WRONG) done({ failure: "flood of wrong responses", isFlood: true });
  });
  socket.send(query, (error) => error && fail(error));
}

/** Asks by TCP (RFC 7766): one query, one response, each behind its length. */
export function askByTcp({ server, query, accept, timeoutMs, signal }: Exchange): Promise<Exchanged> {
  return settle(timeoutMs, signal, (done) => {
    const socket = connect(server.port, server.host);
    const read = responseReader();
    socket.on("error", (error) => done({ failure: failureOf(error, server) }));
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

/** Why a server cannot be reached, with its name, since that is what has to be looked after. */
function failureOf({ code = "network error" }: NodeJS.ErrnoException, server: DnsServer): string {
  return `${serverText(server)}: ${WORDS[code] ?? code}`;
}
