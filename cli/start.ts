import { once } from "node:events";
import { followLogs } from "@/ingest/follow-logs";
import { importLogs } from "@/ingest/import-logs";
import { Store } from "@/lib/store/store";
import { announce } from "./announce";
import { LOG_OPTIONS, readArguments, readLogOptions } from "./arguments";
import type { Call, Command } from "./command";
import { loadDemo } from "./demo";
import { FAILED, OK } from "./fault";
import { pauseUntil } from "./follow";
import { machineLogs } from "./machine-logs";
import { Progress } from "./progress";
import { readAddress, SERVE_OPTIONS } from "./serve";
import { endPages, ServeFault, startPages } from "./web-server";

const HELP = `Usage: npm start [-- [options] FILE…]

Reads FILE, or this machine's own mail logs and their rotated copies, goes on reading what is added to them, and
serves the pages. Where there is no log it shows demo data.

  --port N, --host H, --time-zone Z, --year Y   as in serve and import
`;

/** What npm start runs: logs, pages and all. */
export const start: Command = {
  name: "start",
  summary: "read this machine's logs, follow them and serve the pages",
  help: HELP,
  async run(call) {
    const { values, positionals } = readArguments(call.args, { ...LOG_OPTIONS, ...SERVE_OPTIONS });
    const options = readLogOptions(values);
    try {
      const address = await readAddress(values, call);
      const followed = await readFirst(call, positionals, options);
      if (call.stop.aborted) return OK;
      const pages = await startPages(address);
      await announce(call, address);
      const ended = once(pages, "exit");
      const say = (sentence: string) => call.err.write(`whyspf: ${sentence}\n`);
      const pause = pauseUntil(call.stop);
      const following = followLogs(call.config.databaseUrl, followed, {
        ...options,
        isStopped: () => call.stop.aborted,
        pause,
        say,
      });
      await Promise.race([ended, followed.length > 0 ? following : stopped(call)]);
      await endPages(pages);
      return call.stop.aborted ? OK : FAILED;
    } catch (error) {
      if (!(error instanceof ServeFault)) throw error;
      call.err.write(`whyspf: ${error.message}\n`);
      return FAILED;
    }
  },
};

function stopped({ stop }: Call): Promise<unknown> {
  return stop.aborted
    ? Promise.resolve()
    : new Promise((resolve) => stop.addEventListener("abort", resolve, { once: true }));
}

/** Reads what is there now; gives the logs to follow. */
async function readFirst(
  call: Call,
  given: string[],
  options: ReturnType<typeof readLogOptions>,
): Promise<string[]> {
  const { out, err, stop } = call;
  const logs = given.length > 0 ? [] : machineLogs();
  for (const { path } of logs.filter(({ readable }) => !readable)) {
    err.write(
      `whyspf: ${path} may not be read by this user: run npm start as a user who may (group adm or root).\n`,
    );
  }
  const readable = logs.filter((log) => log.readable);
  const paths = given.length > 0 ? given : readable.flatMap(({ path, copies }) => [...copies, path]);
  if (paths.length === 0) return await demo(call);
  out.write(`Reading ${paths.join(", ")}\n`);
  const progress = new Progress(err);
  const store = await Store.open(call.config.databaseUrl);
  try {
    const summary = await importLogs(store, paths, {
      ...options,
      isStopped: () => stop.aborted,
      onFile: progress.show,
    });
    progress.clear();
    for (const fault of summary.faults) err.write(`whyspf: ${fault}\n`);
    out.write(`${summary.lines} lines read, ${summary.messages} new messages.\n`);
  } finally {
    await store.close();
  }
  return (given.length > 0 ? given : readable.map(({ path }) => path)).filter(
    (path) => !path.endsWith(".gz") && path !== "-",
  );
}

async function demo({ config, out }: Call): Promise<string[]> {
  out.write("No mail log was found in the usual places (/var/log/maillog, /var/log/mail.log …).\n");
  const loaded = await loadDemo(config.databaseUrl, Date.now());
  out.write(
    loaded
      ? "Demo data of six weeks was loaded and is marked as such. Your own logs: npm start -- FILE…\n"
      : "The database holds data already; showing that. Logs to read: npm start -- FILE…\n",
  );
  return [];
}
