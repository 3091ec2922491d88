import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SenderGroup } from "@/lib/spf/senders/sender";
import { GroupTerms } from "./group-terms";
import type { GroupHrefs } from "./group-tick";

/** The way to authorise who looks like a forger or a forwarder: folded away, behind what it would do. */
export function SecondStep({ name, group, hrefs }: { name: string; group: SenderGroup; hrefs: GroupHrefs }) {
  const t = useTranslations("recordTraffic.second");
  if (hrefs.on === null || group.isAuthorised === "all") return null;
  const kind = group.role === "forwarder" ? "forwarder" : "forger";
  return (
    <details>
      <summary className="w-fit text-muted">{t("open")}</summary>
      <div className="mt-1.5 max-w-3xl space-y-1.5 rounded-md bg-warn-ground px-3 py-2 text-warn">
        <p>{t(kind)}</p>
        <GroupTerms group={group} whole={null} name={name} />
        <p>
          <Link href={hrefs.on} prefetch={false} scroll={false} className="link">
            {t("authorise")} <span className="sr-only">{name}</span>
          </Link>
        </p>
      </div>
    </details>
  );
}
