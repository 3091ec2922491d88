import { sqltag as sql } from "@prisma/client/runtime/client";
import { isCheckable } from "@/lib/spf/domain-name";
import type { Ask } from "./ask";

/** So many recipients are looked at, of the newest messages. */
const LOOKED_AT = 5_000;

/** The domains that most mail is for, and so most likely the site's own: at most `limit`, the most frequent first. */
export async function ownDomains(ask: Ask, limit: number): Promise<string[]> {
  const rows = await ask(
    sql`SELECT "address" FROM "Recipient" ORDER BY "messageRef" DESC, "ordinal" DESC LIMIT ${LOOKED_AT}`,
  );
  const counts = new Map<string, number>();
  for (const { address } of rows) {
    const text = String(address);
    const domain = text.slice(text.lastIndexOf("@") + 1).toLowerCase();
    if (text.includes("@") && isCheckable(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([domain]) => domain);
}
