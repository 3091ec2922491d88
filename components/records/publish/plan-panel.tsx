import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { SentenceView } from "@/components/spf/sentence-view";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import { type PlanRequest, type PlanStep, publishPlan } from "@/lib/spf/publish/plan";
import { rollbackSentence, stepSentence } from "@/lib/spf/publish/words";
import type { Language } from "@/lib/spf/sentence";
import { ZoneLinesView } from "./zone-lines-view";

interface Props {
  /** Null where what is published is not known. */
  request: PlanRequest | null;
  domain: string;
  language: Language;
  zone: Zone;
}

/** The steps that bring a draft out without losing mail, each with its time and what to publish in it. */
export function PlanPanel({ request, domain, language, zone }: Props) {
  const t = useTranslations("recordPublish.plan");
  const plan = request && publishPlan(request);
  if (request === null)
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-warn">{t("unknown")}</p>
      </Panel>
    );
  if (plan === null) return null;
  return (
    <Panel title={t("title")}>
      <div className="space-y-3 px-4 pb-4 text-sm">
        {plan.steps.length === 0 ? (
          <p className="text-muted">{t("nothing")}</p>
        ) : (
          <>
            <p className="text-muted">{t("note")}</p>
            <ol className="space-y-2">
              {plan.steps.map((step, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one plan never move
                <Step key={n} n={n + 1} step={step} domain={domain} language={language} zone={zone} />
              ))}
            </ol>
            <p className="border-t border-line pt-3">
              <SentenceView sentence={rollbackSentence(plan.rollback, language)} />
            </p>
          </>
        )}
      </div>
    </Panel>
  );
}

function Step(props: { n: number; step: PlanStep; domain: string; language: Language; zone: Zone }) {
  const { n, step, domain, language, zone } = props;
  const t = useTranslations("recordPublish.plan");
  const format = useFormatter();
  const record = step.record && bindRecord(domain, step.record.text, step.record.ttl);
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2">
      <span
        aria-hidden="true"
        className="flex size-6 items-center justify-center rounded-full border border-line bg-sunk text-xs font-medium"
      >
        {n}
      </span>
      <div className="min-w-0 space-y-1 pt-0.5">
        <p>
          <SentenceView sentence={stepSentence(step, language)} />{" "}
          <span className="text-xs whitespace-nowrap text-muted">
            {t("from", { time: instantText(format, step.from, zone) })}
          </span>
        </p>
        {record && (
          <details>
            <summary className="w-fit text-muted">{t("lines")}</summary>
            <div className="mt-1.5">
              <ZoneLinesView record={record} />
            </div>
          </details>
        )}
      </div>
    </li>
  );
}
