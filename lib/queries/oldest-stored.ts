import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";

/** When the oldest of all stored messages came, epoch ms; null where there is none. */
export async function oldestStored(ask: Ask): Promise<number | null> {
  const [row] = await ask(sql`SELECT MIN("time") AS "oldest" FROM "Message"`);
  return row?.oldest == null ? null : Number(row.oldest);
}
