import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { childEnvironment } from "@/lib/config/config";
import { packageRoot } from "@/lib/db/package-root";

/** The pages cannot be served; the message says why. */
export class ServeFault extends Error {}

export interface ServedAt {
  host: string;
  port: number;
  databaseUrl: string;
}

/** An address at which a server that listens on `host` answers on this machine, as a part of a URL. */
export function ownHost(host: string): string {
  const own = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return own.includes(":") ? `[${own}]` : own;
}

/** A port that is free, `port` itself where it is. Throws ServeFault. */
export function freePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "is in use by another program: choose one with --port"
          : `cannot be used (${error.code})`;
      reject(new ServeFault(`Port ${port} on ${host} ${why}.`));
    });
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

/** Starts the built pages and waits until they answer; the caller ends the process. Throws ServeFault. */
export async function startPages({ host, port, databaseUrl }: ServedAt): Promise<ChildProcess> {
  const root = packageRoot();
  if (!existsSync(join(root, ".next", "BUILD_ID")))
    throw new ServeFault("The pages are not built: run npm run setup.");
  const child = spawn(process.execPath, [join(root, "dist", "pages.js"), host, String(port)], {
    env: childEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: "production" }) as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    said = (said + chunk).slice(-4000);
  });
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    if (await answers(`http://${ownHost(host)}:${port}/api/health`)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new ServeFault(
    `The pages did not start: ${said.trim().split("\n")[0] ?? "no answer within a minute"}`,
  );
}

/** Any answer will do: a database that is away is told on the page itself. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

/** Ends the pages and waits for it. */
export function endPages(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
