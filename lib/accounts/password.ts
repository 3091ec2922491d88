import type { PrismaClient } from "@/lib/db/reader";
import { authOf, PASSWORD } from "./auth";
import { knownDevice } from "./known-device";
import { countGuess, Limited } from "./limits";
import { linkValueOf } from "./links";
import { endOtherSessions } from "./sessions";
import { clientOf, isSecure, type Person } from "./visitor";

/** Whether a text is long and short enough to be a password. */
export function isPassword(text: string): boolean {
  return text.length >= PASSWORD.min && text.length <= PASSWORD.max;
}

/** Whether an account has a password. */
export async function hasPassword(client: PrismaClient, userId: string): Promise<boolean> {
  return (await client.account.count({ where: { userId, password: { not: null } } })) > 0;
}

/** Sets an account's password; every session but the given one ends. */
export async function setPassword(
  client: PrismaClient,
  userId: string,
  sessionId: string,
  password: string,
): Promise<void> {
  const { internalAdapter, password: hasher } = await (await authOf(client, false)).auth.$context;
  const hash = await hasher.hash(password);
  if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
  else
    await internalAdapter.linkAccount({
      userId,
      providerId: "credential",
      accountId: userId,
      password: hash,
    });
  await endOtherSessions(client, userId, sessionId);
}

/** Changes a password for whoever knows the one there is, if there is one; false for a wrong one, which counts as a guess. */
export async function changePassword(
  client: PrismaClient,
  headers: Headers,
  { person, current, next }: { person: Person; current: string; next: string },
): Promise<boolean | Limited> {
  const { auth, secret } = await authOf(client, isSecure(headers));
  const { internalAdapter, password: hasher } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(person.id))?.password;
  if (hash) {
    const { email } = person;
    const device = knownDevice(secret, email, headers.get("cookie"));
    const counted = await countGuess(client, { email, address: clientOf(headers), device });
    if (counted instanceof Limited) return counted;
    if (!(await hasher.verify({ hash, password: current }))) return false;
    await counted();
  }
  await setPassword(client, person.id, person.sessionId, next);
  // Whoever changes a password also means whoever holds a link that was not used.
  await client.verification.deleteMany({ where: { value: linkValueOf(person.email) } });
  return true;
}
