import { useTranslations } from "next-intl";
import { DemoZoneNote } from "@/components/spf/demo-zone-note";
import type { Language } from "@/lib/spf/sentence";
import { diagnosisInput, type WhyAnswer } from "@/lib/why/answer";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { explainDiagnosis } from "@/lib/why/diagnosis/words";
import { BounceForm } from "./bounce-form";
import { DomainPart } from "./domain-part";
import { EvidencePart } from "./evidence-part";
import { IdentitiesPart } from "./identities-part";
import { RequestForm } from "./request-form";
import { SentPart } from "./sent-part";
import { ServerPart } from "./server-part";
import { ThenFacts } from "./then-facts";
import { isAsked, Unanswered } from "./unanswered";
import { Verdict } from "./verdict";

interface Props {
  answer: WhyAnswer;
  language: Language;
  /** Whether a bounce was pasted in which nothing was found. */
  isUnread?: boolean;
  /** Whether the visitor may open the record workbench. */
  hasWorkbench?: boolean;
  /** Whether the domain asked about is the demo's. */
  isDemo?: boolean;
}

/**
 * The public page behind the link of a refusal: the verdict, who must act, what that means for each who may read it,
 * the evidence, and forms to ask again. It is whole without any script.
 */
export function WhyPage({ answer, language, isUnread = false, hasWorkbench = false, isDemo = false }: Props) {
  const { diagnosis, request, retryAfter } = answer;
  const bounce = <BounceForm isUnread={isUnread} />;
  const isAnswered = diagnosis !== null && diagnosis.kind !== "incomplete";
  const state = isAnswered ? "checked" : isAsked(request) ? "partial" : "empty";
  const form = <RequestForm request={request} language={language} state={state} />;
  return (
    <div className="mx-auto max-w-3xl space-y-6 pt-6 leading-relaxed wrap-anywhere sm:pt-10 print:max-w-none">
      {isDemo && <DemoZoneNote />}
      {!isAnswered ? (
        <>
          <Unanswered request={request} retryAfter={retryAfter} />
          {answer.then !== null && <ThenFacts then={answer.then} />}
          {bounce}
          {form}
        </>
      ) : (
        <>
          <Answered answer={answer} diagnosis={diagnosis} language={language} hasWorkbench={hasWorkbench} />
          <div className="space-y-6 print:hidden">
            {form}
            {bounce}
          </div>
        </>
      )}
    </div>
  );
}

function Answered({ answer, diagnosis, language, hasWorkbench = false }: Props & { diagnosis: Diagnosis }) {
  const said = explainDiagnosis(diagnosis, diagnosisInput(answer), "you", language);
  const shared = { answer, diagnosis, language };
  return (
    <>
      <Verdict {...shared} said={said} />
      <Audiences />
      <SentPart {...shared} said={said} />
      <DomainPart {...shared} hasWorkbench={hasWorkbench} />
      <ServerPart {...shared} />
      <EvidencePart diagnosis={diagnosis} language={language} />
      <IdentitiesPart answer={answer} />
    </>
  );
}

function Audiences() {
  const t = useTranslations("why.nav");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="flex flex-wrap gap-2 text-sm">
        {(["sent", "domain", "server"] as const).map((id) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block rounded-md border border-line bg-panel px-3 py-1.5 font-medium hover:border-accent"
            >
              {t(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
