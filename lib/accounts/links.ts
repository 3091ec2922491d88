import { createHash } from "node:crypto";
import type { PrismaClient } from "@/lib/db/reader";
import { type Auth, buildAuth, LINK_SECONDS } from "./auth";
import { authSecret } from "./secret";

/** A link that signs in once: its token, and until when. */
export interface SignInLink {
  token: string;
  expires: Date;
}

/** What better-auth keeps of a link, besides the hash of its token. */
export function linkValueOf(email: string): string {
  return JSON.stringify({ type: "magic-link", email });
}

function identifierOf(token: string): string {
  return `magic-link:${createHash("sha256").update(token).digest("base64url")}`;
}

/** Makes a link for an account; the ones made for it before are void from now on. */
export async function makeLink(client: PrismaClient, email: string): Promise<SignInLink> {
  let token = "";
  const onLink = (made: string) => {
    token = made;
  };
  await client.verification.deleteMany({ where: { value: linkValueOf(email) } });
  const auth: Auth = buildAuth(client, { secret: await authSecret(client), secure: false, onLink });
  const expires = new Date(Date.now() + LINK_SECONDS * 1000);
  await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
  return { token, expires };
}

/** Whom a link would sign in, without using it up; null where it is used, expired, void or forged. */
export async function accountOfLink(
  client: PrismaClient,
  token: string,
): Promise<{ name: string; email: string } | null> {
  if (!/^[A-Za-z]{32}$/.test(token)) return null;
  const kept = await client.verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: new Date() } },
  });
  if (kept === null) return null;
  const { email } = JSON.parse(kept.value) as { email: string };
  return await client.user.findUnique({ where: { email }, select: { name: true, email: true } });
}
