import { closeSync, openSync, writeSync } from "node:fs";
import { benchLog } from "@/ingest/generate/bench";

/** Writes a benchmark's mail log: `PATH MEGABYTES [SEED]` (a megabyte is 1,000,000 bytes). Returns what it wrote. */
export function main([path, megabytes, seed]: readonly string[]): { bytes: number; seconds: number } {
  const size = Number(megabytes) * 1_000_000;
  if (path === undefined || !(size > 0)) throw new Error("usage: generate-log PATH MEGABYTES [SEED]");
  const started = performance.now();
  const file = openSync(path, "w");
  let bytes = 0;
  try {
    for (const chunk of benchLog(size, Number(seed ?? 1))) {
      for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
      bytes += chunk.length;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, seconds: (performance.now() - started) / 1000 };
}
