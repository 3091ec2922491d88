import type { PrismaClient } from "@/lib/db/reader";

/** Whether what is shown comes, wholly or in part, from invented logs. */
export async function isDemo(reader: PrismaClient): Promise<boolean> {
  const setting = await reader.setting.findUnique({ where: { name: "demo" } });
  if (setting?.value === "1") return true;
  return (await reader.logFile.findFirst({ where: { demo: true }, select: { id: true } })) !== null;
}

/** Whether all that is shown comes from invented logs: no longer once a real one has been read. */
export async function isAllDemo(reader: PrismaClient): Promise<boolean> {
  const has = async (demo: boolean) =>
    (await reader.logFile.findFirst({ where: { demo }, select: { id: true } })) !== null;
  return (await has(true)) && !(await has(false));
}
