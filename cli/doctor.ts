import { databaseFault, shownUrl } from "@/lib/db/faults";
import { openReader } from "@/lib/db/reader";
import type { SourceFinding } from "@/lib/queries/source-findings";
import { sources } from "@/lib/queries/sources";
import { readArguments } from "./arguments";
import type { Command } from "./command";
import { examineLog, type LogFinding } from "./examine-log";
import { FAILED, OK } from "./fault";
import { findingSentence } from "./finding-sentences";
import { machineLogs } from "./machine-logs";

const HELP = `Usage: whyspf doctor [--json] [FILE…]

Says what is found, readable and understood: the database, the logs already read and the machines they tell of, and
FILE (or this machine's own logs) without storing anything. Exit code 1 when something needs attention.
`;

interface Findings {
  database: { url: string; ok: boolean; problem: string | null; messages: number; logs: number };
  files: LogFinding[];
  /** Of what is stored, worst first. */
  findings: StoredFinding[];
  problems: string[];
  /** Good to know, no problem. */
  notes: string[];
}

type StoredFinding = SourceFinding & { sentence: string };

/** `whyspf doctor`. */
export const doctor: Command = {
  name: "doctor",
  summary: "say what is found, readable and understood",
  help: HELP,
  async run({ args, config, out }) {
    const { values, positionals } = readArguments(args, { json: { type: "boolean" } });
    const found =
      positionals.length > 0 ? positionals : machineLogs().flatMap(({ path, copies }) => [...copies, path]);
    const { findings, ...database } = await examineDatabase(config.databaseUrl);
    const files: LogFinding[] = [];
    for (const path of found) files.push(await examineLog(path));
    const problems = [
      database.problem,
      ...files.map(({ problem }) => problem),
      ...sentences(findings, (severity) => severity !== "note"),
    ].filter((problem) => problem !== null);
    if (found.length === 0 && database.logs === 0)
      problems.push("This machine has no mail log in the usual places: name one (whyspf doctor FILE).");
    const notes = sentences(findings, (severity) => severity === "note");
    const all = { database, files, findings, problems, notes };
    out.write(values.json ? `${JSON.stringify(all)}\n` : report(all));
    return problems.length > 0 ? FAILED : OK;
  },
};

function sentences(
  findings: StoredFinding[],
  isWanted: (severity: SourceFinding["severity"]) => boolean,
): string[] {
  return findings.filter(({ severity }) => isWanted(severity)).map(({ sentence }) => sentence);
}

async function examineDatabase(
  databaseUrl: string,
): Promise<Findings["database"] & Pick<Findings, "findings">> {
  const url = shownUrl(databaseUrl);
  try {
    const reader = await openReader(databaseUrl);
    try {
      const { total, findings } = await sources(reader, Date.now());
      return {
        url,
        ok: true,
        problem: null,
        messages: await reader.message.count(),
        logs: total,
        findings: findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) })),
      };
    } finally {
      await reader.$disconnect();
    }
  } catch (error) {
    const problem = databaseFault(databaseUrl, error).message;
    return { url, ok: false, problem, messages: 0, logs: 0, findings: [] };
  }
}

function report({ database, files, problems, notes }: Findings): string {
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
  if (notes.length > 0) lines.push("Good to know:", ...notes.map((note) => `  ${note}`));
  return `${lines.join("\n")}\n`;
}
