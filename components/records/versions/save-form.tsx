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

/** Keeps the draft, with a note of what it is for. */
export function SaveForm({ address, domain, draft, isSaved }: Props) {
  const t = useTranslations("recordVersions.save");
  if (draft.trim() === "") return null;
  if (isSaved) return <p className="px-4 pb-3 text-sm text-muted">{t("saved")}</p>;
  return (
    <form
      method="post"
      action="/records/versions"
      className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 pb-3 text-sm"
    >
      <HiddenFields
        fields={[
          ["domain", domain],
          ["record", draft],
          ["here", recordsHref(address)],
        ]}
      />
      <label className="grid min-w-0 flex-1 basis-56 gap-1">
        <span className="text-muted">{t("note")}</span>
        <input
          name="note"
          maxLength={200}
          autoComplete="off"
          placeholder={t("example")}
          className="w-full max-w-md rounded-md border border-muted bg-panel px-3 py-1.5"
        />
      </label>
      <button type="submit" className="rounded-md border border-line px-3 py-1.5 font-medium hover:bg-sunk">
        {t("button")}
      </button>
    </form>
  );
}
