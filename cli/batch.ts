import { once } from "node:events";
import { LineSplitter, MAX_LINE } from "@/ingest/line-splitter";
import type { Call } from "./command";
import { FAILED, OK } from "./fault";

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
  const waiting: Promise<Answered>[] = [];
  let code = OK;
  let count = 0;
  const write = async () => {
    const answered = await waiting.shift()!;
    if (answered.error !== undefined) code = FAILED;
    if (!out.write(`${JSON.stringify(answered)}\n`)) await once(out, "drain");
  };
  for await (const text of linesOf(input)) {
    if (stop.aborted) break;
    count++;
    if (text.trim() === "") continue;
    waiting.push(answerLine(text, count, answer));
    if (waiting.length >= WIDTH) await write();
  }
  while (waiting.length > 0) await write();
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

async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let lines: string[] = [];
  const splitter = new LineSplitter(0, (line) => lines.push(Buffer.from(line, "latin1").toString("utf8")));
  for await (const chunk of input) {
    splitter.push(Buffer.from(chunk));
    yield* lines;
    lines = [];
  }
  splitter.flush();
  yield* lines;
}
