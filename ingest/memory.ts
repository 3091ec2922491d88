import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const LARGE = 190 << 20;

let collect: (() => void) | null = null;

/** Gives memory back after a batch: what a batch leaves behind would grow the process before anyone else needs it. */
export function collectWhenLarge(): void {
  if (process.memoryUsage.rss() < LARGE) return;
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
