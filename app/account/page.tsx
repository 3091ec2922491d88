import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ask } from "@/app/database";
import { problemIn, type Query } from "@/app/sign-in/problem";
import { type Person, signedIn } from "@/app/signed-in";
import { AccountPage } from "@/components/sign-in/account-page";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { listAccounts } from "@/lib/accounts/accounts";
import { PASSWORD } from "@/lib/accounts/auth";
import { hasPassword } from "@/lib/accounts/password";
import { sessionsOf } from "@/lib/accounts/sessions";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";

const DONE = ["password", "session", "others"] as const;

async function load(client: PrismaClient, { id, role }: Person) {
  const now = new Date();
  return {
    hasPassword: await hasPassword(client, id),
    sessions: await sessionsOf(client, id, now),
    accounts: role === "admin" ? await listAccounts(client, now) : null,
  };
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const person = await signedIn();
  const found = person instanceof DatabaseFault ? person : await ask((client) => load(client, person));
  if (found instanceof DatabaseFault || person instanceof DatabaseFault) {
    return <DatabaseTrouble fault={found as DatabaseFault} again="/account" />;
  }
  const query = await searchParams;
  const t = await getTranslations("signIn.done");
  const done = DONE.find((name) => name === query.done);
  const notices = { problem: await problemIn(query), done: done ? t(done) : null };
  return <AccountPage person={person} {...found} {...notices} length={PASSWORD} />;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.mine"))("title") };
}
