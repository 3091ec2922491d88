import Link from "next/link";
import { useTranslations } from "next-intl";
import { DAYS, type RecordsAddress, recordsHref } from "../address";

/** How many days of mail to look at, as links. */
export function DaysLinks({ address }: { address: RecordsAddress }) {
  const t = useTranslations("recordTraffic.days");
  return (
    <nav aria-label={t("label")} className="ms-auto">
      <ul className="flex rounded-md border border-line text-sm">
        {DAYS.map((days) => (
          <li key={days}>
            <Link
              href={recordsHref(address, { days, job: null })}
              prefetch={false}
              scroll={false}
              aria-current={days === address.days ? "true" : undefined}
              className="block rounded-[5px] px-2.5 py-1 text-muted hover:text-ink aria-[current]:bg-sunk aria-[current]:font-medium aria-[current]:text-ink"
            >
              {t("last", { days })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The next longer time to look at; null where there is none. */
export function longerDays(days: number): number | null {
  return DAYS.find((known) => known > days) ?? null;
}
