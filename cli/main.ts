import { SourceFault } from "@/ingest/source";
import { ConfigFault, readConfig } from "@/lib/config/config";
import { DatabaseFault } from "@/lib/db/faults";
import { visibleLine, visibleText } from "@/lib/mail/visible-text";
import { check } from "./check";
import type { Call, Command } from "./command";
import { doctor } from "./doctor";
import { draft } from "./draft";
import { exportMessages } from "./export";
import { FAILED, OK, USAGE, UsageFault } from "./fault";
import { follow } from "./follow";
import { importCommand } from "./import";
import { lint } from "./lint";
import { serve } from "./serve";
import { start } from "./start";
import { suggest } from "./suggest";
import { user } from "./user";
import { whyUrlCommand } from "./why-url";

/** Characters of a complaint about what was typed. */
const LONGEST = 1000;

const COMMANDS: Command[] = [
  importCommand,
  follow,
  exportMessages,
  check,
  lint,
  suggest,
  draft,
  whyUrlCommand,
  serve,
  user,
  doctor,
  start,
];

function usage(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return [
    "whyspf: SPF statistics from a mail server's own logs",
    "",
    "Usage: whyspf <command> [options]",
    "",
    ...lines,
    "",
    "whyspf <command> --help tells more. DATABASE_URL names the database: file:/path/x.db or postgresql://…",
    "",
  ].join("\n");
}

async function run(
  name: string | undefined,
  args: string[],
  call: Omit<Call, "args" | "config">,
): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? call.err : call.out).write(usage());
    return name === undefined ? USAGE : OK;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    call.err.write(`whyspf: there is no command "${visibleText(name)}".\n\n${usage()}`);
    return USAGE;
  }
  if (args.includes("--help") || args.includes("-h")) {
    call.out.write(command.help);
    return OK;
  }
  try {
    return await command.run({ ...call, args, config: readConfig() });
  } catch (error) {
    return tell(error, command, call.err);
  }
}

function tell(error: unknown, command: Command, err: NodeJS.WritableStream): number {
  if (error instanceof UsageFault) {
    // A sentence of ours, that may hold what was typed.
    err.write(
      `whyspf ${command.name}: ${visibleLine(error.message, LONGEST)}\nwhyspf ${command.name} --help tells more.\n`,
    );
    return USAGE;
  }
  const known =
    error instanceof DatabaseFault || error instanceof SourceFault || error instanceof ConfigFault;
  const text = known
    ? error.message
    : `Something went wrong that should not have: ${(error as Error)?.stack ?? error}`;
  err.write(`whyspf ${command.name}: ${text}\n`);
  return error instanceof ConfigFault ? USAGE : FAILED;
}

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => stop.abort());
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read our output has gone: `whyspf export … | head`.
  process.exit(error.code === "EPIPE" ? OK : FAILED);
});

const [name, ...args] = process.argv.slice(2);
const code = await run(name, args, {
  out: process.stdout,
  err: process.stderr,
  input: process.stdin,
  stop: stop.signal,
});
// Nobody reads on, and an input that stays open must not keep the program.
process.stdin.destroy();
process.exitCode = code;
