import { notFound, redirect } from "next/navigation";
import { FilterBar } from "@/components/filter/filter-bar";
import { PeriodBar } from "@/components/filter/period-bar";
import { EmptyState } from "@/components/overview/empty-state";
import { SubjectView } from "@/components/subject/subject-view";
import { addressText, type Parameters } from "@/components/ui/address";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { PageBars } from "@/components/ui/page-bars";
import { DatabaseFault } from "@/lib/db/faults";
import { readTerm } from "@/lib/queries/filter";
import { choosableNames } from "@/lib/queries/names";
import { ask } from "./database";
import { loadSubject } from "./load-subject";
import { decodedSegment, readView } from "./page-view";
import { signedIn } from "./signed-in";
import { loadTools } from "./tools";

interface Props {
  kind: "domain" | "client";
  /** The name as the address has it. */
  segment: string;
  parameters: Parameters;
}

/** The page of one domain or one client. */
export async function SubjectPage({ kind, segment, parameters }: Props) {
  const person = await signedIn();
  const name = decodedSegment(segment);
  const subject = name === null ? null : readTerm(kind, name);
  if (subject === null || "fault" in subject) notFound();
  // A network is a condition, no subject: no index finds its first and last message.
  if (kind === "client" && subject.value.includes("/")) redirect(`/?client=${subject.value}`);
  const path = `/${kind}s/${encodeURIComponent(subject.value)}`;
  // Beside the subject, another of its kind would be an alternative to it.
  const { [kind]: _, ...others } = parameters;
  const { view, problems } = readView(path, others);
  const again = addressText(view.address);
  if (person instanceof DatabaseFault) return <DatabaseTrouble fault={person} again={again} />;
  const found = await ask(async (reader) => ({
    shown: await loadSubject(reader, kind, view.address, subject, view.zone, Date.now()),
    names: await choosableNames(reader),
  }));
  if (found instanceof DatabaseFault) return <DatabaseTrouble fault={found} again={again} />;
  if (found.shown === null) return <EmptyState />;
  return (
    <div className="space-y-4">
      <PageBars tools={await loadTools(person, view, found.shown.period.isCurrent, parameters)}>
        <PeriodBar period={found.shown.period} view={view} />
        <FilterBar view={view} problems={problems} {...found.names} without={[kind]} />
      </PageBars>
      <SubjectView kind={kind} subject={subject} {...found.shown} view={view} />
    </div>
  );
}
