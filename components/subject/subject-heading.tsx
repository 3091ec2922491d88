import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useShare } from "@/components/overview/use-share";
import { instantText, wallDay } from "@/components/overview/wall-format";
import { readRecordsAddress, recordsHref } from "@/components/records/address";
import { DomainName } from "@/components/ui/domain-name";
import type { View } from "@/components/ui/view";
import { type CountTable, countOf, FAILED } from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";

interface Props {
  kind: "domain" | "client";
  name: string;
  period: Period;
  totals: CountTable;
  seen: TimeRange | null;
  view: View;
}

/** Whose page this is, and the main thing about it. */
export function SubjectHeading({ kind, name, period, totals, seen, view }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const share = useShare();
  const [total, failed] = [countOf(totals), countOf(totals, FAILED)];
  const phrase = t("period.phrase", {
    current: period.isCurrent ? "yes" : "no",
    preset: period.preset,
    first: wallDay(format, period.firstWall, period.unit),
    last: wallDay(format, period.endWall - 60_000, period.unit),
  });
  const time = (instant: number) => instantText(format, instant, view.zone);
  return (
    <div className="space-y-1 py-1">
      <p className="text-sm text-muted">{t(`subject.${kind}`)}</p>
      <h1 className="text-xl font-semibold [overflow-wrap:anywhere] sm:text-2xl">
        {kind === "domain" ? <DomainName name={name} /> : name}
      </h1>
      <p>
        {total === 0
          ? t("subject.nothing", { period: phrase })
          : t("subject.headline", { period: phrase, total, failed, share: share(failed, total) })}
      </p>
      <p className="text-sm text-muted">
        {seen === null
          ? t("subject.never")
          : t("subject.seen", { first: time(seen.from), last: time(seen.to) })}
      </p>
      {kind === "domain" && (
        <p className="text-sm print:hidden">
          <Link
            href={recordsHref(readRecordsAddress({ domain: name, view: "traffic" }))}
            prefetch={false}
            className="link"
          >
            {t("subject.record")}
          </Link>
        </p>
      )}
    </div>
  );
}
