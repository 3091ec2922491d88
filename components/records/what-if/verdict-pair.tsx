import { useTranslations } from "next-intl";
import { RecordView } from "@/components/spf/record-view";
import { ResultBadge } from "@/components/spf/result-badge";
import { QuotedText, Sentences } from "@/components/spf/sentence-view";
import type { CheckResult } from "@/lib/spf/check-host";
import { explainVerdict } from "@/lib/spf/explain/verdict";
import type { Language } from "@/lib/spf/sentence";
import type { WhatIfAnswer } from "./answer";

interface Props {
  answer: WhatIfAnswer & { published: CheckResult };
  domain: string | null;
  language: Language;
}

/** What a message gets now and would get by the draft, and whether the draft makes a difference. */
export function VerdictPair({ answer, domain, language }: Props) {
  const t = useTranslations("recordTree.whatIf");
  const { checked, assumed, published, draft } = answer;
  const isElsewhere =
    domain !== null && checked !== null && checked.domain.toLowerCase() !== domain.toLowerCase();
  const at = () => <QuotedText text={checked?.domain ?? ""} />;
  return (
    <div className="space-y-4 px-4 pb-4 text-sm">
      <Change published={published} draft={draft} />
      {checked !== null && (
        <p className="text-muted">
          {t.rich(checked.identity, { at })} {isElsewhere && t("elsewhere")}
        </p>
      )}
      {assumed !== null && (
        <div className="space-y-1">
          <p>
            {t.rich(assumed.text === "" ? "assumedNothing" : "assumed", {
              at: () => <QuotedText text={assumed.at} />,
            })}
          </p>
          {assumed.text !== "" && <RecordView text={assumed.text} />}
        </div>
      )}
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <Side title={t("published")} check={published} language={language} />
        {draft !== null && <Side title={t("draft")} check={draft} language={language} />}
      </div>
    </div>
  );
}

function Change({ published, draft }: { published: CheckResult; draft: CheckResult | null }) {
  const t = useTranslations("recordTree.whatIf");
  if (draft === null) return <p>{t("noDraft")}</p>;
  if (draft.result === published.result) return <p>{t("unchanged")}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-base font-semibold">
      <span>{t("changes")}</span>
      <ResultBadge result={published.result} />
      <span aria-hidden="true">→</span>
      <span className="sr-only">{t("becomes")}</span>
      <ResultBadge result={draft.result} />
    </p>
  );
}

function Side({ title, check, language }: { title: string; check: CheckResult; language: Language }) {
  const t = useTranslations();
  const { result, mechanism, recordDomain, trace } = check;
  return (
    <div className="min-w-0 space-y-2 border-t border-line pt-3 wrap-anywhere">
      <h3 className="font-semibold">{title}</h3>
      <p className="flex flex-wrap items-center gap-x-2">
        <ResultBadge result={result} />
        <span className="text-muted">{t(`meanings.${result}`)}</span>
      </p>
      {mechanism !== null && (
        <p>
          <span className="text-muted">{t("recordTree.whatIf.decidedBy")}</span>{" "}
          <span className="font-mono">
            <QuotedText text={mechanism} />
          </span>{" "}
          <span className="text-xs text-muted">
            (<QuotedText text={recordDomain} />)
          </span>
        </p>
      )}
      {trace !== null && (
        <div className="space-y-1">
          <Sentences sentences={explainVerdict(trace, language)} />
        </div>
      )}
    </div>
  );
}
