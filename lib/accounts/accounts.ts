import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/lib/db/reader";
import { emailOf, isRole, type Role } from "./account-name";
import { linkValueOf } from "./links";

/** Someone who may sign in; `email` is the key the account is kept under, never shown. */
export interface Account {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: Date;
}

/** An account and how it is used: the last use is known to the day. */
export interface ListedAccount extends Account {
  hasPassword: boolean;
  sessions: number;
  lastUse: Date | null;
}

type Row = { id: string; name: string; email: string; role: string; createdAt: Date };

function read({ id, name, email, role, createdAt }: Row): Account {
  return { id, name, email, role: isRole(role) ? role : "viewer", createdAt };
}

/** The account of a name, in whatever case; null where there is none. */
export async function findAccount(client: PrismaClient, name: string): Promise<Account | null> {
  const row = await client.user.findUnique({ where: { email: emailOf(name) } });
  return row && read(row);
}

/** Adds an account, without a password; null where the name is taken. */
export async function addAccount(client: PrismaClient, name: string, role: Role): Promise<Account | null> {
  const now = new Date();
  const email = emailOf(name);
  const times = { createdAt: now, updatedAt: now };
  try {
    const data = { id: randomUUID(), name: name.trim(), email, emailVerified: true, role, ...times };
    return read(await client.user.create({ data }));
  } catch (error) {
    if ((error as { code?: string }).code === "P2002") return null;
    throw error;
  }
}

/** Every account, in order of its name. */
export async function listAccounts(client: PrismaClient, now: Date): Promise<ListedAccount[]> {
  const [users, sessions, passwords] = await Promise.all([
    client.user.findMany({ orderBy: { email: "asc" } }),
    client.session.findMany({
      where: { expiresAt: { gt: now } },
      select: { userId: true, updatedAt: true },
    }),
    client.account.findMany({ where: { password: { not: null } }, select: { userId: true } }),
  ]);
  return users.map((user) => {
    const uses = sessions.filter(({ userId }) => userId === user.id).map(({ updatedAt }) => +updatedAt);
    return {
      ...read(user),
      hasPassword: passwords.some(({ userId }) => userId === user.id),
      sessions: uses.length,
      lastUse: uses.length === 0 ? null : new Date(Math.max(...uses)),
    };
  });
}

/** Whether an account is the only one that may change anything. */
export async function isLastAdmin(client: PrismaClient, { id, role }: Account): Promise<boolean> {
  return role === "admin" && (await client.user.count({ where: { role: "admin", id: { not: id } } })) === 0;
}

/** Gives an account another role, from its next request on. */
export async function setRole(client: PrismaClient, { id }: Account, role: Role): Promise<void> {
  await client.user.updateMany({ where: { id }, data: { role, updatedAt: new Date() } });
}

/** Removes an account with its sessions, password, links and saved views. */
export async function removeAccount(client: PrismaClient, { id, email }: Account): Promise<void> {
  // First the account: without it none of the rest is good for anything.
  await client.user.deleteMany({ where: { id } });
  await client.session.deleteMany({ where: { userId: id } });
  await client.account.deleteMany({ where: { userId: id } });
  await client.verification.deleteMany({ where: { value: linkValueOf(email) } });
  await client.savedView.deleteMany({ where: { userId: id } });
}
