import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const INSTALLED = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt"];
const USER = "whyspf";

/** A PostgreSQL of one's own, for as long as tests run. */
export interface TestServer {
  /** A new, empty database on it. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, as a crash does; what it has committed survives. */
  crash(): Promise<void>;
  /** Starts it again after a crash, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of PostgreSQL's programs, the newest release first; null where it is not installed. */
export function postgresqlPrograms(): string | null {
  const candidates = INSTALLED.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .map((name) => join(folder, name, "bin")),
  );
  const folders = [...candidates, ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Why tests that need PostgreSQL cannot run here; null where they can. Says so on the console too. */
export function postgresqlMissing(): string | null {
  if (postgresqlPrograms() !== null) return null;
  const reason = "PostgreSQL's programs (initdb, postgres) are not installed";
  console.log(`skipped: ${reason}`);
  return reason;
}

/** Who runs the server: PostgreSQL refuses to be root. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server on a free port of the loopback address, in a temporary folder that goes with it. */
export async function startPostgresql(): Promise<TestServer> {
  const programs = postgresqlPrograms();
  if (programs === null) throw new Error("PostgreSQL is not installed.");
  const folder = mkdtempSync(join(tmpdir(), "whyspf-postgresql-"));
  const user = serverUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  execFileSync(join(programs, "initdb"), initdb, { ...user, cwd: folder, stdio: "pipe" });
  const port = await freePort();
  const launch = () => launchServer(join(programs, "postgres"), data, port, { ...user, cwd: folder });
  let server = await launch();
  let databases = 0;
  return {
    async newDatabase() {
      const name = `test${++databases}`;
      const create = `CREATE DATABASE ${name} TEMPLATE template0`;
      // A language's order of letters, as many servers have it, brings to light what relies on another.
      const inKorean = `${create} LOCALE_PROVIDER icu ICU_LOCALE 'ko'`;
      const admin = urlOf(port, "postgres");
      await query(admin, inKorean).catch(() => query(admin, create));
      return urlOf(port, name);
    },
    crash: () => ended(server, "SIGQUIT"),
    async restart() {
      server = await launch();
    },
    async stop() {
      await ended(server, "SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const urlOf = (port: number, database: string) => `postgresql://${USER}@127.0.0.1:${port}/${database}`;

async function launchServer(
  program: string,
  data: string,
  port: number,
  options: { uid?: number; gid?: number; cwd: string },
): Promise<ChildProcess> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "max_connections=40",
  ];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(program, args, { ...options, stdio: "ignore" });
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) break;
    if (
      await query(urlOf(port, "postgres"), "SELECT 1").then(
        () => true,
        () => false,
      )
    )
      return server;
    await wait(100);
  }
  server.kill("SIGKILL");
  throw new Error("PostgreSQL did not start.");
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill(signal);
  });
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
