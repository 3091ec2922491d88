import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// Packages stay outside the bundle: some bring binaries, and all are there anyway.
const done = await build({
  absWorkingDir: root,
  entryPoints: { whyspf: "./cli/main.ts", pages: "./cli/pages.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  tsconfig: "tsconfig.json",
  sourcemap: true,
  banner: { js: "#!/usr/bin/env node" },
  legalComments: "none",
  logLevel: "warning",
}).catch(() => null);
// esbuild has said what is wrong.
if (done === null) process.exit(1);
chmodSync(`${root}dist/whyspf.js`, 0o755);
