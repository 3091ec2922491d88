import { useTranslations } from "next-intl";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { duration } from "@/lib/spf/publish/duration";
import type { Language } from "@/lib/spf/sentence";
import { type RecordsAddress, recordsHref } from "../address";

const USUAL = [300, 900, 3_600, 14_400, 86_400];

interface Props {
  address: RecordsAddress;
  draft: string;
  ttl: number;
  language: Language;
}

/** How long others may remember the record once all is done. */
export function TtlForm({ address, draft, ttl, language }: Props) {
  const t = useTranslations("recordPublish.ttl");
  const choices = [...new Set([...USUAL, ttl])].sort((a, b) => a - b);
  const kept = recordsHref(address, { record: draft, view: "publish", ttl: null }).split("?")[1];
  return (
    <form method="get" action="/records" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <HiddenFields fields={[...new URLSearchParams(kept)]} />
      <label className="flex flex-wrap items-center gap-x-2">
        <span>{t("label")}</span>
        <select
          name="ttl"
          defaultValue={String(ttl)}
          className="rounded-md border border-muted bg-panel px-2 py-1"
        >
          {choices.map((seconds) => (
            <option key={seconds} value={seconds}>
              {t("choice", { duration: duration(seconds, language), seconds: String(seconds) })}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="rounded-md border border-line px-3 py-1 hover:bg-sunk">
        {t("apply")}
      </button>
    </form>
  );
}
