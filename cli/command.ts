import type { Config } from "@/lib/config/config";

/** What a command is given. */
export interface Call {
  /** The words after the command's name. */
  args: string[];
  config: Config;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream & { isTTY?: boolean };
  input: AsyncIterable<Buffer>;
  /** Resolves when the user or the system asks the program to end. */
  stop: AbortSignal;
}

/** One command of the program; `run` gives its exit code. */
export interface Command {
  name: string;
  summary: string;
  help: string;
  run(call: Call): Promise<number>;
}
