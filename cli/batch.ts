import { once } from "node:events";
import { LineSplitter, MAX_LINE } from "@/ingest/line-splitter";
import type { Call } from "./command";
import { FAILED, OK } from "./fault";
import { jsonLine } from "./json-line";

/** How many lines may wait for the DNS at a time. */
const WIDTH = 64;

type Line = Record<string, unknown>;

/** What is written for a line, an object; with `error` the line could not be used. */
export type Answered = object & { id?: unknown; error?: string };

/**
 * Reads a JSON object per line of standard input, and writes one for each, in the same order, with its `id`. A line that
 * cannot be used is answered with an `error`, and makes the exit code 1 at the end.
 */
export async function answerLines(
  { input, out, stop }: Call,
  answer: (line: Line) => Answered | Promise<Answered>,
): Promise<number> {
  let code = OK;
  let count = 0;
  let written = Promise.resolve();
  const waiting: Promise<void>[] = [];
  const write = async (pending: Promise<Answered>) => {
    const answered = await pending;
    // What was given up on is no answer.
    if (stop.aborted) return;
    if (answered.error !== undefined) code = FAILED;
    if (!out.write(jsonLine(answered))) await once(out, "drain", { signal: stop }).catch(() => {});
  };
  for await (const text of linesOf(input, stop)) {
    count++;
    if (text.trim() === "") continue;
    const answered = answerLine(text, count, answer);
    // Written as soon as it is there and all before it are: whoever asks line by line waits for each answer.
    written = written.then(() => write(answered));
    waiting.push(written);
    if (waiting.length >= WIDTH) await waiting.shift();
  }
  await written;
  return stop.aborted ? FAILED : code;
}

async function answerLine(
  text: string,
  number: number,
  answer: (line: Line) => Answered | Promise<Answered>,
): Promise<Answered> {
  const line = readLine(text);
  if (typeof line === "string") return { id: null, error: `line ${number} ${line}` };
  const answered = await answer(line);
  const error = answered.error === undefined ? {} : { error: `line ${number}: ${answered.error}` };
  return { id: line.id ?? null, ...answered, ...error };
}

function readLine(text: string): Line | string {
  if (text.length >= MAX_LINE) return "is longer than a megabyte";
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Line;
    return "is JSON, but no object";
  } catch (error) {
    return `is no JSON: ${(error as Error).message}`;
  }
}

/** The lines of the input, up to its end or until the program is to end, whatever the input waits for. */
async function* linesOf(input: AsyncIterable<Buffer>, stop: AbortSignal): AsyncGenerator<string> {
  let lines: string[] = [];
  const splitter = new LineSplitter(0, (line) => lines.push(Buffer.from(line, "latin1").toString("utf8")));
  const stopped = new Promise<null>((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener("abort", () => resolve(null), { once: true });
  });
  const chunks = input[Symbol.asyncIterator]();
  for (;;) {
    const read = await Promise.race([chunks.next(), stopped]);
    if (read === null) return;
    if (read.done) break;
    splitter.push(Buffer.from(read.value));
    for (const line of lines) {
      if (stop.aborted) return;
      yield line;
    }
    lines = [];
  }
  splitter.flush();
  yield* lines;
}
