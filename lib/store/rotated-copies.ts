import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** `maillog.1`, `maillog.2.gz`, `maillog-20261124`, … beside a log. */
export function rotatedCopies(path: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const name = basename(path);
  const rest = /^(?:\.\d{1,4}|-\d{8}(?:-\d+)?)(?:\.gz)?$/;
  return readdirSync(folder)
    .filter((other) => other.startsWith(name) && rest.test(other.slice(name.length)))
    .map((other) => join(folder, other));
}
