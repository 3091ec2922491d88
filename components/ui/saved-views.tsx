import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SavedView } from "@/lib/queries/saved-views";
import { SenderText } from "./sender-text";

/** The visitor's saved views, and a form to save the one shown; the browser's own popover. */
export function SavedViews({ here, views }: { here: string; views: SavedView[] }) {
  const t = useTranslations("views");
  return (
    <>
      <button
        type="button"
        popoverTarget="saved-views"
        className="rounded-md border border-line bg-panel px-2.5 py-1 hover:border-muted"
      >
        {t("label")}
      </button>
      <div id="saved-views" popover="auto" className="popover w-80 p-4 text-sm">
        <h2 className="pb-2 font-semibold">{t("label")}</h2>
        {views.length === 0 && <p className="pb-3 text-muted">{t("none")}</p>}
        <ul className="max-h-72 space-y-1 overflow-y-auto pb-3">
          {views.map(({ id, name, address }) => (
            <li key={id} className="flex items-center gap-2">
              <Link href={address} prefetch={false} className="link min-w-0 flex-1">
                <SenderText text={name} />
              </Link>
              <form method="post" action="/views">
                <input type="hidden" name="here" value={here} />
                <button
                  type="submit"
                  name="remove"
                  value={id}
                  aria-label={t("remove", { name })}
                  className="rounded px-1.5 text-muted hover:bg-sunk hover:text-ink"
                >
                  ×
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form method="post" action="/views" className="space-y-2 border-t border-line pt-3">
          <input type="hidden" name="here" value={here} />
          <label className="grid gap-1">
            <span className="text-muted">{t("name")}</span>
            <input
              name="name"
              required
              maxLength={60}
              className="rounded-md border border-line bg-panel px-2 py-1"
            />
          </label>
          <p className="text-xs text-muted">{t("saveHint")}</p>
          <button type="submit" className="rounded-md bg-accent px-3 py-1 text-on-accent">
            {t("save")}
          </button>
        </form>
      </div>
    </>
  );
}
