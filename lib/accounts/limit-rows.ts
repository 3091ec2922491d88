import type { PrismaClient } from "@/lib/db/reader";

interface Row {
  key: string;
  points: number;
  expire: Date | null;
}

interface Upsert {
  create: Row;
  update: { points: number | { increment: number } };
}

/**
 * The counts as RateLimiterPrisma asks for them. Its upsert is one statement here: Prisma makes several of it, of which
 * two at once can fail, and a transaction (see openReader).
 */
export function limitRows(client: PrismaClient) {
  const { rateLimit } = client;
  return {
    deleteMany: (query: Parameters<typeof rateLimit.deleteMany>[0]) => rateLimit.deleteMany(query),
    findFirst: (query: Parameters<typeof rateLimit.findFirst>[0]) => rateLimit.findFirst(query),
    async upsert({ create: { key, points, expire }, update }: Upsert): Promise<Row> {
      const kept = typeof update.points === "number" ? 0 : 1;
      const [row] = await client.$queryRaw<Row[]>`
        INSERT INTO "RateLimit" ("key", "points", "expire") VALUES (${key}, ${points}, ${expire})
        ON CONFLICT ("key") DO UPDATE SET "points" = ${kept} * "RateLimit"."points" + EXCLUDED."points"
        RETURNING "key", "points", "expire"`;
      return { ...row!, points: Number(row!.points) };
    },
  };
}
