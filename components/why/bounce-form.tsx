import { useTranslations } from "next-intl";
import { PagePart } from "./part";

/** As much as a form may bring, whatever the letters. */
const LONGEST = 100_000;

/** Takes a bounce as it came back; `isUnread` where nothing was found in the last one. */
export function BounceForm({ isUnread }: { isUnread: boolean }) {
  const t = useTranslations("why.bounce");
  return (
    <PagePart id="bounce" title={t("title")} note={t("note")}>
      <form method="post" action="/why/bounce" className="space-y-3">
        {isUnread && (
          <p role="alert" id="bounce-problem" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
            {t("unread")}
          </p>
        )}
        <label htmlFor="bounce-text" className="block text-sm font-medium">
          {t("label")}
        </label>
        <textarea
          id="bounce-text"
          name="bounce"
          rows={7}
          maxLength={LONGEST}
          required
          spellCheck={false}
          placeholder={t("example")}
          aria-describedby={isUnread ? "bounce-problem" : undefined}
          className="block w-full rounded-md border border-muted bg-panel px-3 py-2 font-mono text-sm"
        />
        <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
          {t("submit")}
        </button>
      </form>
    </PagePart>
  );
}
