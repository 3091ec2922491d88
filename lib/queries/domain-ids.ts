import { join, sqltag as sql } from "@prisma/client/runtime/client";
import { domainSpellings } from "@/lib/store/domain-spellings";
import type { Ask } from "./ask";

/** The ids of a checked domain (ASCII) in every way that logs spell it. */
export async function domainIds(ask: Ask, domain: string): Promise<number[]> {
  // PostgreSQL takes no text with a NUL, and so stores none.
  if (domain.includes("\0")) return [];
  const names = domainSpellings(domain.toLowerCase());
  const rows = await ask(sql`SELECT "id" FROM "Domain" WHERE "name" IN (${join(names)})`);
  return rows.map(({ id }) => Number(id));
}
