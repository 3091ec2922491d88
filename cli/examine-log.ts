import { notUnderstood } from "@/ingest/import-logs";
import { LineSplitter } from "@/ingest/line-splitter";
import { openSource, SourceFault } from "@/ingest/source";
import { Clock } from "@/lib/logs/clock";
import { Continuations } from "@/lib/logs/continuation";
import { looksLikeJournalExport } from "@/lib/logs/journal-export";
import { looksLikeProcmail, ProcmailReader } from "@/lib/logs/procmail";
import { LogReader } from "@/lib/logs/reader";
import { systemZone } from "./arguments";

/** What is found in a log, of its first few thousand lines. */
export interface LogFinding {
  path: string;
  kind: "mail log" | "procmail log" | "unreadable";
  lines: number;
  matched: number;
  ignored: number;
  unknown: number;
  samples: string[];
  problem: string | null;
}

const TRIED = 4 << 20;

/** Reads the beginning of a log without storing anything. */
export async function examineLog(path: string): Promise<LogFinding> {
  const finding: LogFinding = {
    path,
    kind: "unreadable",
    lines: 0,
    matched: 0,
    ignored: 0,
    unknown: 0,
    samples: [],
    problem: null,
  };
  try {
    const source = await openSource(path);
    try {
      const head = (await source.head()).toString("latin1").split("\n");
      finding.kind = looksLikeProcmail(head) ? "procmail log" : "mail log";
      const read =
        finding.kind === "procmail log" ? procmailReader(finding) : mailReader(finding, head, source.mtime);
      const splitter = new LineSplitter(0, read);
      for await (const chunk of source.chunks(0)) {
        splitter.push(chunk);
        if (splitter.offset > TRIED) break;
      }
      splitter.flush();
    } finally {
      source.close();
    }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    finding.problem = error.message;
  }
  if (finding.lines > 0 && finding.matched === 0) finding.problem ??= nothingMatched(finding);
  return finding;
}

function nothingMatched({ path, lines, unknown, ignored }: LogFinding): string {
  if (unknown >= ignored) return notUnderstood(path, lines);
  return `${path}: all of its lines are of no interest: no message passed through, or the mail server logs too little (sendmail: LogLevel 9 or more).`;
}

function procmailReader(finding: LogFinding): (line: string, offset: number) => void {
  const reader = new ProcmailReader();
  return (line, offset) => {
    const fate = reader.push(line, offset);
    finding[fate]++;
    finding.lines++;
    if (fate === "unknown" && finding.samples.length < 5) finding.samples.push(shown(line));
  };
}

function mailReader(
  finding: LogFinding,
  head: string[],
  near: number,
): (line: string, offset: number) => void {
  const clock = new Clock({ year: null, zone: null, fallback: systemZone(), near });
  const journalExport = looksLikeJournalExport(head);
  const reader = new LogReader({
    fileId: 0,
    clock,
    defaultHost: "-",
    continuations: new Continuations(),
    journalExport,
  });
  return (line, offset) => {
    reader.read(line, offset);
    reader.entries = [];
    for (const counts of reader.counts.values()) {
      for (const fate of ["matched", "ignored", "unknown"] as const) {
        finding[fate] += counts[fate];
        finding.lines += counts[fate];
      }
    }
    reader.counts.clear();
    for (const { text } of reader.samples) if (finding.samples.length < 5) finding.samples.push(shown(text));
    reader.samples = [];
  };
}

/** A log's text on a terminal: printable, and not too long. */
function shown(line: string): string {
  return line.slice(0, 160).replace(/[^\x20-\x7e]/g, "?");
}
