import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/filter/filter-bar";
import { PeriodBar } from "@/components/filter/period-bar";
import { EmptyState } from "@/components/overview/empty-state";
import { OverviewPage } from "@/components/overview/overview-page";
import { addressText } from "@/components/ui/address";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { PageBars } from "@/components/ui/page-bars";
import { DatabaseFault } from "@/lib/db/faults";
import { ask } from "./database";
import { loadOverview } from "./load-overview";
import { type PageProps, readView } from "./page-view";
import { signedIn } from "./signed-in";
import { loadTools } from "./tools";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: PageProps) {
  const person = await signedIn();
  const parameters = await searchParams;
  const { view, problems } = readView("/", parameters);
  const again = addressText(view.address);
  if (person instanceof DatabaseFault) return <DatabaseTrouble fault={person} again={again} />;
  const overview = await ask((reader) => loadOverview(reader, view.address, view.zone, Date.now()));
  if (overview instanceof DatabaseFault) return <DatabaseTrouble fault={overview} again={again} />;
  if (overview === null) return <EmptyState />;
  return (
    <div className="space-y-4">
      <PageBars tools={await loadTools(person, view, overview.period.isCurrent, parameters)}>
        <PeriodBar period={overview.period} view={view} />
        <FilterBar view={view} problems={problems} {...overview.names} />
      </PageBars>
      <OverviewPage {...overview} view={view} />
    </div>
  );
}

export async function generateMetadata() {
  const t = await getTranslations("product");
  return { title: { absolute: `${t("name")}: ${t("description")}` } };
}
