import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import type { SpfResult } from "@/lib/spf";

/** What records say of a client: null is not known, undefined is not the same for all of them. */
type Said = SpfResult | null | undefined;

/** What the published record says, and what the draft would. */
export function Standing({ published, draft }: { published: Said; draft: Said }) {
  const t = useTranslations("recordTraffic.standing");
  return (
    <span className="inline-flex items-center gap-x-2 whitespace-nowrap">
      <span className="sr-only">{t("published")}</span>
      <One said={published} />
      <span aria-hidden="true" className="text-muted">
        →
      </span>
      <span className="sr-only">{t("draft")}</span>
      <span className={published === draft ? "" : "font-semibold"}>
        <One said={draft} />
      </span>
    </span>
  );
}

function One({ said }: { said: Said }) {
  const t = useTranslations("recordTraffic.standing");
  if (said === undefined) return <span className="text-muted">{t("mixed")}</span>;
  return said === null ? <span className="text-muted">{t("unknown")}</span> : <ResultBadge result={said} />;
}
