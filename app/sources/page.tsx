import { getTranslations } from "next-intl/server";
import { NoSources } from "@/components/sources/no-sources";
import { SourcesPage } from "@/components/sources/sources-page";
import type { Parameters } from "@/components/ui/address";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { sources } from "@/lib/queries/sources";
import { ask } from "../database";
import { serverZone } from "../i18n/request";
import { signedIn } from "../signed-in";
import { readClock } from "./read-clock";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: { searchParams: Promise<Parameters> }) {
  const clock = readClock(await searchParams, serverZone());
  const person = await signedIn();
  const found = person instanceof DatabaseFault ? person : await ask((reader) => sources(reader, Date.now()));
  if (found instanceof DatabaseFault) {
    return <DatabaseTrouble fault={found} again={clock.href("/sources")} />;
  }
  return found.total === 0 ? <NoSources /> : <SourcesPage sources={found} clock={clock} />;
}

export async function generateMetadata() {
  return { title: (await getTranslations("sources"))("title") };
}
