// Bundles a benchmark and runs it: node e2e/bench/run.mjs NAME [arguments].
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

const [name = "import", ...args] = process.argv.slice(2);
const entry = {
  import: "e2e/bench/import.ts",
  queries: "e2e/bench/queries.ts",
  pages: "e2e/bench/pages.ts",
  scripts: "e2e/bench/first-load.ts",
  spf: "e2e/bench/spf.ts",
  replay: "e2e/bench/replay.ts",
  why: "e2e/bench/why.ts",
}[name];
if (!entry)
  throw new Error(`There is no benchmark "${name}": import, queries, pages, scripts, spf, replay or why.`);
await build({
  entryPoints: [entry],
  outfile: `dist/bench-${name}.js`,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, [`dist/bench-${name}.js`, ...args], { stdio: "inherit" });
process.exit(status ?? 1);
