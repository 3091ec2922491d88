import type { IncomingHttpHeaders } from "node:http";
import { visitorOf } from "@/lib/accounts/visitor";
import { DatabaseFault } from "@/lib/db/faults";
import { openReader, type PrismaClient } from "@/lib/db/reader";

/** Whether whoever sent these headers may go where only people who are signed in may. */
export type Gate = (headers: IncomingHttpHeaders) => Promise<boolean>;

/**
 * Lets in who is signed in. A database that cannot tell keeps nobody out here: the pages have nothing to show then, and
 * say what is wrong. Any other trouble keeps everyone out.
 */
export function gateOf(databaseUrl: string): Gate {
  let reader: Promise<PrismaClient> | undefined;
  return async (headers) => {
    try {
      reader ??= openReader(databaseUrl);
      return (await visitorOf(await reader, headersOf(headers))) !== null;
    } catch (error) {
      // What could not be opened is tried again at the next request.
      if (error instanceof DatabaseFault) reader = undefined;
      return error instanceof DatabaseFault || (error as Error).name.startsWith("PrismaClient");
    }
  };
}

function headersOf(given: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "x-forwarded-proto", "user-agent"])
    if (given[name] !== undefined) headers.set(name, String(given[name]));
  return headers;
}
