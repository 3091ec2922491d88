import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { PendingLine } from "@/components/ui/pending-line";
import type { Period, Preset } from "@/lib/queries/period";
import { wallDay } from "./wall-format";

/** The addresses of the periods that can be reached from the one shown; null where there is none. */
export interface PeriodLinks {
  presets: { preset: Preset; href: string; isShown: boolean }[];
  earlier: string | null;
  later: string | null;
}

/** Which period is shown, in which time zone, and the ways to others. */
export function PeriodBar(props: { period: Period; links: PeriodLinks; zoneName: string }) {
  const { period, links, zoneName } = props;
  const t = useTranslations("period");
  const format = useFormatter();
  const [first, last] = [period.firstWall, period.endWall - 60_000].map((wall) =>
    wallDay(format, wall, period.unit),
  );
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4">
      <ul className="flex flex-wrap rounded-md border border-line bg-panel text-sm">
        {links.presets.map(({ preset, href, isShown }) => (
          <li key={preset}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isShown ? "page" : undefined}
              className="block rounded-[5px] px-2.5 pt-1 pb-0.5 text-muted hover:text-ink aria-[current]:bg-accent aria-[current]:text-on-accent"
            >
              {t(preset)}
              <PendingLine />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-2 text-sm">
        <Step href={links.earlier} label={t("earlier")} sign="‹" />
        <span>{first === last ? first : t("shown", { first: first!, last: last! })}</span>
        <Step href={links.later} label={t("later")} sign="›" />
      </div>
      <span className="text-sm text-muted sm:ms-auto">{t("zone", { zone: zoneName })}</span>
    </nav>
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
