import Link from "next/link";
import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import type { WhatIfProblem } from "./answer";
import { Field } from "./field";
import { fieldText } from "./field-text";
import type { TreeRecord } from "./tree-records";

/** Names that are links, and names that the field offers. */
const LINKED = 8;
const OFFERED = 100;

interface Props {
  address: RecordsAddress;
  problems: readonly WhatIfProblem[];
  records: readonly TreeRecord[];
}

/** A name of the tree, and what is to be taken as published there. */
export function AtFields({ address, problems, records }: Props) {
  const t = useTranslations("recordTree.whatIf");
  const { at, as } = address;
  const known = records.find(({ name }) => name.toLowerCase() === at?.replace(/\.$/, "").toLowerCase());
  return (
    <details open={at !== null} className="rounded-md border border-line">
      <summary className="px-3 py-2 text-sm font-medium">{t("other")}</summary>
      <div className="space-y-4 px-3 pt-1 pb-3">
        {records.length > 0 && <Names address={address} records={records} />}
        <div className="grid gap-4 md:grid-cols-3">
          <Field
            name="at"
            label={t("fields.at")}
            hint={t("hints.at")}
            problems={problems
              .filter((problem) => problem.startsWith("at-"))
              .map((problem) => t(`problems.${problem}`))}
            value={fieldText(at)}
            inputMode="url"
            maxLength={255}
            list="what-if-names"
          />
          <datalist id="what-if-names">
            {records.slice(0, OFFERED).map(({ name }) => (
              <option key={name} value={fieldText(name)} />
            ))}
          </datalist>
          <div className="min-w-0 space-y-1 md:col-span-2">
            <label htmlFor="what-if-as" className="block text-sm font-medium">
              {t("fields.as")}
            </label>
            <textarea
              id="what-if-as"
              name="as"
              rows={3}
              maxLength={LONGEST_DRAFT}
              defaultValue={fieldText(as ?? known?.text ?? null)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              aria-describedby="what-if-as-hint"
              className="block w-full rounded-md border border-muted bg-panel px-3 py-2 font-mono text-sm wrap-anywhere"
            />
            <p id="what-if-as-hint" className="text-sm text-muted">
              {t("hints.as")}
            </p>
          </div>
        </div>
      </div>
    </details>
  );
}

/** Links that fill in a name with what is published there. */
function Names({ address, records }: Omit<Props, "problems">) {
  const t = useTranslations("recordTree.whatIf");
  return (
    <div className="space-y-1 text-sm">
      <p className="text-muted">{t("names")}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {records.slice(0, LINKED).map(({ name }) => (
          <li key={name} className="min-w-0 wrap-anywhere">
            <Link href={recordsHref(address, { at: name, as: null })} prefetch={false} className="link">
              <QuotedText text={name} />
            </Link>
          </li>
        ))}
        {records.length > LINKED && (
          <li className="text-muted">{t("moreNames", { count: records.length - LINKED })}</li>
        )}
      </ul>
    </div>
  );
}
