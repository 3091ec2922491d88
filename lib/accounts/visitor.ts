import { isAPIError } from "better-auth/api";
import type { PrismaClient } from "@/lib/db/reader";
import { isRole, type Role } from "./account-name";
import { authOf } from "./auth";

/** Someone who is signed in, and by which session. */
export interface Person {
  id: string;
  name: string;
  /** What the account is kept under; not for showing. */
  email: string;
  role: Role;
  sessionId: string;
}

/** Whether a request came over https, as the front says it did (cli/pages.ts). */
export function isSecure(headers: Headers): boolean {
  return headers.get("x-forwarded-proto") === "https";
}

/** The address of a request's client, as the front says it (cli/pages.ts). */
export function clientOf(headers: Headers): string {
  return headers.get("x-whyspf-client") ?? "";
}

/** Who sent a request, by its cookie; null for a stranger. Throws what the database throws. */
export async function visitorOf(client: PrismaClient, headers: Headers): Promise<Person | null> {
  const { auth } = await authOf(client, isSecure(headers));
  const found = await auth.api.getSession({ headers }).catch((error: unknown) => {
    // better-auth wraps what the database said.
    throw isAPIError(error) && error.cause ? error.cause : error;
  });
  if (!found) return null;
  const { id, name, email, role } = found.user;
  return { id, name, email, role: isRole(role) ? role : "viewer", sessionId: found.session.id };
}
