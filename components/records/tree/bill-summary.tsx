import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BudgetText } from "@/components/spf/budget-text";
import type { RecordReport } from "@/lib/spf/record-report";
import { LIMITS } from "@/lib/spf/session";
import { AddressesText } from "./addresses-text";

/** What a record costs at worst, and how many addresses it authorises. */
export function BillSummary({ report: { lookups, voidLookups, bill } }: { report: RecordReport }) {
  const t = useTranslations();
  const format = useFormatter();
  const isOver = lookups > LIMITS.lookups || voidLookups > LIMITS.voidLookups;
  return (
    <div className="space-y-2 px-4 pb-4 text-sm">
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <BudgetText name={t("trace.lookups")} used={lookups} left={LIMITS.lookups - lookups} />
        <BudgetText name={t("trace.voids")} used={voidLookups} left={LIMITS.voidLookups - voidLookups} />
        {bill !== null && (
          <>
            <Figure name={t("recordTree.authorised")}>
              <AddressesText count={bill.addresses} />
            </Figure>
            <Figure name={t("recordTree.questions")}>{format.number(bill.questions)}</Figure>
          </>
        )}
      </dl>
      {isOver && <p className="text-warn">{t("recordTree.over")}</p>}
      {bill === null && <p className="text-muted">{t("recordTree.textOnly")}</p>}
      {bill !== null && !bill.isComplete && <p className="text-muted">{t("recordTree.incomplete")}</p>}
    </div>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
