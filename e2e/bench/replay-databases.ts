import { readFileSync } from "node:fs";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { startPostgresql } from "../postgresql";
import { fillHistory } from "./replay-history";

/** A database full of mail; `serverMs` is the CPU that its server took so far, ms, 0 where there is none. */
export interface Database {
  name: string;
  reader: PrismaClient;
  serverMs(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the database at a URL, filled if it is not; "postgresql" is an empty server that goes with it. */
export async function openFilled(given: string, messages: number): Promise<Database> {
  const server = given === "postgresql" ? await startPostgresql() : null;
  const url = server === null ? given : await server.newDatabase();
  await fillHistory(url, messages);
  const reader = await openReader(url);
  const isFile = url.startsWith("file:");
  return {
    name: isFile ? "SQLite" : "PostgreSQL",
    reader,
    serverMs: async () => (isFile ? 0 : backendsMs(reader)),
    async close() {
      await reader.$disconnect();
      await server?.stop();
    },
  };
}

/** A tick of the kernel's accounts, ms. */
const TICK = 10;

/** CPU of the processes that serve clients of a server on this machine; 0 where they are not to be seen. */
async function backendsMs(reader: PrismaClient): Promise<number> {
  const rows = await reader.$queryRaw<{ pid: number }[]>`
    SELECT "pid" FROM pg_stat_activity WHERE "datname" = current_database()`;
  let ticks = 0;
  for (const { pid } of rows)
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // Of another machine, or another system.
    }
  return ticks * TICK;
}
