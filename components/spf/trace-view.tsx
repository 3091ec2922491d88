import { useTranslations } from "next-intl";
import type { Language } from "@/lib/spf/sentence";
import type { Trace } from "@/lib/spf/trace";
import { BudgetText } from "./budget-text";
import { RecordTree } from "./record-tree";
import { toldSteps } from "./trace-rows";

/** So many steps are told by themselves; the rest is named. */
const TOLD = 24;
/** What is closed on the screen is open on paper. */
const PRINTED =
  "print:[&_details::details-content]:block print:[&_details::details-content]:[content-visibility:visible]";

/** A check as a tree: what was spent, and each record with its terms; what decided is open. Works without script. */
export function TraceView({ trace, language }: { trace: Trace; language: Language }) {
  const t = useTranslations("trace");
  const { root, budget } = trace;
  if (root === null || root.questions.length === 0) return <p className="text-sm">{t("nothing")}</p>;
  return (
    <div className={`space-y-3 text-sm wrap-anywhere ${PRINTED}`}>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <BudgetText name={t("lookups")} used={budget.lookups} left={budget.lookupsLeft} />
        <BudgetText name={t("voids")} used={budget.voidLookups} left={budget.voidLookupsLeft} />
      </dl>
      <RecordTree record={root} told={toldSteps(trace, TOLD)} language={language} />
    </div>
  );
}
