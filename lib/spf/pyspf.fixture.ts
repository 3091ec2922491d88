import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { RecordType } from "./resolver";
import type { Zone } from "./zone.fixture";

const DRIVER = join(import.meta.dirname, "../../e2e/fixtures/pyspf.py");
/** Debian's own Python, the one that sees Debian's packages. */
const PYTHON = "/usr/bin/python3";
const PYSPF = "/usr/lib/python3/dist-packages/spf.py";
const TYPES: RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];

/** One question to both: an empty `sender` is the null sender. */
export interface Asked {
  zone: Zone;
  ip: string;
  sender: string;
  helo: string;
}

/** What pyspf says; `problem` is its text for an error, `voids`, `failures` and `expansions` are in its order. */
export interface Reference {
  result: string;
  explanation: string | null;
  lookups: number;
  voids: [name: string, type: string][];
  failures: [name: string, type: string][];
  expansions: [text: string, expanded: string][];
  problem: string | null;
}

/** Why pyspf cannot be asked on this machine; null if it can. */
export function whyNoPyspf(): string | null {
  return [PYTHON, PYSPF].every((path) => existsSync(path)) ? null : "no pyspf: install Debian's python3-spf";
}

/** Starts pyspf, which answers one question after the other until it is stopped. */
export function startPyspf(): { ask: (asked: Asked) => Promise<Reference>; stop: () => void } {
  const child: ChildProcessWithoutNullStreams = spawn(PYTHON, [DRIVER]);
  const waiting: { resolve: (told: Reference) => void; reject: (error: Error) => void }[] = [];
  let complaint = "";
  child.stderr.on("data", (data: Buffer) => {
    complaint += data.toString();
  });
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.resolve(JSON.parse(line)));
  child.on("close", () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`pyspf ended: ${complaint}`));
  });
  return {
    ask: ({ zone, ...mail }) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify({ zone: zoneJson(zone), ...mail })}\n`);
      }),
    stop: () => child.stdin.end(),
  };
}

function zoneJson(zone: Zone): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    [...zone].map(([name, { records, alias, isTimeout }]) => {
      const has = (type: RecordType) => records.some((record) => record.type === type);
      const entry: Record<string, unknown> = {
        timeouts: isTimeout ? TYPES.filter((type) => !has(type)) : [],
      };
      if (alias !== undefined) entry.CNAME = alias;
      for (const record of records) {
        const value =
          record.type === "TXT"
            ? record.strings
            : record.type === "MX"
              ? [record.preference, record.host]
              : record.type === "PTR"
                ? record.host
                : record.address;
        entry[record.type] = [...((entry[record.type] as unknown[] | undefined) ?? []), value];
      }
      return [name, entry];
    }),
  );
}
