import { PassThrough, Readable } from "node:stream";
import { readConfig } from "@/lib/config/config";
import type { Call, Command } from "./command";
import { USAGE, UsageFault } from "./fault";

/** What a command did: its exit code, and what it wrote; `err` holds the sentence of a UsageFault too. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command in this process, with text as its standard input. */
export async function runCommand(
  command: Command,
  args: string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const said = { out: "", err: "" };
  const [out, err] = [new PassThrough(), new PassThrough()];
  out.on("data", (chunk) => {
    said.out += chunk;
  });
  err.on("data", (chunk) => {
    said.err += chunk;
  });
  const call: Call = {
    args,
    config: readConfig(env),
    out,
    err,
    input: Readable.from([Buffer.from(input)]),
    stop: new AbortController().signal,
  };
  try {
    return { code: await command.run(call), ...said };
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    return { code: USAGE, out: said.out, err: said.err + error.message };
  }
}
