import type { PrismaClient } from "@/lib/db/reader";

const MOST = 50;

/** The names of machines and checkers to choose from, at most 50 each. */
export async function choosableNames(reader: PrismaClient): Promise<{ hosts: string[]; checkers: string[] }> {
  const first = { select: { name: true }, orderBy: { id: "asc" }, take: MOST } as const;
  const [hosts, checkers] = await Promise.all([reader.host.findMany(first), reader.checker.findMany(first)]);
  return { hosts: hosts.map(({ name }) => name), checkers: checkers.map(({ name }) => name) };
}
