import { isAPIError } from "better-auth/api";
import type { PrismaClient } from "@/lib/db/reader";
import { emailOf } from "./account-name";
import { type Auth, authOf, PASSWORD } from "./auth";
import { deviceCookie, knownDevice } from "./known-device";
import { countBadLink, countGuess, Limited } from "./limits";
import { accountOfLink } from "./links";
import { setPassword } from "./password";
import { endSession } from "./sessions";
import { clientOf, isSecure, visitorOf } from "./visitor";

const YEAR = 365 * 24 * 3600;

/** Set in Setting when somebody signs in for the first time. */
export const SIGNED_IN_ONCE = "signedInOnce";

/** Someone has signed in: the Set-Cookie lines for the answer. */
export interface SignedIn {
  cookies: string[];
}

/** Signs in with a password; null where it or the name is wrong, in the same time. Limited where there were too many tries. */
export async function signInByPassword(
  client: PrismaClient,
  headers: Headers,
  { name, password }: { name: string; password: string },
): Promise<SignedIn | Limited | null> {
  const email = emailOf(name);
  const { auth, secret } = await authOf(client, isSecure(headers));
  const device = knownDevice(secret, email, headers.get("cookie"));
  const counted = await countGuess(client, { email, address: clientOf(headers), device });
  if (counted instanceof Limited) return counted;
  // What cannot be a password costs as much as one that is wrong.
  const given = password.length > PASSWORD.max ? "" : password;
  const opened = await auth.api
    .signInEmail({ body: { email, password: given }, headers, returnHeaders: true })
    .catch(nullIfRefused);
  if (opened === null) return null;
  await counted();
  return await finish(client, headers, email, opened.headers);
}

/**
 * Signs in by a link, which is used up by that, and sets a password where one is given (of a length that PASSWORD allows).
 * Null where the link is good for nothing.
 */
export async function signInByLink(
  client: PrismaClient,
  headers: Headers,
  { token, password }: { token: string; password: string | null },
): Promise<SignedIn | Limited | null> {
  const account = await accountOfLink(client, token);
  if (account === null) return await countBadLink(client, clientOf(headers));
  const { auth } = await authOf(client, isSecure(headers));
  const opened = await auth.api
    .magicLinkVerify({ query: { token }, headers, returnHeaders: true })
    .catch(nullIfRefused);
  if (opened === null) return null;
  const { user, session } = opened.response as Opened;
  if (password !== null) await setPassword(client, user.id, session.id, password);
  return await finish(client, headers, account.email, opened.headers);
}

type Opened = { user: { id: string }; session: { id: string } };

function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && !error.cause && error.statusCode < 500) return null;
  throw isAPIError(error) && error.cause ? error.cause : error;
}

/** What follows every sign-in: this browser's session of before ends, and the browser is known from now on. */
async function finish(
  client: PrismaClient,
  headers: Headers,
  email: string,
  answer: Headers,
): Promise<SignedIn> {
  const before = await visitorOf(client, headers);
  if (before) await endSession(client, before.id, before.sessionId);
  await client.$executeRaw`INSERT INTO "Setting" ("name", "value") VALUES (${SIGNED_IN_ONCE}, '1') ON CONFLICT ("name") DO NOTHING`;
  const secure = isSecure(headers);
  const { secret } = await authOf(client, secure);
  const device = knownDevice(secret, email, headers.get("cookie"));
  return { cookies: [...lasting(answer), deviceCookie(secret, email, device, secure)] };
}

/** The session in the database says when it ends, and slides; its cookie only must not end before. */
function lasting(answer: Headers): string[] {
  return answer.getSetCookie().map((line) => line.replace(/Max-Age=[1-9]\d*/i, `Max-Age=${YEAR}`));
}

/** Ends the session of a request; the Set-Cookie lines that make the browser forget it. */
export async function signOut(client: PrismaClient, headers: Headers): Promise<SignedIn> {
  const { auth }: { auth: Auth } = await authOf(client, isSecure(headers));
  const answer = await auth.api.signOut({ headers, returnHeaders: true });
  return { cookies: answer.headers.getSetCookie() };
}
