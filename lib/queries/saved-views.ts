import type { PrismaClient } from "@/lib/db/reader";

/** A page with its period and conditions, kept under a name. */
export interface SavedView {
  id: number;
  name: string;
  /** Path and query. */
  address: string;
}

/** Someone's saved views, by name. */
export async function savedViews(reader: PrismaClient, userId: string): Promise<SavedView[]> {
  return reader.savedView.findMany({
    where: { userId },
    select: { id: true, name: true, address: true },
    orderBy: { name: "asc" },
  });
}
