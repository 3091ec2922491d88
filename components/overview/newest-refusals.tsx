import Link from "next/link";
import { useTranslations } from "next-intl";
import { DEFAULT_COLUMNS } from "@/components/lists/columns";
import { MessageTable } from "@/components/lists/message-table";
import { Panel } from "@/components/ui/panel";
import { messagesHref, narrowingsOf, type View } from "@/components/ui/view";
import type { ListedMessage } from "@/lib/queries/listed-message";

/** The messages that were kept out last: when, whose, why and by whom. */
export function NewestRefusals({ refusals, view }: { refusals: ListedMessage[]; view: View }) {
  const t = useTranslations("refusals");
  return (
    <Panel title={t("title")}>
      {refusals.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      ) : (
        <>
          <MessageTable caption={t("caption")} messages={refusals} columns={DEFAULT_COLUMNS} view={view} />
          <p className="border-t border-line px-4 py-2 text-sm">
            <Link
              href={messagesHref(view, ...narrowingsOf([], ["reject", "tempfail", "discard"]))}
              prefetch={false}
              className="link"
            >
              {t("all")}
            </Link>
          </p>
        </>
      )}
    </Panel>
  );
}
