import { useTranslations } from "next-intl";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { QuotedText } from "@/components/spf/sentence-view";
import type { RecordVersion } from "@/lib/queries/record-version";
import { type RecordsAddress, recordsHref } from "../address";

interface Props {
  version: RecordVersion;
  /** When it was kept, in words. */
  time: string;
  address: RecordsAddress;
}

/** The way to remove a version that was kept: folded away, behind what goes and that it does not come back. */
export function RemoveVersion({ version: { id, kind, note }, time, address }: Props) {
  const t = useTranslations("recordVersions.remove");
  return (
    <details>
      <summary className="w-fit text-muted">
        {t("open")} <span className="sr-only">{t("one", { time })}</span>
      </summary>
      <div className="mt-1.5 max-w-3xl space-y-2 rounded-md bg-warn-ground px-3 py-2 text-warn">
        <p>
          {t(kind, { time })}{" "}
          {note !== "" && (
            <span className="wrap-anywhere">
              {t("note")} <QuotedText text={note} />
            </span>
          )}
        </p>
        <form method="post" action="/records/versions">
          <HiddenFields fields={[["here", recordsHref(address)]]} />
          <button
            type="submit"
            name="remove"
            value={id}
            className="min-h-11 rounded-md border border-current px-3 font-medium sm:min-h-8"
          >
            {t("button")} <span className="sr-only">{t("one", { time })}</span>
          </button>
        </form>
      </div>
    </details>
  );
}
