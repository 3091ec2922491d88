import type { PrismaClient } from "@/lib/db/reader";

/** One signed-in browser: what it says it is, whence it signed in, and when it was last used (to the day). */
export interface ListedSession {
  id: string;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastUse: Date;
}

/** The sessions of an account that are still good, the last used first. */
export async function sessionsOf(client: PrismaClient, userId: string, now: Date): Promise<ListedSession[]> {
  const rows = await client.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? "",
    address: ipAddress ?? "",
    createdAt,
    lastUse: updatedAt,
  }));
}

/** Ends one session of an account, at once. */
export async function endSession(client: PrismaClient, userId: string, id: string): Promise<void> {
  await client.session.deleteMany({ where: { userId, id } });
}

/** Ends all sessions of an account but one. */
export async function endOtherSessions(client: PrismaClient, userId: string, kept: string): Promise<void> {
  await client.session.deleteMany({ where: { userId, id: { not: kept } } });
}
