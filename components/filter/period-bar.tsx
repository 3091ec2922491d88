import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { wallDay } from "@/components/overview/wall-format";
import { addressText, columnParameters, termParameters } from "@/components/ui/address";
import { PendingLine } from "@/components/ui/pending-line";
import type { View } from "@/components/ui/view";
import { COMPARISONS, type Period, type PeriodRequest, PRESETS } from "@/lib/queries/period";
import { HiddenFields } from "./hidden-fields";

/** Which period is shown, on which clock, held against what; and the ways to others. */
export function PeriodBar({ period, view }: { period: Period; view: View }) {
  const { address, zoneName } = view;
  const t = useTranslations("period");
  const format = useFormatter();
  const [first, last] = [period.firstWall, period.endWall - 60_000].map((wall) =>
    wallDay(format, wall, period.unit),
  );
  const href = (changes: Partial<PeriodRequest>) => addressText({ ...address, ...changes });
  const moved = (to: number) =>
    period.preset === "custom"
      ? href({ first: period.firstWall + to - period.lastWall, last: to })
      : href({ last: to });
  const { earlier, later } = period;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ul className="flex flex-wrap rounded-md border border-line bg-panel text-sm">
        {PRESETS.map((preset) => (
          <li key={preset}>
            <Link
              href={href({
                preset,
                first: null,
                byHour: false,
                last:
                  preset === "all" || later === null || address.preset === "custom"
                    ? null
                    : period.endWall - 1,
              })}
              prefetch={false}
              aria-current={preset === period.preset ? "page" : undefined}
              className="block rounded-[5px] px-2.5 pt-1 pb-0.5 text-muted hover:text-ink aria-[current]:bg-accent aria-[current]:text-on-accent"
            >
              {t(preset)}
              <PendingLine />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-2 text-sm">
        <Step href={earlier === null ? null : moved(earlier)} label={t("earlier")} sign="‹" />
        <span>{first === last ? first : t("shown", { first: first!, last: last! })}</span>
        <Step
          href={later === null ? null : later === "newest" ? href({ last: null }) : moved(later)}
          label={t("later")}
          sign="›"
        />
      </div>
      <details className="group text-sm open:w-full">
        <summary className="w-fit list-none rounded px-1 text-muted hover:text-ink">
          {zoneName} · {t(`compare.${address.compare}`)} ·{" "}
          <span className="underline underline-offset-2">{t("choose")}</span>
        </summary>
        <OwnPeriod period={period} view={view} />
      </details>
    </nav>
  );
}

/** Dates of one's own, what to compare with, and the clock; a plain form. */
function OwnPeriod({ period, view: { address, zoneName } }: { period: Period; view: View }) {
  const t = useTranslations("period");
  const day = (wall: number) => new Date(wall).toISOString().slice(0, 10);
  const field = "rounded-md border border-line bg-panel px-2 py-1";
  return (
    <form method="get" action={address.path} className="mt-2 flex flex-wrap items-end gap-3">
      <HiddenFields fields={[...termParameters(address.filter), ...columnParameters(address)]} />
      <label className="grid gap-1">
        <span className="text-muted">{t("from")}</span>
        <input type="date" name="from" required defaultValue={day(period.firstWall)} className={field} />
      </label>
      <label className="grid gap-1">
        <span className="text-muted">{t("to")}</span>
        <input type="date" name="to" required defaultValue={day(period.endWall - 1)} className={field} />
      </label>
      <label className="grid gap-1">
        <span className="text-muted">{t("compareWith")}</span>
        <select name="compare" defaultValue={address.compare} className={field}>
          {COMPARISONS.map((compare) => (
            <option key={compare} value={compare}>
              {t(`compare.${compare}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-muted">{t("zoneLabel")}</span>
        <input name="tz" list="zones" defaultValue={zoneName} className={`${field} w-44`} />
        <datalist id="zones">
          {["Asia/Seoul", "UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York"].map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </label>
      <button type="submit" className="rounded-md bg-accent px-3 py-1 text-on-accent">
        {t("show")}
      </button>
    </form>
  );
}

function Step({ href, label, sign }: { href: string | null; label: string; sign: string }) {
  const shape = "grid size-7 place-items-center rounded-md border border-line text-base leading-none";
  if (href === null) {
    return (
      <span aria-hidden="true" className={`${shape} opacity-35`}>
        {sign}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} aria-label={label} className={`${shape} bg-panel hover:border-muted`}>
      {sign}
    </Link>
  );
}
