import type { PrismaClient } from "@/lib/db/reader";

/** How many messages were stored, as the newest one's number tells: counting them would cost as much as the history. */
export async function storedMessages(reader: PrismaClient): Promise<number> {
  const newest = await reader.message.findFirst({ select: { id: true }, orderBy: { id: "desc" } });
  return newest?.id ?? 0;
}
