import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { addressText } from "@/components/ui/address";
import type { View } from "@/components/ui/view";
import type { Cursor, MessagePage } from "@/lib/queries/message-page";
import type { Period } from "@/lib/queries/period";
import type { Column } from "./columns";
import { ListTools } from "./list-tools";
import { MessageTable } from "./message-table";

interface Props {
  page: MessagePage;
  /** How many there are in all; null where that is not known. */
  count: number | null;
  period: Period;
  view: View;
  columns: readonly Column[];
  placeText: (cursor: Cursor) => string;
}

/** A page of messages, with what can be done with them. */
export function MessagesPage({ page, count, period, view, columns, placeText }: Props) {
  const t = useTranslations("list");
  const href = (extra: Record<string, string>) => addressText(view.address, extra);
  const links = {
    newest: page.newer === null ? null : href({}),
    newer: page.newer === null ? null : href({ after: placeText(page.newer) }),
    older: page.older === null || page.searchedTo !== null ? null : href({ before: placeText(page.older) }),
  };
  const goOn =
    page.searchedTo === null || page.older === null ? null : href({ before: placeText(page.older) });
  // Not all was looked at: nothing here says nothing of the rest.
  const isBetween = page.newer !== null && page.older !== null;
  return (
    <section aria-labelledby="messages" className="rounded-lg border border-line bg-panel">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
        <h1 id="messages" className="text-lg font-semibold">
          {t("title")}
          {count !== null && <span className="ms-2 font-normal text-muted">{t("count", { count })}</span>}
        </h1>
        <ListTools view={view} columns={columns} />
      </div>
      {page.messages.length > 0 ? (
        <MessageTable caption={t("caption")} messages={page.messages} columns={columns} view={view} />
      ) : (
        goOn === null && !isBetween && <Nothing period={period} view={view} />
      )}
      {goOn !== null && <SearchedTo time={page.searchedTo!} href={goOn} view={view} />}
      <Pager {...links} />
    </section>
  );
}

function Pager(links: { newest: string | null; newer: string | null; older: string | null }) {
  const t = useTranslations("list");
  const shown = (["newest", "newer", "older"] as const).filter((name) => links[name] !== null);
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t("title")} className="flex flex-wrap gap-4 border-t border-line px-4 py-3 text-sm">
      {shown.map((name) => (
        <Link
          key={name}
          href={links[name]!}
          prefetch={false}
          className={`link ${name === "older" ? "ms-auto" : ""}`}
          rel={name === "older" ? "next" : "prev"}
        >
          {name === "older" ? `${t(name)} ›` : `‹ ${t(name)}`}
        </Link>
      ))}
    </nav>
  );
}

function Nothing({ period, view }: { period: Period; view: View }) {
  const t = useTranslations("list");
  return (
    <div className="space-y-2 border-t border-line px-4 py-8 text-center">
      <p className="font-medium">{t("none")}</p>
      <p className="text-sm text-muted">{t("noneHint")}</p>
      {period.preset !== "all" && (
        <p className="text-sm">
          <Link
            href={addressText({ ...view.address, preset: "all", first: null, last: null })}
            prefetch={false}
            className="link"
          >
            {t("longer")}
          </Link>
        </p>
      )}
    </div>
  );
}

function SearchedTo({ time, href, view }: { time: number; href: string; view: View }) {
  const t = useTranslations("list");
  const format = useFormatter();
  return (
    <div role="status" className="space-y-1 border-t border-line px-4 py-4 text-sm">
      <p className="text-muted">{t("searchedTo", { time: instantText(format, time, view.zone) })}</p>
      <Link href={href} prefetch={false} className="link">
        {t("goOn")}
      </Link>
    </div>
  );
}
