import { shownUrl } from "@/lib/db/faults";
import { openWriter } from "@/lib/db/open";
import { logFiles } from "@/lib/store/log-files";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { examineLog, type LogFinding } from "./examine-log";
import { FAILED, OK } from "./fault";
import { machineLogs } from "./machine-logs";

const HELP = `Usage: whyspf doctor [--json] [FILE…]

Says what is found, readable and understood: the database, the logs already read, and FILE (or this machine's own
logs) without storing anything. Exit code 1 when something needs attention.
`;

interface Findings {
  database: { url: string; ok: boolean; problem: string | null; messages: number; logs: number };
  files: LogFinding[];
  problems: string[];
}

/** `whyspf doctor`. */
export const doctor: Command = {
  name: "doctor",
  summary: "say what is found, readable and understood",
  help: HELP,
  async run({ args, config, out }) {
    const { values, positionals } = readArguments(args, { json: { type: "boolean" } });
    const found =
      positionals.length > 0 ? positionals : machineLogs().flatMap(({ path, copies }) => [...copies, path]);
    const database = await examineDatabase(config.databaseUrl);
    const files: LogFinding[] = [];
    for (const path of found) files.push(await examineLog(path));
    const problems = [database.problem, ...files.map(({ problem }) => problem)].filter(
      (problem) => problem !== null,
    );
    if (found.length === 0)
      problems.push("This machine has no mail log in the usual places: name one (whyspf doctor FILE).");
    const findings = { database, files, problems };
    out.write(values.json ? `${JSON.stringify(findings)}\n` : report(findings));
    return problems.length > 0 ? FAILED : OK;
  },
};

async function examineDatabase(databaseUrl: string): Promise<Findings["database"]> {
  const url = shownUrl(databaseUrl);
  try {
    const writer = await openWriter(databaseUrl);
    try {
      const [row] = await writer.all('SELECT COUNT(*) AS "n" FROM "Message"');
      return {
        url,
        ok: true,
        problem: null,
        messages: Number(row!.n),
        logs: (await logFiles(writer)).length,
      };
    } finally {
      await writer.close();
    }
  } catch (error) {
    return { url, ok: false, problem: (error as Error).message, messages: 0, logs: 0 };
  }
}

function report({ database, files, problems }: Findings): string {
  const lines = [
    `Database ${database.url}: ${database.ok ? `${database.messages} messages of ${database.logs} logs` : "cannot be used"}`,
  ];
  for (const { path, kind, lines: count, matched, ignored, unknown, samples } of files) {
    lines.push(
      `${path}: ${kind}, ${count} lines tried: ${matched} matched, ${ignored} ignored, ${unknown} unknown`,
    );
    for (const sample of samples) lines.push(`    not understood: ${sample}`);
  }
  lines.push(
    problems.length === 0 ? "Nothing needs attention." : "Needs attention:",
    ...problems.map((problem) => `  ${problem}`),
  );
  return `${lines.join("\n")}\n`;
}
