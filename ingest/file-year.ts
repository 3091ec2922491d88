import { queueIdEnd, queueIdTime } from "@/lib/logs/queue-id";
import { readStamp } from "@/lib/logs/stamp";
import { EnvelopeReader } from "@/lib/logs/syslog";
import { LineSplitter } from "./line-splitter";
import { type Source, SourceFault } from "./source";

const YEAR = 365.25 * 86_400_000;

/**
 * A time near the first line of a log: the file's own time, walked back over each step from December to January
 * where stamps have no year. Queue ids tell the year themselves, so that one of them saves the walk.
 */
export async function firstTimeNear(source: Source, firstLines: readonly string[]): Promise<number> {
  if (source.path === "-" || firstLines.some((line) => hasQueueId(line, source.mtime))) return source.mtime;
  let months: Awaited<ReturnType<typeof monthSteps>>;
  try {
    months = await monthSteps(source);
  } catch (error) {
    // The damage will be met, and told, when the log is read.
    if (error instanceof SourceFault) return source.mtime;
    throw error;
  }
  return months
    ? source.mtime - Math.max(0, months.steps * YEAR + (months.last - months.first))
    : source.mtime;
}

function hasQueueId(line: string, near: number): boolean {
  const { text } = new EnvelopeReader().read(line);
  const end = queueIdEnd(text);
  return end > 0 && queueIdTime(text.slice(0, end), near) !== null;
}

async function monthSteps(source: Source): Promise<{ steps: number; first: number; last: number } | null> {
  let steps = 0;
  let first: number | null = null;
  let last = 0;
  let seen = "";
  const splitter = new LineSplitter(0, (line) => {
    const start = line.charCodeAt(0) === 60 ? line.indexOf(">") + 1 : 0;
    if (line.startsWith(seen, start) && seen !== "") return;
    const stamp = readStamp(line, start);
    if (!stamp || stamp.hasYear) return;
    seen = line.slice(start, start + 6);
    first ??= stamp.wall;
    if (isYearStep(last, stamp.wall)) steps++;
    last = stamp.wall;
  });
  for await (const chunk of source.chunks(0)) {
    splitter.push(chunk);
    if (first === null && splitter.offset > 1 << 20) return null;
  }
  return first === null ? null : { steps, first, last };
}

/** From November or December back to January or February. */
function isYearStep(before: number, after: number): boolean {
  return before > 0 && new Date(before).getUTCMonth() >= 10 && new Date(after).getUTCMonth() <= 1;
}
