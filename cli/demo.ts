import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { demoLogs } from "@/ingest/generate/demo";
import { importLogs } from "@/ingest/import-logs";
import { fixedZone } from "@/lib/logs/zone";
import { logFiles } from "@/lib/store/log-files";
import { Store } from "@/lib/store/store";

const SEED = 20_101_105;
const KOREA = fixedZone(540);

/** Loads the demo's logs into an empty database, marked as demo data; false where the database is in use. */
export async function loadDemo(databaseUrl: string, now: number): Promise<boolean> {
  const store = await Store.open(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), "whyspf-demo-"));
  try {
    if ((await logFiles(store.writer)).length > 0) return false;
    const paths = demoLogs(now, SEED).map(({ name, lines }) => {
      const path = join(folder, name);
      writeFileSync(path, `${lines.join("\n")}\n`, "latin1");
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
    rmSync(folder, { recursive: true, force: true });
    await store.close();
  }
}
