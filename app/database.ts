import { readConfig } from "@/lib/config/config";
import { DatabaseFault, databaseFault } from "@/lib/db/faults";
import { openReader, type PrismaClient } from "@/lib/db/reader";

// On globalThis, since the development server loads this file anew after each change.
const shared = globalThis as { whyspfReader?: Promise<PrismaClient> };

/**
 * Puts a question to the one reader of this process, opened at the first one. Gives the fault where the database cannot
 * answer; throws what is no fault of the database.
 */
export async function ask<T>(question: (reader: PrismaClient) => Promise<T>): Promise<T | DatabaseFault> {
  const { databaseUrl } = readConfig();
  try {
    shared.whyspfReader ??= openReader(databaseUrl);
    return await question(await shared.whyspfReader);
  } catch (error) {
    const fault = databaseFault(databaseUrl, driversOwn(error, databaseUrl.startsWith("file:")));
    // What could not be opened is tried again at the next request.
    if (error instanceof DatabaseFault) shared.whyspfReader = undefined;
    else if (fault.kind === "other") throw error;
    return fault;
  }
}

interface DriverCause {
  kind: string;
  originalCode?: string;
  originalMessage?: string;
}

/** What the driver said inside an error of Prisma's; without its own words, an error as the system names it. */
function driversOwn(error: unknown, isFile: boolean): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: DriverCause } } };
  const cause = meta?.driverAdapterError?.cause;
  if (cause === undefined) return error;
  if (/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(cause.kind)) {
    return { code: isFile ? "SQLITE_BUSY" : "ECONNREFUSED", message: cause.kind };
  }
  return { code: cause.originalCode ?? "", message: cause.originalMessage ?? cause.kind };
}
