import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LONGEST_DRAFT, readRecordsAddress, recordsHref } from "@/components/records/address";
import { PasteBox } from "@/components/records/editor/paste-box";
import { StartPage } from "@/components/records/start-page";
import { WorkbenchPage } from "@/components/records/workbench-page";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { visibleText } from "@/lib/mail/visible-text";
import { VERSION_FAULTS } from "@/lib/store/record-versions";
import type { PageProps } from "../page-view";
import { ChosenPanel } from "./chosen-panel";
import { openDesk } from "./desk";
import { pastedHref } from "./pasted";
import { loadStart } from "./start";

const FAULTS = [...VERSION_FAULTS, "notYours"] as const;

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }: PageProps) {
  const given = await searchParams;
  const address = readRecordsAddress(given);
  if (typeof given.pasted === "string") redirect(await pastedHref(address, given.pasted));
  const desk = await openDesk(address);
  if (desk instanceof DatabaseFault) return <DatabaseTrouble fault={desk} again={recordsHref(address)} />;
  if (address.domain === null && address.record === null)
    return (
      <StartPage known={await loadStart(desk.person)}>
        <PasteBox />
      </StartPage>
    );
  return (
    <WorkbenchPage {...desk} isSignedIn={desk.person !== null} fault={await faultText(given.fault)}>
      <ChosenPanel desk={desk} />
    </WorkbenchPage>
  );
}

/** What kept a draft from being saved, in words; null for nothing, or for what is none of ours. */
async function faultText(fault: string | string[] | undefined): Promise<string | null> {
  const t = await getTranslations("records.faults");
  const known = FAULTS.find((one) => one === fault);
  return known === undefined ? null : t(known, { most: LONGEST_DRAFT });
}

export async function generateMetadata({ searchParams }: PageProps) {
  const { domain } = readRecordsAddress(await searchParams);
  const t = await getTranslations("records");
  return { title: domain === null ? t("title") : `${visibleText(domain)} · ${t("title")}` };
}
