import { getTranslations } from "next-intl/server";
import {
  allowedEntries,
  type EnforcementAddress,
  readEnforcementAddress,
} from "@/components/records/enforcement/enforcement-address";
import { EnforcementView } from "@/components/records/enforcement/enforcement-view";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { readNetwork } from "@/lib/net/network";
import { askReader } from "@/lib/queries/ask";
import { dataSpan } from "@/lib/queries/data-span";
import { enforcement } from "@/lib/queries/enforcement";
import { lastDays } from "@/lib/queries/range";
import { ask } from "../../database";
import { ownZone } from "../../i18n/request";
import type { PageProps } from "../../page-view";
import { signedIn } from "../../signed-in";

export const dynamic = "force-dynamic";

const LISTED = 50;

/** What a stricter server would have refused of the time asked for, and which entries of its allow-list are no networks. */
async function load(reader: PrismaClient, { days, results, allow }: EnforcementAddress) {
  const entries = allowedEntries(allow).map((text) => ({ text, network: readNetwork(text) }));
  const networks = entries.flatMap(({ network }) => network ?? []);
  const range = lastDays(days, await dataSpan(reader), Date.now());
  return {
    report: await enforcement(askReader(reader), range, { results, allow: networks }, LISTED),
    unusable: entries.filter(({ network }) => network === null).map(({ text }) => text),
  };
}

export default async function Page({ searchParams }: PageProps) {
  const person = await signedIn();
  const address = readEnforcementAddress(await searchParams);
  const found = person instanceof DatabaseFault ? person : await ask((reader) => load(reader, address));
  if (found instanceof DatabaseFault) return <DatabaseTrouble fault={found} again="/records/enforcement" />;
  return <EnforcementView address={address} {...found} zone={ownZone()} />;
}

export async function generateMetadata() {
  return { title: (await getTranslations("records"))("enforcementTitle") };
}
