import type { PrismaClient } from "@/lib/db/reader";

const NAME = "servedAt";

/** Keeps at which address the pages were served last, for links that are made by another program. */
export async function keepServedAt(client: PrismaClient, address: string): Promise<void> {
  await client.$executeRaw`INSERT INTO "Setting" ("name", "value") VALUES (${NAME}, ${address})
    ON CONFLICT ("name") DO UPDATE SET "value" = EXCLUDED."value"`;
}

/** Where the pages were served last, as an origin; null where they never were. */
export async function servedAt(client: PrismaClient): Promise<string | null> {
  return (await client.setting.findUnique({ where: { name: NAME } }))?.value ?? null;
}
