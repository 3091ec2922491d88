import { once } from "node:events";
import { announce } from "./announce";
import { readArguments, readNumber } from "./arguments";
import type { Call, Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { endPages, freePort, ServeFault, startPages } from "./web-server";

const HELP = `Usage: whyspf serve [--port N] [--host H]

Serves the pages until it is asked to end; whoever opens them signs in first (whyspf user --help).

  --port N   default 3000, or PORT
  --host H   the address to listen on: 127.0.0.1, the default, for this machine and an SSH tunnel only
             (ssh -L 3000:127.0.0.1:3000 mailserver), 0.0.0.0 or :: for everyone who can reach this machine

WHYSPF_URL is how people reach the pages (https://whyspf.corp.example), for links. Behind a reverse proxy,
WHYSPF_TRUSTED_PROXIES names its address or network (127.0.0.1,10.0.0.0/8): its X-Forwarded-For and
X-Forwarded-Proto are believed.
`;

export const SERVE_OPTIONS = { port: { type: "string" }, host: { type: "string" } } as const;

/** Where to serve, from options and settings. */
export async function readAddress(values: { port?: string; host?: string }, call: Call) {
  const host = values.host ?? "127.0.0.1";
  const port = await freePort(host, readNumber("port", values.port, 0, 65_535) ?? call.config.port);
  return { host, port, databaseUrl: call.config.databaseUrl };
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
      await announce(call, address);
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
