import { useFormatter, useTranslations } from "next-intl";
import type { View } from "@/components/ui/view";
import { type CountedAction, type CountTable, countOf, FAILED, REFUSED } from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import { useShare } from "./use-share";
import { instantText, wallDay } from "./wall-format";

const MINUTE = 60_000;

/** The main thing in one sentence. */
export function Headline(props: { period: Period; totals: CountTable; newest: number; view: View }) {
  const { period, totals, newest, view } = props;
  const t = useTranslations();
  const format = useFormatter();
  const share = useShare();
  const [total, failed] = [countOf(totals), countOf(totals, FAILED)];
  const became = (...actions: CountedAction[]) => countOf(totals, FAILED, actions);
  const values = {
    period: t("period.phrase", {
      current: period.isCurrent ? "yes" : "no",
      preset: period.preset,
      first: wallDay(format, period.firstWall, period.unit),
      last: wallDay(format, period.endWall - MINUTE, period.unit),
    }),
    total,
    failed,
    share: share(failed, total),
    refused: became("reject"),
    deferred: became("tempfail"),
    discarded: became("discard"),
    tagged: became("tagged"),
    delivered: became("accept", "unchecked"),
  };
  const unlogged = countOf(totals, ["notLogged"], REFUSED);
  const sentence = total === 0 ? "none" : failed === 0 ? "clean" : "failed";
  return (
    <div className="space-y-1 py-1">
      <h1 className="max-w-5xl text-xl leading-snug font-semibold text-balance sm:text-2xl">
        {t(`headline.${sentence}`, values)}
      </h1>
      {unlogged > 0 && <p className="text-sm text-muted">{t("headline.unlogged", { unlogged })}</p>}
      {period.endsAtNewest && (
        <p className="text-sm text-muted">
          {t("period.endsAtNewest", { newest: instantText(format, newest - MINUTE, view.zone) })}
        </p>
      )}
    </div>
  );
}
