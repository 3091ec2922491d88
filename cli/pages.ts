import { createServer } from "node:http";
import next from "next";
import { readConfig } from "@/lib/config/config";
import { packageRoot } from "@/lib/db/package-root";
import { closing } from "./front/closing";
import { front } from "./front/front";
import { gateOf } from "./front/gate";

// Started by cli/web-server.ts: the built pages behind our own front, until a signal ends it.
const [hostname = "127.0.0.1", given = "3000"] = process.argv.slice(2);
const port = Number(given);

// Next listens for upgrades on the server it is given. They must not reach it past the front, so it gets one that never
// listens: on ours an upgrade is a request like any other.
const app = next({ dev: false, dir: packageRoot(), hostname, port, httpServer: createServer() });
await app.prepare();
const pages = app.getRequestHandler();

const config = readConfig();
const listener = front(
  (request, response) => {
    pages(request, response).catch(() => response.destroy());
  },
  { ...config, gate: gateOf(config.databaseUrl) },
);
// The workbench has a record in its address, which a browser repeats in headers of the pages it loads by script.
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 96 * 1024 };
const server = createServer(limits, (request, response) => {
  listener(request, response).catch(() => response.destroy());
});
const close = closing(server);
server.once("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(`Port ${port} on ${hostname} cannot be used (${error.code}).\n`);
  process.exit(1);
});
server.listen(port, hostname);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => close().then(() => process.exit(0)));
