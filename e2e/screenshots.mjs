// Takes the pictures of every page of the last build: node e2e/screenshots.mjs [FOLDER [NAME…]].
import { spawnSync } from "node:child_process";
import { build } from "esbuild";

await build({
  entryPoints: ["e2e/screenshots.ts"],
  outfile: "dist/screenshots.js",
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
const { status } = spawnSync(process.execPath, ["dist/screenshots.js", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
