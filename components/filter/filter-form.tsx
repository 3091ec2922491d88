import { useTranslations } from "next-intl";
import { type Address, columnParameters, periodParameters, termParameters } from "@/components/ui/address";
import { FIELD_WORDS, FILTER_FIELDS, type FilterField } from "@/lib/queries/filter";
import { HiddenFields } from "./hidden-fields";

interface Props {
  address: Address;
  hosts: string[];
  checkers: string[];
  without: readonly FilterField[];
}

/** One more condition, of any field; a plain form, in which what is left empty does not count. */
export function FilterForm({ address, hosts, checkers, without }: Props) {
  const t = useTranslations("filter");
  const names: Partial<Record<FilterField, string[]>> = { host: hosts, checker: checkers };
  const field = "w-full min-w-0 rounded-md border border-line bg-panel px-2 py-1";
  return (
    <form
      method="get"
      action={address.path}
      className="mt-2 grid grid-cols-2 gap-3 rounded-lg border border-line bg-panel p-4 md:grid-cols-4 xl:grid-cols-6"
    >
      <HiddenFields
        fields={[
          ...periodParameters(address),
          ...termParameters(address.filter),
          ...columnParameters(address),
        ]}
      />
      {FILTER_FIELDS.filter((name) => !without.includes(name)).map((name) => (
        <div key={name} className="grid gap-1">
          <label htmlFor={`filter-${name}`} className="text-muted">
            {t(`fields.${name}`)}
          </label>
          {FIELD_WORDS[name] ? (
            <Words field={name} words={FIELD_WORDS[name]} className={field} />
          ) : (
            <input
              id={`filter-${name}`}
              name={name}
              maxLength={255}
              list={names[name] ? `names-${name}` : undefined}
              placeholder={t(`examples.${name as "domain"}`)}
              autoComplete="off"
              className={field}
            />
          )}
          {names[name] && (
            <datalist id={`names-${name}`}>
              {names[name].map((value) => (
                <option key={value} value={value} />
              ))}
            </datalist>
          )}
        </div>
      ))}
      <div className="col-span-full flex items-center gap-3">
        <button type="submit" className="rounded-md bg-accent px-3 py-1 text-on-accent">
          {t("apply")}
        </button>
        <p className="text-muted">{t("hint")}</p>
      </div>
    </form>
  );
}

function Words({
  field,
  words,
  className,
}: {
  field: FilterField;
  words: readonly string[];
  className: string;
}) {
  const t = useTranslations("filter");
  const text = useTranslations("filter.words");
  return (
    <select id={`filter-${field}`} name={field} defaultValue="" className={className}>
      <option value="">{t("any")}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {text(`${field}.${word}` as Parameters<typeof text>[0])}
        </option>
      ))}
    </select>
  );
}
