import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { demoLogs } from "@/ingest/generate/demo";
import { importLogs } from "@/ingest/import-logs";
import { sqlitePath } from "@/lib/db/sqlite-writer";
import { DEMO_SEED } from "@/lib/demo/demo-zone";
import { fixedZone } from "@/lib/logs/zone";
import { logFiles } from "@/lib/store/log-files";
import { Store } from "@/lib/store/store";

const KOREA = fixedZone(540);
const MARK = "invented-by-whyspf.txt";
const NOTE = "The logs in this folder are whyspf's demo data: no mail in them was ever sent.\n";

/** Loads the demo's logs into an empty database, marked as demo data; false where the database is in use. */
export async function loadDemo(databaseUrl: string, now: number): Promise<boolean> {
  const store = await Store.open(databaseUrl);
  try {
    if ((await logFiles(store.writer)).length > 0) return false;
    const folder = demoFolder(databaseUrl);
    const paths = demoLogs(now, DEMO_SEED).map(({ name, lines }) => {
      const path = join(folder, name);
      writeFileSync(path, `${lines.join("\n")}\n`, { encoding: "latin1", mode: 0o600 });
      return path;
    });
    await importLogs(store, paths, {
      year: null,
      zone: KOREA,
      fallbackZone: KOREA,
      defaultHost: hostname(),
      demo: true,
    });
    return true;
  } finally {
    await store.close();
  }
}

/** The folder beside the database that keeps the demo's logs, so that a message can show its lines; never one of somebody else's. */
function demoFolder(databaseUrl: string): string {
  const place = databaseUrl.startsWith("file:") ? dirname(sqlitePath(databaseUrl)) : resolve("data");
  for (let n = 1; ; n++) {
    const folder = join(place, n === 1 ? "demo" : `demo-${n}`);
    if (existsSync(folder) && !existsSync(join(folder, MARK))) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    writeFileSync(join(folder, MARK), NOTE);
    return folder;
  }
}
