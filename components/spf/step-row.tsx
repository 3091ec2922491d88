import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { explainEvidence } from "@/lib/spf/explain/step";
import type { Language } from "@/lib/spf/sentence";
import type { StepTrace } from "@/lib/spf/trace";
import { ResultBadge } from "./result-badge";
import { QuotedText, Sentences } from "./sentence-view";

/** A term of a record, what became of it and what it cost; within, what was found, and `children`: where it led. */
export function StepRow(props: { step: StepTrace; language: Language; children?: ReactNode }) {
  const { step, language, children } = props;
  const sentences = explainEvidence(step, language);
  const { within, isShadow, state } = step;
  if (sentences.length === 0 && within === null)
    return (
      <p className="py-0.5">
        <Head step={step} />
      </p>
    );
  return (
    <details open={!isShadow && state !== "no-match"}>
      <summary className="py-0.5">
        <Head step={step} />
      </summary>
      <div className="space-y-2 pb-1 ps-4">
        <Sentences sentences={sentences} />
        {children}
      </div>
    </details>
  );
}

function Head({ step }: { step: StepTrace }) {
  const t = useTranslations("trace");
  const { text, state, result, isShadow, before, after } = step;
  const used = after.lookups - before.lookups;
  return (
    <>
      <span className="font-mono">
        <QuotedText text={text} />
      </span>{" "}
      <span className="text-xs text-muted">
        {[
          ...(isShadow ? [t("states.after")] : []),
          t(`states.${state}`),
          ...(used > 0 ? [t("cost", { used })] : []),
        ].join(" · ")}
      </span>{" "}
      {result !== null && state !== "no-match" && !isShadow && <ResultBadge result={result} />}
    </>
  );
}
