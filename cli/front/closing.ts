import type { Server, ServerResponse } from "node:http";

/** How long what is under way may still take, ms. */
const GRACE = 1500;

/** Ends a server: it takes nothing new, streams of events end, and what is left after 1.5 s is cut off. */
export function closing(server: Server): () => Promise<void> {
  const streams = new Set<ServerResponse>();
  server.on("request", (_, response: ServerResponse) => {
    streams.add(response);
    response.once("close", () => streams.delete(response));
  });
  return () =>
    new Promise((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      for (const response of streams)
        if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
      server.closeIdleConnections();
    });
}
