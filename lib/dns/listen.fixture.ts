import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";

/** Listens by TCP and by UDP on the same port of loopback, which something else may hold for one of them. */
export async function listenOnOnePort(tcp: Server, host: string): Promise<UdpSocket> {
  for (;;) {
    tcp.listen(0, host);
    await once(tcp, "listening");
    const udp = createSocket(host.includes(":") ? "udp6" : "udp4");
    udp.bind((tcp.address() as AddressInfo).port, host);
    const bound = await once(udp, "listening").then(
      () => true,
      () => false,
    );
    if (bound) return udp;
    udp.close();
    tcp.close();
    await once(tcp, "close");
  }
}

/** Whether this machine has the loopback of IPv6. */
export async function hasIpv6(): Promise<boolean> {
  const server = createServer();
  server.listen(0, "::1");
  const listens = await once(server, "listening").then(
    () => true,
    () => false,
  );
  server.close();
  return listens;
}

/** A message as TCP carries it, behind its length. */
export function framed(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}
