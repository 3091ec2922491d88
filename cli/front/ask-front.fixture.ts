import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type FrontOptions, front } from "./front";

/** What a server answered. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks a front before these pages once, on loopback. */
export async function askFront(
  pages: RequestListener,
  options: FrontOptions,
  path: string,
  {
    headers = {},
    method = "GET",
    body,
  }: { headers?: Record<string, string>; method?: string; body?: string } = {},
): Promise<Answer> {
  const server = createServer(front(pages, options)).listen(0, "127.0.0.1");
  try {
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path, headers, method, host: "127.0.0.1" });
    asked.end(body);
    const [response] = await once(asked, "response");
    let text = "";
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, headers: response.headers, body: text };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
