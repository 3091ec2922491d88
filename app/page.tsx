import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/overview/empty-state";
import { LogCoveragePanel } from "@/components/overview/log-coverage";
import { OverviewPage } from "@/components/overview/overview-page";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { ask } from "./database";
import { serverZone } from "./i18n/request";
import { loadOverview } from "./load-overview";
import { addressOf, linksOf, readAddress, zoneFor } from "./overview-address";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const address = readAddress(await searchParams);
  const { name, zone } = zoneFor(address, serverZone());
  const overview = await ask((reader) => loadOverview(reader, address, zone, Date.now()));
  if (overview instanceof DatabaseFault) {
    return <DatabaseTrouble kind={overview.kind} sentence={overview.message} again={addressOf(address)} />;
  }
  if (overview.period === null) {
    return (
      <>
        <EmptyState hasLogs={overview.coverage.total > 0} />
        {overview.coverage.total > 0 && <LogCoveragePanel {...overview.coverage} zone={zone} />}
      </>
    );
  }
  return <OverviewPage {...overview} links={linksOf(address, overview.period)} zone={zone} zoneName={name} />;
}

export async function generateMetadata() {
  const t = await getTranslations("product");
  return { title: { absolute: `${t("name")}: ${t("description")}` } };
}
