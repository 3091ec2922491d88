import { once } from "node:events";
import { readArguments, readNumber } from "./arguments";
import type { Call, Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { endPages, freePort, isLoopback, ServeFault, startPages } from "./web-server";

const HELP = `Usage: whyspf serve [--port N] [--host H]

Serves the pages until it is asked to end. There is no sign-in yet, so H must be an address of this machine itself
(127.0.0.1, the default, or ::1); from elsewhere use an SSH tunnel: ssh -L 3000:127.0.0.1:3000 mailserver

  --port N   default 3000, or PORT
`;

export const SERVE_OPTIONS = { port: { type: "string" }, host: { type: "string" } } as const;

/** Where to serve, from options and settings. */
export async function readAddress(values: { port?: string; host?: string }, call: Call) {
  const host = values.host ?? "127.0.0.1";
  if (!isLoopback(host))
    throw new UsageFault(`--host takes 127.0.0.1 or ::1 until there is a sign-in, not "${host}".`);
  const port = await freePort(host, readNumber("port", values.port, 0, 65_535) ?? call.config.port);
  return { host, port, databaseUrl: call.config.databaseUrl };
}

/** The address as one can click it. */
export function shownAddress({ host, port }: { host: string; port: number }): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

/** `whyspf serve`. */
export const serve: Command = {
  name: "serve",
  summary: "serve the pages",
  help: HELP,
  async run(call) {
    const { values, positionals } = readArguments(call.args, SERVE_OPTIONS);
    if (positionals.length > 0) throw new UsageFault("takes no file.");
    try {
      const address = await readAddress(values, call);
      const pages = await startPages(address);
      call.out.write(`whyspf is served at ${shownAddress(address)}\n`);
      const ended = once(pages, "exit");
      const asked = new Promise((resolve) => call.stop.addEventListener("abort", resolve, { once: true }));
      await Promise.race([ended, asked]);
      await endPages(pages);
      return call.stop.aborted ? OK : FAILED;
    } catch (error) {
      if (!(error instanceof ServeFault)) throw error;
      call.err.write(`whyspf serve: ${error.message}\n`);
      return FAILED;
    }
  },
};
