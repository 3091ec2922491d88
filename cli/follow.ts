import { followLogs } from "@/ingest/follow-logs";
import { LOG_OPTIONS, readArguments, readLogOptions } from "./arguments";
import type { Command } from "./command";
import { OK, UsageFault } from "./fault";

const HELP = `Usage: whyspf follow [options] FILE…

Reads logs as import does and goes on reading what is added to them, through every kind of rotation, until it is
asked to end (SIGTERM). A database that is away is waited for.

  --time-zone Z, --year Y   as in import
`;

/** Waits, but not longer than until `stop`. */
export function pauseUntil(stop: AbortSignal): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      stop.addEventListener("abort", done);
    });
}

/** `whyspf follow`. */
export const follow: Command = {
  name: "follow",
  summary: "read logs and what is added to them",
  help: HELP,
  async run({ args, config, err, stop }) {
    const { values, positionals } = readArguments(args, LOG_OPTIONS);
    if (positionals.length === 0) throw new UsageFault("names no file.");
    await followLogs(config.databaseUrl, positionals, {
      ...readLogOptions(values),
      isStopped: () => stop.aborted,
      pause: pauseUntil(stop),
      say: (sentence) => err.write(`whyspf follow: ${sentence}\n`),
    });
    return OK;
  },
};
