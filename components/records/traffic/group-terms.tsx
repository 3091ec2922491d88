import Link from "next/link";
import { useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { visibleText } from "@/lib/mail/visible-text";
import type { SenderGroup } from "@/lib/spf/senders/sender";

const SHOWN = 4;

/** What would be put into the draft, or lets them pass; and the offer to take all of the network. */
export function GroupTerms(props: { group: SenderGroup; whole: string | null; name: string }) {
  const { group, whole, name } = props;
  const t = useTranslations("recordTraffic.terms");
  const { isAuthorised, wholeNetwork } = group;
  const terms = isAuthorised === "all" ? passingTerms(group) : group.terms;
  const more = terms.length - SHOWN;
  if (terms.length === 0) return <p className="text-xs text-muted">{t("nothing")}</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-xs text-muted">
      <span>{t(isAuthorised)}</span>
      {terms.slice(0, SHOWN).map((term) => (
        <code key={term} className="font-mono text-ink wrap-anywhere">
          <QuotedText text={term} />
        </code>
      ))}
      {more > 0 && <span>{t("more", { count: more })}</span>}
      {wholeNetwork !== null && whole !== null && isAuthorised !== "all" && (
        <Link href={whole} prefetch={false} scroll={false} className="link">
          <span className="sr-only">{name}: </span>
          {t("whole", { term: visibleText(wholeNetwork) })}
        </Link>
      )}
    </p>
  );
}

/** The terms that let them pass, which may be of others too. */
function passingTerms({ senders, terms }: SenderGroup): string[] {
  const deciding = senders.flatMap(({ draftTerm }) => draftTerm ?? []);
  return deciding.length === 0 ? terms : [...new Set(deciding)];
}
