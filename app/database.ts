import { readConfig } from "@/lib/config/config";
import { DatabaseFault, databaseFault } from "@/lib/db/faults";
import { openReader, type PrismaClient } from "@/lib/db/reader";

// On globalThis, since the development server loads this file anew after each change.
const shared = globalThis as { whyspfReader?: Promise<PrismaClient> };

/** Runs a question on the one reader of this process, opened at the first one; gives the fault where the database cannot answer. */
export async function ask<T>(question: (reader: PrismaClient) => Promise<T>): Promise<T | DatabaseFault> {
  const { databaseUrl } = readConfig();
  try {
    shared.whyspfReader ??= openReader(databaseUrl);
    return await question(await shared.whyspfReader);
  } catch (error) {
    const fault = databaseFault(databaseUrl, error);
    // What could not be opened is tried again at the next request.
    if (error instanceof DatabaseFault) shared.whyspfReader = undefined;
    else if (fault.kind === "other") throw error;
    return fault;
  }
}
