import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { DAYS } from "../address";
import { ENFORCED_RESULTS, type EnforcementAddress } from "./enforcement-address";

/** What to look at: how many days, which results a stricter policy would refuse, and whom it would let through. */
export function EnforcementForm({ address }: { address: EnforcementAddress }) {
  const t = useTranslations("recordEnforcement.form");
  return (
    <form method="get" action="/records/enforcement" className="space-y-4 text-sm">
      <div className="grid gap-4 md:grid-cols-[auto_auto_minmax(0,1fr)] md:gap-x-8">
        <label className="grid content-start gap-1">
          <span className="font-medium">{t("days")}</span>
          <select
            name="days"
            defaultValue={String(address.days)}
            className="w-fit rounded-md border border-muted bg-panel px-2 py-1.5"
          >
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t("last", { days })}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend className="mb-1 font-medium">{t("results")}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {ENFORCED_RESULTS.map((result) => (
              <label key={result} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name="result"
                  value={result}
                  defaultChecked={address.results.includes(result)}
                />
                <ResultBadge result={result} />
              </label>
            ))}
          </div>
        </fieldset>
        <label className="grid min-w-0 gap-1">
          <span className="font-medium">{t("allow")}</span>
          <textarea
            name="allow"
            rows={2}
            maxLength={2_000}
            spellCheck={false}
            autoCapitalize="none"
            defaultValue={address.allow}
            placeholder={t("allowExample")}
            className="w-full rounded-md border border-muted bg-panel px-3 py-2 font-mono"
          />
          <span className="text-muted">{t("allowNote")}</span>
        </label>
      </div>
      <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
        {t("submit")}
      </button>
    </form>
  );
}
