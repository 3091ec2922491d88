import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/filter/filter-bar";
import { PeriodBar } from "@/components/filter/period-bar";
import { readColumns } from "@/components/lists/columns";
import { MessagesPage } from "@/components/lists/messages-page";
import { EmptyState } from "@/components/overview/empty-state";
import { addressText } from "@/components/ui/address";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { PageBars } from "@/components/ui/page-bars";
import { DatabaseFault } from "@/lib/db/faults";
import { ask } from "../database";
import { loadMessages, placeText, readPlace } from "../load-messages";
import { type PageProps, readView } from "../page-view";
import { signedIn } from "../signed-in";
import { loadTools } from "../tools";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: PageProps) {
  const person = await signedIn();
  const parameters = await searchParams;
  const { view, problems } = readView("/messages", parameters);
  const again = addressText(view.address);
  if (person instanceof DatabaseFault) return <DatabaseTrouble fault={person} again={again} />;
  const place = readPlace(parameters);
  if (!place.isRead) problems.push({ field: "cursor", value: "", fault: "word" });
  const found = await ask((reader) => loadMessages(reader, view.address, place, view.zone, Date.now()));
  if (found instanceof DatabaseFault) return <DatabaseTrouble fault={found} again={again} />;
  if (found === null) return <EmptyState />;
  return (
    <div className="space-y-4">
      <PageBars
        tools={await loadTools(person, view, found.period.isCurrent && place.cursor === null, parameters)}
      >
        <PeriodBar period={found.period} view={view} />
        <FilterBar view={view} problems={problems} {...found.names} />
      </PageBars>
      <MessagesPage
        page={found.page}
        count={found.count}
        period={found.period}
        view={view}
        columns={readColumns(view.address.columns)}
        placeText={placeText}
      />
    </div>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("list"))("title") };
}
