import type { PrismaClient } from "@/lib/db/reader";
import { WRITES } from "@/lib/store/store";

/** A text that changes with every batch that is stored. */
export async function dataVersion(reader: PrismaClient): Promise<string> {
  const setting = await reader.setting.findUnique({ where: { name: WRITES } });
  return setting?.value ?? "";
}
