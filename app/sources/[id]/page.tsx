import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SourcePage } from "@/components/sources/source-page";
import type { Parameters } from "@/components/ui/address";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { sourceDetail } from "@/lib/queries/sources";
import { ask } from "../../database";
import { serverZone } from "../../i18n/request";
import { signedIn } from "../../signed-in";
import { readClock } from "../read-clock";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const parameters = await searchParams;
  const clock = readClock(parameters, serverZone());
  const person = await signedIn();
  // Beyond nine digits no number of a log fits into its column.
  if (!/^\d{1,9}$/.test(id)) notFound();
  const load = () =>
    ask((reader) => sourceDetail(reader, Number(id), Date.now(), [parameters.count].flat()[0] === "1"));
  const found = person instanceof DatabaseFault ? person : await load();
  if (found instanceof DatabaseFault) {
    const again = clock.href(`/sources/${id}`);
    return <DatabaseTrouble fault={found} again={again} />;
  }
  if (found === null) notFound();
  return <SourcePage detail={found} clock={clock} />;
}

export async function generateMetadata() {
  return { title: (await getTranslations("sources"))("title") };
}
