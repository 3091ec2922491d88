import { getTranslations } from "next-intl/server";
import { RejectLinksPage } from "@/components/reject-links/reject-links-page";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { servedAt } from "@/lib/accounts/served-at";
import { readConfig } from "@/lib/config/config";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { choosableNames } from "@/lib/queries/names";
import { toldDomains } from "@/lib/queries/told-domains";
import { ask } from "../database";
import { signedIn } from "../signed-in";

export const dynamic = "force-dynamic";

const MONTH = 30 * 86_400_000;
const LISTED = 50;

/** The site's page for strangers, the checkers that its logs name, and who was told what lately. */
async function load(reader: PrismaClient) {
  const { url, port } = readConfig();
  const origin = url ?? (await servedAt(reader)) ?? `http://127.0.0.1:${port}`;
  const now = Date.now();
  return {
    base: `${origin}/why`,
    logged: (await choosableNames(reader)).checkers,
    told: await toldDomains(askReader(reader), { from: now - MONTH, to: now }, LISTED),
  };
}

export default async function Page() {
  const person = await signedIn();
  const found = person instanceof DatabaseFault ? person : await ask(load);
  if (found instanceof DatabaseFault) return <DatabaseTrouble fault={found} again="/reject-links" />;
  return <RejectLinksPage {...found} />;
}

export async function generateMetadata() {
  return { title: (await getTranslations("rejectLinks"))("title") };
}
