import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchLog } from "@/ingest/generate/bench";
import { startPostgresql } from "../postgresql";

// How fast logs are imported: `npm run bench -- [megabytes …]`. Figures of one run belong together: compare within it.
const SIZES = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const SEED = 1;
const ROOT = process.cwd();

interface Run {
  lines: number;
  messages: number;
  wall: number;
  cpu: number;
  megabytes: number;
}

function writeLog(path: string, bytes: number): void {
  const fd = openSync(path, "w");
  for (const chunk of benchLog(bytes, SEED)) writeSync(fd, chunk);
  closeSync(fd);
}

/** Runs the command line's import as a user does, and asks the system what it took. */
function timed(databaseUrl: string, path: string): Run {
  const script = `
    import { spawnSync } from "node:child_process";
    const started = performance.now();
    const done = spawnSync(process.execPath, ["dist/whyspf.js", "import", "--json", ${JSON.stringify(path)}], { encoding: "utf8" });
    console.log(JSON.stringify({ out: done.stdout.trim().split("\\n").at(-1), wall: performance.now() - started, err: done.stderr }));`;
  const time = existsSync("/usr/bin/time") ? ["/usr/bin/time", "-f", "%U %S %M"] : [];
  const [command = process.execPath, ...args] = [
    ...time,
    process.execPath,
    "--input-type=module",
    "-e",
    script,
  ];
  const done = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const { out, wall, err } = JSON.parse(done.stdout) as { out: string; wall: number; err: string };
  if (err) throw new Error(err);
  const { lines, messages } = JSON.parse(out) as { lines: number; messages: number };
  const [user = "0", system = "0", kilobytes = "0"] = done.stderr.trim().split("\n").at(-1)!.split(" ");
  return {
    lines,
    messages,
    wall: wall / 1000,
    cpu: Number(user) + Number(system),
    megabytes: Number(kilobytes) / 1024,
  };
}

function tell(what: string, { lines, messages, wall, cpu, megabytes }: Run): void {
  const rate = cpu > 0 ? Math.round(lines / cpu / 1000) : 0;
  console.log(
    `| ${what} | ${lines} | ${messages} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${rate} | ${Math.round(lines / wall / 1000)} | ${Math.round(megabytes)} |`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "whyspf-bench-"));
const server = await startPostgresql().catch(() => null);
console.log(
  "| import of | lines | messages | wall s | CPU s | k lines/CPU-s | k lines/s | peak MB |\n|---|---|---|---|---|---|---|---|",
);
try {
  for (const size of SIZES.length > 0 ? SIZES : [100]) {
    const path = join(folder, `${size}.log`);
    writeLog(path, size * 1_000_000);
    const url = `file:${join(folder, `${size}.db`)}`;
    tell(`${size} MB into SQLite`, timed(url, path));
    tell(`${size} MB, unchanged`, timed(url, path));
    console.log(`(database: ${Math.round(statSync(join(folder, `${size}.db`)).size / 1e6)} MB)`);
    if (server && size <= 100)
      tell(`${size} MB into PostgreSQL (server's CPU not counted)`, timed(await server.newDatabase(), path));
    rmSync(path);
  }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
