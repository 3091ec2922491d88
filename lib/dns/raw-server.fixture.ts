import { once } from "node:events";
import { createServer } from "node:net";
import { type Asked, readQuery } from "./dns-response.fixture";
import { listenOnOnePort } from "./listen.fixture";
import type { DnsServer } from "./servers";

/** A server that says whatever a test wants, and how often it was asked. */
export interface RawServer {
  server: DnsServer;
  asked: { name: string; type: string; over: "udp" | "tcp"; recursion: boolean }[];
  close(): Promise<void>;
}

/** What to send for a query: packets over UDP, pieces of the stream over TCP; null ends the stream. */
export type RawReply = (query: Asked, over: "udp" | "tcp") => (Uint8Array | null)[];

/** Starts a server on loopback that sends what `reply` says, as it is. Close it. */
export async function rawServer(reply: RawReply): Promise<RawServer> {
  const asked: RawServer["asked"] = [];
  const open = new Set<() => void>();
  const repliesTo = (query: Asked, over: "udp" | "tcp") => {
    asked.push({ name: query.name, type: query.type, over, recursion: query.recursion });
    return reply(query, over);
  };
  const tcp = createServer((socket) => {
    open.add(() => socket.destroy());
    socket.on("error", () => {});
    socket.once("data", (chunk) => {
      for (const piece of repliesTo(readQuery(chunk.subarray(2)), "tcp"))
        if (piece) socket.write(piece);
        else socket.end();
    });
  });
  const udp = await listenOnOnePort(tcp, "127.0.0.1");
  udp.on("message", (bytes, from) => {
    for (const packet of repliesTo(readQuery(bytes), "udp"))
      if (packet) udp.send(packet, from.port, from.address, () => {});
  });
  const close = async () => {
    for (const end of open) end();
    udp.close();
    tcp.close();
    await once(tcp, "close");
  };
  return { server: { host: "127.0.0.1", port: udp.address().port }, asked, close };
}
