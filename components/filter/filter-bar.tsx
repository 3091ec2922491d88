import Link from "next/link";
import { useTranslations } from "next-intl";
import { type AddressProblem, addressText, narrowed, widened } from "@/components/ui/address";
import { SenderText } from "@/components/ui/sender-text";
import type { View } from "@/components/ui/view";
import { FIELD_WORDS, type Term } from "@/lib/queries/filter";
import { FilterForm } from "./filter-form";

interface Props {
  view: View;
  problems: AddressProblem[];
  /** Names to choose from. */
  hosts: string[];
  checkers: string[];
  /** Fields that this page cannot be narrowed by. */
  without?: readonly Term["field"][];
}

/** What the page is narrowed by, how to change that, and what of the address could not be used. */
export function FilterBar({ view, problems, hosts, checkers, without = [] }: Props) {
  const { address } = view;
  const t = useTranslations("filter");
  return (
    <section aria-label={t("label")} className="space-y-2">
      <Problems problems={problems} />
      <div className="flex flex-wrap items-start gap-2 text-sm">
        {address.filter.map((term) => (
          <Chip key={`${term.field}${term.isNot}${term.value}`} term={term} view={view} />
        ))}
        {address.filter.length > 1 && (
          <Link
            href={addressText({ ...address, filter: [] })}
            prefetch={false}
            className="rounded px-1 py-1 text-muted underline underline-offset-2 hover:text-ink"
          >
            {t("clear")}
          </Link>
        )}
        <details className="open:w-full">
          <summary className="w-fit list-none rounded-md border border-dashed border-line px-2.5 py-1 text-muted hover:border-muted hover:text-ink">
            {t("add")}
          </summary>
          <FilterForm address={address} hosts={hosts} checkers={checkers} without={without} />
        </details>
      </div>
    </section>
  );
}

/** One condition, with the ways to turn it round and to drop it. */
function Chip({ term, view: { address } }: { term: Term; view: View }) {
  const t = useTranslations("filter");
  const { field, isNot } = term;
  const value = useTermText(term);
  const name = `${t(`fields.${field}`)} ${isNot ? t("isNot") : t("is")} ${value}`;
  const part = "px-2 py-1 text-muted hover:bg-sunk hover:text-ink";
  return (
    <span
      className={`inline-flex max-w-full items-stretch overflow-hidden rounded-md border bg-panel ${isNot ? "border-dashed border-muted" : "border-line"}`}
    >
      <span className="flex min-w-0 gap-1.5 px-2.5 py-1">
        <span className="shrink-0 text-muted">
          {t(`fields.${field}`)} {isNot ? "≠" : "="}
        </span>
        <SenderText text={value} className={isNot ? "line-through" : "font-medium"} />
      </span>
      <Link
        href={addressText(narrowed(address, field, term.value, !isNot))}
        prefetch={false}
        className={`border-l border-line ${part}`}
        aria-label={t(isNot ? "turnToIs" : "turnToNot", { term: name })}
        title={t(isNot ? "turnToIs" : "turnToNot", { term: name })}
      >
        {isNot ? "=" : "≠"}
      </Link>
      <Link
        href={addressText(widened(address, term))}
        prefetch={false}
        className={`border-l border-line ${part}`}
        aria-label={t("drop", { term: name })}
        title={t("drop", { term: name })}
      >
        ×
      </Link>
    </span>
  );
}

/** A value in the visitor's words, where it is one of a few. */
function useTermText({ field, value }: Term): string {
  const t = useTranslations("filter.words");
  return FIELD_WORDS[field] === null ? value : t(`${field}.${value}` as Parameters<typeof t>[0]);
}

function Problems({ problems }: { problems: AddressProblem[] }) {
  const t = useTranslations("filter");
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="rounded-md border border-warn/40 bg-warn-ground px-3 py-2 text-sm text-warn">
      <ul className="space-y-0.5">
        {problems.slice(0, 8).map(({ field, value, fault }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be wrong twice
          <li key={n} className="flex flex-wrap gap-x-2">
            <SenderText text={`${t(`fields.${field}`)}: ${value}`} className="max-w-xs font-medium" />
            <span>{t(`faults.${fault}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
