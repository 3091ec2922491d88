import { type ImportSummary, importLogs } from "@/ingest/import-logs";
import { Store } from "@/lib/store/store";
import { LOG_OPTIONS, readArguments, readLogOptions } from "./arguments";
import type { Command } from "./command";
import { FAILED, OK, UsageFault } from "./fault";
import { Progress } from "./progress";

const HELP = `Usage: whyspf import [options] FILE…

Reads mail logs and procmail logs into the database; what was read before is known again and costs nothing.
FILE may be packed with gzip; - is standard input. Exit code 1 when a file could not be read to its end.

  --time-zone Z   zone of stamps that name none (Asia/Seoul, +09:00); else queue ids tell it
  --year Y        year of the first line of logs whose stamps have none; else queue ids tell it
  --json          a summary as JSON on the last line
  --demo          mark what is read as demo data
`;

/** `whyspf import`. */
export const importCommand: Command = {
  name: "import",
  summary: "read logs into the database",
  help: HELP,
  async run({ args, config, out, err, input, stop }) {
    const { values, positionals } = readArguments(args, LOG_OPTIONS);
    if (positionals.length === 0) throw new UsageFault("names no file.");
    const options = readLogOptions(values);
    const started = performance.now();
    const progress = new Progress(err);
    const store = await Store.open(config.databaseUrl);
    let summary: ImportSummary;
    try {
      summary = await importLogs(store, positionals, {
        ...options,
        standardInput: input,
        isStopped: () => stop.aborted,
        onFile: progress.show,
      });
    } finally {
      progress.clear();
      await store.close();
    }
    for (const fault of summary.faults) err.write(`whyspf import: ${fault}\n`);
    if (stop.aborted)
      err.write(
        "whyspf import: asked to end; what was read so far is stored, the same command goes on from there.\n",
      );
    const { faults, ...counts } = summary;
    const seconds = Math.round(performance.now() - started) / 1000;
    out.write(values.json ? `${JSON.stringify({ ...counts, seconds })}\n` : sentence(summary, seconds));
    return faults.length > 0 || stop.aborted ? FAILED : OK;
  },
};

function sentence(summary: ImportSummary, seconds: number): string {
  const { files, lines, matched, ignored, unknown, messages, duplicates } = summary;
  return `${files} ${files === 1 ? "file" : "files"}, ${lines} lines: ${matched} matched, ${ignored} ignored, ${unknown} unknown; ${messages} new messages, ${duplicates} known already; ${seconds.toFixed(1)} s\n`;
}
