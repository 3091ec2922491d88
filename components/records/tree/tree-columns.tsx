import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AddressCount, Voids } from "@/lib/spf/bill/bill";
import { certainVoids, mostVoids } from "@/lib/spf/bill/voids";
import { LIMITS } from "@/lib/spf/session";
import { AddressesText } from "./addresses-text";
import { Meter } from "./meter";

/** The columns of a row on a wide page; on a narrow one the numbers stand below the term, each with its name. */
export const COLUMNS =
  "md:grid md:grid-cols-[minmax(0,1fr)_6.5rem_4rem_14rem] md:items-start md:gap-x-3 py-1";
const NUMBERS = "flex flex-wrap gap-x-4 text-xs ps-5 md:contents md:text-sm";
const CELL = "md:text-end";

/** The names of the columns. */
export function TreeHead() {
  const t = useTranslations("recordTree.columns");
  return (
    <div aria-hidden="true" className={`${COLUMNS} hidden text-xs text-muted`}>
      <span className="ps-5">{t("term")}</span>
      <span className={CELL}>{t("lookups")}</span>
      <span className={CELL}>{t("voids")}</span>
      <span className={CELL}>{t("addresses")}</span>
    </div>
  );
}

/** What a term costs: lookups of its own and below it, voids, addresses; null for what matches none, "rest" for `all`. */
export function TreeNumbers(props: {
  lookups: number;
  below: number;
  voids: Voids;
  addresses: AddressCount | "rest" | null;
}) {
  const { lookups, below, voids, addresses } = props;
  const t = useTranslations("recordTree.columns");
  const format = useFormatter();
  return (
    <div className={NUMBERS}>
      <Cell name={t("lookups")} isEmpty={lookups === 0}>
        {below > 0 && (
          <span className="text-xs text-muted">{t("ownAndBelow", { own: lookups - below, below })} </span>
        )}
        {format.number(lookups)}
        {lookups > 0 && (
          <span className="hidden pt-0.5 md:block">
            <Meter used={lookups} limit={LIMITS.lookups} />
          </span>
        )}
      </Cell>
      <Cell name={t("voids")} isEmpty={mostVoids(voids) === 0}>
        {certainVoids(voids) === mostVoids(voids)
          ? format.number(mostVoids(voids))
          : `${certainVoids(voids)}–${mostVoids(voids)}`}
      </Cell>
      <Cell name={t("addresses")} isEmpty={addresses === null}>
        {addresses === "rest" ? t("everyoneElse") : addresses && <AddressesText count={addresses} />}
      </Cell>
    </div>
  );
}

function Cell({ name, isEmpty, children }: { name: string; isEmpty: boolean; children: ReactNode }) {
  return (
    <span className={`${CELL} ${isEmpty ? "text-muted max-md:hidden" : ""}`}>
      <span className="text-muted md:sr-only">{name} </span>
      {children}
    </span>
  );
}
