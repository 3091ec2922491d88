import { useTranslations } from "next-intl";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { addressText, periodParameters, termParameters } from "@/components/ui/address";
import type { View } from "@/components/ui/view";
import { COLUMNS, type Column } from "./columns";

/** Which columns are shown, and the way to take the messages along; the browser's own popovers. */
export function ListTools({ view, columns }: { view: View; columns: readonly Column[] }) {
  const t = useTranslations("list");
  const { address } = view;
  const button = "rounded-md border border-line px-2.5 py-1 hover:border-muted";
  const download = (extra: Record<string, string>) =>
    addressText({ ...address, path: "/messages/export" }, extra);
  return (
    <div className="flex gap-2 text-sm">
      <button type="button" popoverTarget="columns" className={button}>
        {t("chooseColumns")}
      </button>
      <div id="columns" popover="auto" className="popover p-4 text-sm">
        <form method="get" action={address.path} className="space-y-3">
          <HiddenFields fields={[...periodParameters(address), ...termParameters(address.filter)]} />
          <fieldset className="grid grid-cols-2 gap-x-6 gap-y-1.5">
            <legend className="pb-2 font-semibold">{t("chooseColumns")}</legend>
            {COLUMNS.filter((column) => column !== "time").map((column) => (
              <label key={column} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name="columns"
                  value={column}
                  defaultChecked={columns.includes(column)}
                />
                {t(`columns.${column}`)}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="rounded-md bg-accent px-3 py-1 text-on-accent">
            {t("showColumns")}
          </button>
        </form>
      </div>
      <button type="button" popoverTarget="export" className={button}>
        {t("export")}
      </button>
      <div id="export" popover="auto" className="popover w-72 space-y-2 p-4 text-sm">
        <h2 className="font-semibold">{t("export")}</h2>
        <p className="text-muted">{t("exportNote")}</p>
        <p>
          <a href={download({ format: "csv", columns: columns.join(",") })} download className="link">
            {t("exportShown")}
          </a>
        </p>
        <p>
          <a href={download({ format: "csv" })} download className="link">
            {t("exportCsv")}
          </a>
        </p>
        <p>
          <a href={download({ format: "jsonl" })} download className="link">
            {t("exportJsonl")}
          </a>
        </p>
      </div>
    </div>
  );
}
