import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type Asked, type Reply, readQuery, writeResponse, zoneReply } from "./dns-response.fixture";
import { framed, listenOnOnePort } from "./listen.fixture";
import type { DnsServer } from "./servers";
import { foldName } from "./wire-name";
import type { Zone } from "./zone";
import { namesOf } from "./zone-names";
import { zoneResolver } from "./zone-resolver";

/** How a test server misbehaves at a name. */
export type Fault =
  | "drop"
  | "servfail"
  | "refused"
  | "no edns"
  | "truncate"
  | "truncate always"
  | "wrong id"
  | "wrong question"
  | "wrong source"
  | "query back"
  | "wrong, then right"
  | "wrong for ever"
  | "drip"
  | "close"
  | "first link only"
  | "compression loop"
  | "garbage";

/** A DNS server on loopback, and what it was asked. */
export interface TestServer {
  server: DnsServer;
  asked: { name: string; type: string; over: "udp" | "tcp"; port: number; id: number }[];
  /** Answers from another zone from now on. */
  publish(zone: Zone): void;
  close(): Promise<void>;
}

interface Options {
  faults?: Record<string, Fault>;
  /** Answers over TCP only with this delay between their bytes, for "drip". */
  dripMs?: number;
  /** A loopback address; that of IPv4 where none is given. */
  host?: string;
  /** Whether it speaks for the zone itself, as the servers of its NS records do. */
  isAuthority?: boolean;
}

/** Starts a server that answers from a zone, by UDP and TCP on one port, with faults at some names. Close it. */
export async function dnsServer(
  zone: Zone,
  { faults = {}, dripMs = 5, host = "127.0.0.1", isAuthority = false }: Options = {},
): Promise<TestServer> {
  const servedOf = (given: Zone) => ({ names: namesOf(given), resolver: zoneResolver(given) });
  let served = servedOf(zone);
  const asked: TestServer["asked"] = [];
  const stops = new Set<() => void>();
  const faultOf = new Map(Object.entries(faults));
  const faultAt = (name: string) => faultOf.get(foldName(name));
  const replyTo = (query: Asked, over: "udp" | "tcp", port: number): Reply | null => {
    asked.push({ name: query.name, type: query.type, over, port, id: query.id });
    const fault = faultAt(query.name);
    if (fault === "drop") return null;
    if (fault === "servfail") return { rcode: 2 };
    if (fault === "refused") return { rcode: 5 };
    if (fault === "no edns" && query.edns) return { rcode: 1 };
    if (fault === "truncate always") return { truncated: true };
    const viaTcp = fault === "truncate" || fault === "drip" || fault === "close";
    if (viaTcp && over === "udp") return { truncated: true };
    const reply = zoneReply(served, query, fault === "first link only" ? 1 : undefined);
    return reply && { ...reply, authoritative: isAuthority };
  };

  const tcp = createServer((socket) => {
    stops.add(() => socket.destroy());
    socket.on("error", () => {});
    socket.once("data", (chunk) => {
      const query = readQuery(chunk.subarray(2));
      const fault = faultAt(query.name);
      const reply = replyTo(query, "tcp", socket.remotePort!);
      if (!reply || fault === "close") return socket.end(Buffer.from([0, 9, 1]));
      const bytes = writeResponse(query, reply);
      // What no message can hold is said to be more than this one does (RFC 2181 section 9).
      const whole = framed(bytes.length > 65_535 ? writeResponse(query, { truncated: true }) : bytes);
      if (fault === "drip") drip(socket, whole, dripMs, stops);
      else socket.end(whole);
    });
  });
  const udp = await listenOnOnePort(tcp, host);
  const { port } = udp.address();
  const other = createSocket(host.includes(":") ? "udp6" : "udp4");
  udp.on("message", (bytes, from) => {
    const query = readQuery(bytes);
    const reply = replyTo(query, "udp", from.port);
    if (!reply) return;
    const right = writeResponse(query, reply);
    const fit = right.length > query.payload ? writeResponse(query, { truncated: true }) : right;
    const send = (packet: Buffer) => udp.send(packet, from.port, from.address);
    misbehave(
      faultAt(query.name),
      fit,
      query,
      send,
      (packet) => other.send(packet, from.port, from.address),
      stops,
    );
  });

  const close = async () => {
    for (const stop of stops) stop();
    udp.close();
    other.close();
    tcp.close();
    await once(tcp, "close");
  };
  const publish = (given: Zone) => {
    served = servedOf(given);
  };
  return { server: { host, port }, asked, publish, close };
}

function misbehave(
  fault: Fault | undefined,
  right: Buffer,
  query: Asked,
  send: (packet: Buffer) => void,
  sendElsewhere: (packet: Buffer) => void,
  stops: Set<() => void>,
): void {
  const wrongId = Buffer.from(right);
  wrongId[0]! ^= 1;
  const wrongQuestion = Buffer.from(right);
  wrongQuestion[13]! ^= 2;
  const queryBack = Buffer.from(right);
  queryBack[2]! &= 0x7f;
  switch (fault) {
    case "wrong id":
      return send(wrongId);
    case "wrong question":
      return send(wrongQuestion);
    case "query back":
      return send(queryBack);
    case "wrong source":
      return sendElsewhere(right);
    case "wrong, then right":
      for (const packet of [wrongId, wrongQuestion, queryBack, Buffer.alloc(3), right]) send(packet);
      return;
    case "wrong for ever": {
      const timer = setInterval(() => send(wrongId), 2);
      stops.add(() => clearInterval(timer));
      return;
    }
    case "compression loop":
      return send(withLoop(query));
    case "garbage":
      return send(Buffer.concat([right.subarray(0, 12 + query.question.length), Buffer.alloc(40, 0xfe)]));
    default:
      return send(right);
  }
}

/** A response whose answer's name points at itself. */
function withLoop(query: Asked): Buffer {
  const at = 12 + query.question.length;
  const loop = Buffer.from([0xc0 | (at >> 8), at & 255, 0, 16, 0, 1, 0, 0, 0, 9, 0, 1, 0]);
  return writeResponse(query, { answers: [loop] });
}

function drip(socket: Socket, bytes: Buffer, milliseconds: number, stops: Set<() => void>): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= bytes.length) return clearInterval(timer);
    socket.write(bytes.subarray(at, ++at));
  }, milliseconds);
  stops.add(() => clearInterval(timer));
}
