import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ask } from "@/app/database";
import { DeadLink, LinkForm } from "@/components/sign-in/link-form";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { PASSWORD } from "@/lib/accounts/auth";
import { accountOfLink } from "@/lib/accounts/links";
import { DatabaseFault } from "@/lib/db/faults";
import { problemIn, type Query } from "../problem";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function Page({ params, searchParams }: Props) {
  const { token } = await params;
  const account = await ask((client) => accountOfLink(client, token));
  if (account instanceof DatabaseFault) {
    return <DatabaseTrouble fault={account} again={`/sign-in/${token}`} />;
  }
  if (account === null) return <DeadLink />;
  const problem = await problemIn(await searchParams);
  return <LinkForm token={token} name={account.name} problem={problem} length={PASSWORD} />;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}
