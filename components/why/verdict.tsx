import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { PartsView } from "@/components/spf/sentence-view";
import type { Language, Sentence } from "@/lib/spf/sentence";
import type { WhyAnswer } from "@/lib/why/answer";
import type { Diagnosis } from "@/lib/why/diagnosis/diagnosis";
import { diagnosisTitles } from "@/lib/why/diagnosis/words";

/** Kinds that are over: what is to be done is said at once. */
const OVER = ["fixed-since", "dns-recovered", "passes"];

interface Props {
  answer: WhyAnswer;
  diagnosis: Diagnosis;
  said: Sentence[];
  language: Language;
}

/** What it comes to in one sentence, what the check says now and said then, who must act, and how sure that is. */
export function Verdict({ answer, diagnosis, said, language }: Props) {
  const t = useTranslations("why.verdict");
  const { who, certainty: words } = diagnosisTitles(language);
  const { kind, certainty } = diagnosis;
  const [first, second] = said;
  return (
    <header className="space-y-4">
      <Results answer={answer} />
      <h1 className="text-xl leading-snug font-semibold text-balance sm:text-2xl sm:leading-snug [&_bdi]:font-semibold">
        <PartsView parts={first!.parts} />
      </h1>
      {second !== undefined && OVER.includes(kind) && (
        <p className="text-lg">
          <PartsView parts={second.parts} />
        </p>
      )}
      <dl className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-muted">{t("who")}</dt>
          <dd className="font-semibold first-letter:uppercase">{who[diagnosis.who]}</dd>
          <dd className="text-sm">{t(`whoNotes.${diagnosis.who}`)}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("certainty")}</dt>
          <dd className="font-semibold first-letter:uppercase">{words[certainty]}</dd>
          <dd className="text-sm">{t(`certaintyNotes.${certainty}`)}</dd>
        </div>
      </dl>
    </header>
  );
}

function Results({ answer: { now, then } }: { answer: WhyAnswer }) {
  const t = useTranslations();
  const isKnown = then !== null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {isKnown && (
        <>
          <span className="text-muted">{t("why.verdict.then")}</span>
          <ResultBadge result={then.result ?? "notLogged"} />
          <span aria-hidden="true">→</span>
        </>
      )}
      {now !== null && (
        <>
          <span className="text-muted">{t("why.verdict.now")}</span>
          <ResultBadge result={now.result} />
          <span>{t(`meanings.${now.result}`)}</span>
        </>
      )}
    </p>
  );
}
