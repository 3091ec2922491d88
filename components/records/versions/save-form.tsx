import { useTranslations } from "next-intl";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { type RecordsAddress, recordsHref } from "../address";

interface Props {
  address: RecordsAddress;
  domain: string;
  draft: string;
  /** Whether the newest saved draft is this one. */
  isSaved: boolean;
}

/** Keeps the draft, with a note of what it is for, or tells that it is kept; and how it is passed on. */
export function SaveForm({ address, domain, draft, isSaved }: Props) {
  const t = useTranslations("recordVersions.save");
  if (draft.trim() === "") return null;
  return (
    <div className="space-y-2 px-4 pb-3 text-sm">
      {isSaved ? (
        <p className="text-muted">{t("saved")}</p>
      ) : (
        <NotedDraft here={recordsHref(address)} domain={domain} draft={draft} />
      )}
      <p className="text-muted">{t("share")}</p>
    </div>
  );
}

function NotedDraft({ here, domain, draft }: { here: string; domain: string; draft: string }) {
  const t = useTranslations("recordVersions.save");
  return (
    <form method="post" action="/records/versions" className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <HiddenFields
        fields={[
          ["domain", domain],
          ["record", draft],
          ["here", here],
        ]}
      />
      <label className="grid w-full max-w-md min-w-0 gap-1">
        <span className="text-muted">{t("note")}</span>
        <input
          name="note"
          maxLength={200}
          autoComplete="off"
          placeholder={t("example")}
          className="w-full rounded-md border border-muted bg-panel px-3 py-1.5"
        />
      </label>
      <button type="submit" className="rounded-md border border-line px-3 py-1.5 font-medium hover:bg-sunk">
        {t("button")}
      </button>
    </form>
  );
}
