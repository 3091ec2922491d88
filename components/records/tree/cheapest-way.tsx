import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import type { TermBill } from "@/lib/spf/bill/bill";
import { branchAddresses } from "@/lib/spf/bill/branch";
import type { Removal } from "@/lib/spf/bill/cheapest-removal";
import { providerOfInclude } from "@/lib/spf/draft/providers";
import { LIMITS } from "@/lib/spf/session";
import type { RecordsAddress } from "../address";
import { AddressesText } from "./addresses-text";
import { DraftLink } from "./draft-link";
import { asNetworks, withEach } from "./without-terms";

const SHOWN = 10;

interface Props {
  removal: Removal;
  /** The record that the terms stand in. */
  text: string;
  address: RecordsAddress;
}

/** The fewest terms without which a record keeps the limit of lookups, what goes with each, and links that do it. */
export function CheapestWay({ removal: { terms, lookups }, text, address }: Props) {
  const t = useTranslations("recordTree.cheapest");
  const shown = terms.slice(0, SHOWN).map((term) => ({ term, networks: asNetworks(term) }));
  const networks = shown.map((one) => one.networks);
  const isAll = shown.length === terms.length && networks.every((some) => some !== null);
  return (
    <div className="space-y-3 px-4 pb-4 text-sm">
      <p>{t("lead", { count: terms.length, lookups, limit: LIMITS.lookups })}</p>
      <ul className="divide-y divide-line border-y border-line">
        {shown.map(({ term, networks: written }) => (
          <li key={term.from} className="min-w-0 space-y-0.5 py-2">
            <TermLost term={term} />
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              <DraftLink address={address} record={withEach(text, [term], [null])}>
                {t("takeOut")}
              </DraftLink>
              {written !== null && (
                <DraftLink address={address} record={withEach(text, [term], [written])}>
                  {t("write", { count: written.length })}
                </DraftLink>
              )}
            </p>
          </li>
        ))}
      </ul>
      {terms.length > SHOWN && <p className="text-muted">{t("more", { count: terms.length - SHOWN })}</p>}
      {terms.length > 1 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <DraftLink address={address} record={withEach(text, terms, [])}>
            {t("takeAllOut", { count: terms.length })}
          </DraftLink>
          {isAll && (
            <DraftLink address={address} record={withEach(text, terms, networks)}>
              {t("writeAll", { count: networks.flatMap((some) => some!).length })}
            </DraftLink>
          )}
        </p>
      )}
      {networks.some((some) => some !== null) && <p className="text-muted">{t("addressesMove")}</p>}
    </div>
  );
}

/** A term, whose it is, what it costs, and what no longer passes without it. */
function TermLost({ term }: { term: TermBill }) {
  const t = useTranslations("recordTree.cheapest");
  const provider = term.name === "include" && term.target !== null ? providerOfInclude(term.target) : null;
  return (
    <>
      <p className="wrap-anywhere">
        <span className="font-mono">
          <QuotedText text={term.text} />
        </span>{" "}
        <span className="text-muted">
          {provider !== null && `${provider.name} · `}
          {t("costs", { count: term.lookups })}
        </span>
      </p>
      <p className="text-muted">
        {t("lost")} <AddressesText count={branchAddresses(term)} />
      </p>
    </>
  );
}
