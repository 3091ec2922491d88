import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function isRoot(folder: string): boolean {
  const file = join(folder, "package.json");
  return existsSync(file) && readFileSync(file, "utf8").includes('"name": "whyspf"');
}

function above(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** A bundler may leave something here that is no file. */
function ownFolder(): string {
  return import.meta.url.startsWith("file:") ? dirname(fileURLToPath(import.meta.url)) : process.cwd();
}

let known: string | null = null;

/** The folder of this package, from wherever the code runs: source, bundle or web server. */
export function packageRoot(): string {
  known ??= above(ownFolder()) ?? above(process.cwd());
  if (known === null) throw new Error("The folder of whyspf's package.json cannot be found.");
  return known;
}
