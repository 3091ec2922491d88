import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { QuotedText } from "@/components/spf/sentence-view";
import type { CheckResult } from "@/lib/spf/check-host";
import type { WhyAnswer } from "@/lib/why/answer";
import { PagePart } from "./part";

/** Both identities that SPF checks, side by side. */
export function IdentitiesPart({ answer: { checks, now, request } }: { answer: WhyAnswer }) {
  const t = useTranslations("why.identities");
  return (
    <PagePart id="identities" title={t("title")} note={t("note")}>
      <div className="grid gap-6 sm:grid-cols-2">
        <Identity name="mailfrom" check={checks.mailfrom} isAsked={now === checks.mailfrom} />
        <Identity name="helo" check={checks.helo} isAsked={now === checks.helo && request.helo !== null} />
      </div>
    </PagePart>
  );
}

function Identity(props: { name: "mailfrom" | "helo"; check: CheckResult | null; isAsked: boolean }) {
  const t = useTranslations("why.identities");
  const { name, check, isAsked } = props;
  return (
    <div className="min-w-0 space-y-2 text-sm">
      <h3 className="font-semibold">{t(`names.${name}`)}</h3>
      {check === null ? (
        <p className="text-muted">{t(`unchecked.${name}`)}</p>
      ) : (
        <>
          <p className="flex flex-wrap items-center gap-x-2">
            <ResultBadge result={check.result} />
            {isAsked && <span className="text-muted">{t("asked")}</span>}
          </p>
          <dl className="space-y-1">
            <Fact name={t("domain")} text={check.trace?.domain ?? check.recordDomain} />
            {check.mechanism !== null && <Fact name={t("term")} text={check.mechanism} />}
          </dl>
          {check.explanation !== null && (
            <figure className="space-y-1">
              <figcaption className="text-muted">{t("explanation")}</figcaption>
              <blockquote className="border-s-2 border-line ps-3">
                <QuotedText text={check.explanation} />
              </blockquote>
            </figure>
          )}
        </>
      )}
    </div>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3">
      <dt className="text-muted">{name}</dt>
      <dd>
        <QuotedText text={text} />
      </dd>
    </div>
  );
}
