import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { wallSecond } from "@/components/overview/wall-format";
import { SenderText } from "@/components/ui/sender-text";
import type { View } from "@/components/ui/view";
import { visibleText } from "@/lib/mail/visible-text";
import type { Hit } from "@/lib/queries/search";
import { hitHref } from "./hit-href";

/** What a text may mean; where nothing was found, what else can be done. */
export function SearchHits({ text, hits, view }: { text: string; hits: Hit[]; view: View }) {
  const t = useTranslations("search");
  return (
    <section
      aria-labelledby="found"
      className="mx-auto mt-6 max-w-3xl rounded-lg border border-line bg-panel"
    >
      <h1 id="found" className="px-4 pt-3 pb-2 text-lg font-semibold">
        {t("title")}
      </h1>
      {hits.length === 0 && (
        <p className="px-4 pb-3">
          {text.trim() === "" ? t("empty") : t("none", { text: visibleText(text) })}
        </p>
      )}
      {hits.length > 0 && (
        <ul className="divide-y divide-line border-t border-line text-sm">
          {hits.map((hit) => (
            <li key={hitHref(hit)}>
              <Link
                href={hitHref(hit)}
                prefetch={false}
                className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3 px-4 py-2 hover:bg-sunk"
              >
                <span className="text-muted">{t("kinds", { kind: hit.kind })}</span>
                <HitName hit={hit} view={view} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {text.trim().length > 1 && (
        <p className="border-t border-line px-4 py-3 text-sm">
          <Link
            href={`/messages?range=all&text=${encodeURIComponent(text.trim())}`}
            prefetch={false}
            className="link"
          >
            {t("tryText", { text: visibleText(text.trim()) })}
          </Link>
        </p>
      )}
    </section>
  );
}

function HitName({ hit, view }: { hit: Hit; view: View }) {
  const format = useFormatter();
  if (hit.kind !== "message") return <SenderText text={hit.name} className="link font-medium" />;
  return (
    <span>
      <SenderText text={hit.queueId} className="link font-medium" />
      <SenderText text={`${hit.host} · ${wallSecond(format, hit.time, view.zone)}`} className="text-muted" />
    </span>
  );
}
