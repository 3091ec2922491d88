import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ask } from "@/app/database";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { visitorOf } from "@/lib/accounts/visitor";
import { DatabaseFault } from "@/lib/db/faults";
import { nextPath } from "./next-path";
import { problemIn, type Query } from "./problem";

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const given = await headers();
  const visitor = await ask((client) => visitorOf(client, given));
  if (visitor instanceof DatabaseFault) {
    return <DatabaseTrouble fault={visitor} again="/sign-in" />;
  }
  if (visitor !== null) redirect(next);
  const t = await getTranslations("signIn.done");
  const done = query.done === "signedOut" ? t("signedOut") : null;
  return <SignInForm next={next} problem={await problemIn(query)} done={done} />;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}
