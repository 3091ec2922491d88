import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Person, visitorOf } from "@/lib/accounts/visitor";
import { DatabaseFault } from "@/lib/db/faults";
import { ask } from "./database";

export type { Person } from "@/lib/accounts/visitor";

/** Asked once per request, however many ask. */
const visitor = cache(async (): Promise<Person | null | DatabaseFault> => {
  const given = await headers();
  return await ask((reader) => visitorOf(reader, given));
});

/** Who is signed in; null for a stranger, and where the database cannot tell. */
export async function whoIs(): Promise<Person | null> {
  const found = await visitor();
  return found instanceof DatabaseFault ? null : found;
}

/**
 * For pages: who is signed in; anyone else is led to the sign-in and from there back. Where the database cannot tell, its
 * fault, which the page shows (components/ui/database-trouble.tsx) in place of everything else.
 */
export async function signedIn(): Promise<Person | DatabaseFault> {
  const found = await visitor();
  if (found !== null) return found;
  // Set by the front (cli/pages.ts), which takes it from the request line.
  const path = (await headers()).get("x-whyspf-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** For route handlers: the answer for whoever is not signed in, or null where someone is. */
export async function refuseStrangers(): Promise<Response | null> {
  const found = await visitor();
  if (found instanceof DatabaseFault) return sentence(503, found.message);
  return found === null ? sentence(401, "Sign in first.") : null;
}

function sentence(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });
}
