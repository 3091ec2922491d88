import { existsSync } from "node:fs";
import type { Config } from "@/lib/config/config";
import { openReader } from "@/lib/db/reader";
import { sqlitePath } from "@/lib/db/sqlite-writer";
import { isAllDemo } from "@/lib/queries/is-demo";

const NOTE = "whyspf: domains of the demo are answered from the demo's own zone, not from the DNS.\n";

/** Whether the database is the demo's, found out when it is first asked, and then told. Makes no database. Never throws. */
export function demoDatabase({ databaseUrl }: Config, err: NodeJS.WritableStream): () => Promise<boolean> {
  let found: Promise<boolean> | undefined;
  return () => {
    found ??= readDemo(databaseUrl).then((demo) => {
      if (demo) err.write(NOTE);
      return demo;
    });
    return found;
  };
}

async function readDemo(databaseUrl: string): Promise<boolean> {
  try {
    if (databaseUrl.startsWith("file:") && !existsSync(sqlitePath(databaseUrl))) return false;
    const reader = await openReader(databaseUrl);
    return await isAllDemo(reader).finally(() => reader.$disconnect());
  } catch {
    // What the database has to do with the DNS is nobody's question here; the commands that need it say what is wrong.
    return false;
  }
}
