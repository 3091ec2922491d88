import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { openWriter } from "@/lib/db/open";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { notePublished, saveVersion } from "./record-versions";

const MX = "v=spf1 mx -all";
const NOW = Date.UTC(2026, 10, 24, 9, 18, 8);
const CLIENTS = 4;
/** Connections that a client has at most. */
const POOL = 5;

describe.runIf(postgresqlMissing() === null)(
  "on PostgreSQL, savers who are let in at the same moment",
  () => {
    let server: TestServer;
    let url: string;
    const clients: PrismaClient[] = [];
    beforeAll(async () => {
      server = await startPostgresql();
      url = await server.newDatabase();
      for (let n = 0; n < CLIENTS; n++) clients.push(await openReader(url));
    });
    afterAll(async () => {
      await Promise.all(clients.map((client) => client.$disconnect()));
      await server?.stop();
    });

    /** Lets all begin while nobody can write, until all wait for that, and then write. */
    async function atOnce<T>(save: (client: PrismaClient) => Promise<T>): Promise<T[]> {
      const gate = await openWriter(url);
      const saves: Promise<T>[] = [];
      await gate.transaction(async () => {
        await gate.run('LOCK TABLE "RecordVersion" IN SHARE ROW EXCLUSIVE MODE');
        for (let n = 0; n < CLIENTS * POOL; n++) saves.push(save(clients[n % CLIENTS]!));
        for (let waiting = 0; waiting < saves.length; await wait(10)) {
          const [row] = await gate.all('SELECT COUNT(*) AS "n" FROM pg_locks WHERE NOT "granted"');
          waiting = Number(row!.n);
        }
      });
      await gate.close();
      return Promise.all(saves);
    }
    const kept = (domain: string) => clients[0]!.recordVersion.count({ where: { domain } });

    // A race may be won by chance.
    test.each([1, 2, 3, 4, 5])("keep the same text once (%i)", async (round) => {
      const draft = { domain: `draft${round}.example`, text: MX, note: "", by: null };
      expect(new Set(await atOnce((client) => saveVersion(client, draft, NOW))).size).toBe(1);
      expect(await kept(draft.domain)).toBe(1);
      const seen = { domain: `seen${round}.example`, text: MX };
      expect((await atOnce((client) => notePublished(client, seen, NOW))).filter(Boolean)).toHaveLength(1);
      expect(await kept(seen.domain)).toBe(1);
    });
  },
);
